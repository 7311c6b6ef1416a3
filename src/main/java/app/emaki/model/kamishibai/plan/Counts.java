package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with what they count: 三匹, 5人, "12 cats". */
final class Counts {
    private static final Pattern COUNTED = Pattern.compile(
            "(\\d{1,3}|[一二三四五六七八九十]{1,2})(人組|人|匹|頭|羽|台|つ|本|体|隻|機|枚|両|名|輪|個|冊)|(?<![\\d.:])(\\d{1,3})(?=\\s+[a-z])(?!\\s*(?:s|sec|secs|seconds?|fps|mm|k|p|am|pm)\\b)");
    private static final String DIGITS = "一二三四五六七八九";

    private Counts() {}

    static List<Hit> merge(String plain, List<Hit> hits) {
        var all = new ArrayList<>(hits);
        Matcher counted = COUNTED.matcher(plain);
        while (counted.find()) {
            int start = counted.start();
            int end = counted.end();
            boolean longer = hits.stream()
                    .anyMatch(h -> h.start() < end && h.end() > start && h.end() - h.start() > end - start);
            if (longer) {
                continue;
            }
            String number = counted.group(1) == null ? counted.group(3) : counted.group(1);
            boolean people = counted.group(2) != null && counted.group(2).matches("人組|人|名");
            int count = Math.clamp(value(number), 1, 12);
            all.removeIf(h -> h.start() < end && h.end() > start);
            var concepts = people
                    ? List.of(new Concept(Kind.COUNT, String.valueOf(count)), new Concept(Kind.COUNT, "PEOPLE"))
                    : List.of(new Concept(Kind.COUNT, String.valueOf(count)));
            all.add(new Hit(start, end, counted.group(), concepts, false));
        }
        all.sort(Comparator.comparingInt(Hit::start));
        return all;
    }

    private static int value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        int tens = number.indexOf('十');
        if (tens < 0) {
            return DIGITS.indexOf(number.charAt(0)) + 1;
        }
        int before = tens == 0 ? 1 : DIGITS.indexOf(number.charAt(0)) + 1;
        int after = tens + 1 < number.length() ? DIGITS.indexOf(number.charAt(tens + 1)) + 1 : 0;
        return before * 10 + after;
    }
}
