package app.emaki.model.kamishibai.speech;

import java.util.regex.Pattern;

/** English text with its figures, signs and shortened titles in words. */
final class EnglishNumbers {
    private static final String[] SMALL =
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" ", 0);
    private static final String[] TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split(" ", 0);
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d+)(?:st|nd|rd|th)\\b");
    private static final Pattern MONEY = Pattern.compile("\\$(\\d[\\d,]*)");
    private static final Pattern CLOCK = Pattern.compile("\\b(\\d{1,2}):(\\d\\d)\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(1[1-9]|20)(\\d\\d)\\b(?![,.]\\d)");
    private static final Pattern FRACTION = Pattern.compile("\\b(\\d[\\d,]*)\\.(\\d+)");
    private static final Pattern WHOLE = Pattern.compile("\\d[\\d,]*");

    private EnglishNumbers() {}

    static String spelled(String text) {
        var out = text.replaceAll("(?i)\\bmr\\.", "mister")
                .replaceAll("(?i)\\bmrs\\.", "missus")
                .replaceAll("(?i)\\bdr\\.", "doctor");
        out = out.replace("%", " percent ")
                .replace("&", " and ")
                .replace("+", " plus ")
                .replace("@", " at ");
        out = MONEY.matcher(out).replaceAll(m -> m.group(1) + " dollars");
        out = CLOCK.matcher(out).replaceAll(m -> clock(m.group(1), m.group(2)));
        out = ORDINAL.matcher(out).replaceAll(m -> ordinal(whole(m.group(1))));
        out = YEAR.matcher(out).replaceAll(m -> year(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
        out = FRACTION.matcher(out).replaceAll(m -> whole(m.group(1)) + " point" + digits(m.group(2)));
        return WHOLE.matcher(out).replaceAll(m -> whole(m.group()));
    }

    private static String clock(String hour, String minute) {
        var minutes = Integer.parseInt(minute);
        return whole(hour) + (minutes == 0 ? " o'clock" : minutes < 10 ? " oh " + SMALL[minutes] : " " + whole(minute));
    }

    private static String year(int century, int rest) {
        if (century == 20 && rest < 10) return "two thousand" + (rest == 0 ? "" : " " + SMALL[rest]);
        return words(century) + (rest == 0 ? " hundred" : rest < 10 ? " oh " + SMALL[rest] : " " + words(rest));
    }

    private static String whole(String figures) {
        var plain = figures.replace(",", "");
        return plain.length() > 12 ? digits(plain).strip() : words(Long.parseLong(plain));
    }

    private static String digits(String figures) {
        var out = new StringBuilder();
        for (var figure : figures.toCharArray()) out.append(' ').append(SMALL[figure - '0']);
        return out.toString();
    }

    private static String words(long value) {
        if (value >= 1_000_000_000) return large(value, 1_000_000_000, "billion");
        if (value >= 1_000_000) return large(value, 1_000_000, "million");
        if (value >= 1000) return large(value, 1000, "thousand");
        if (value >= 100) return large(value, 100, "hundred");
        if (value >= 20) return TENS[(int) value / 10] + (value % 10 == 0 ? "" : " " + SMALL[(int) value % 10]);
        return SMALL[(int) value];
    }

    private static String large(long value, long unit, String name) {
        return words(value / unit) + " " + name + (value % unit == 0 ? "" : " " + words(value % unit));
    }

    private static String ordinal(String words) {
        var last = words.substring(words.lastIndexOf(' ') + 1);
        var ending = switch (last) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        };
        return words.substring(0, words.length() - last.length()) + ending;
    }
}
