package app.emaki.model.kamishibai.speech;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in Japanese: digits, and numerals before counters that change their sound, become katakana between two
 * {@link #MARK}s, with a {@link #FALL} where the number ends and its counter begins.
 */
final class JapaneseNumbers {
    static final char MARK = '\u2063';
    static final char FALL = '\u2064';

    private static final String[] DIGITS = {"ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー"};
    private static final String[] LARGE = {"", "マン", "オク", "チョー", "ケイ"};
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final Pattern FIGURES =
            Pattern.compile("([0-9][0-9,]*)(?:\\.([0-9]+))?(?:([%％度])|(ヶ月|か月|時間|年間|[人匹本杯分回個階冊歳才羽軒時月日年円枚台番目秒点倍]))?");
    private static final Pattern WRITTEN = Pattern.compile("([一二三四五六七八九]?十?[一二三四五六七八九十百千])([人匹本杯階軒羽時月])(?![一-龠])");
    private static final Map<String, String> COUNTERS = Map.ofEntries(
            Map.entry("人", "ニン"),
            Map.entry("匹", "ヒキ"),
            Map.entry("本", "ホン"),
            Map.entry("杯", "ハイ"),
            Map.entry("分", "フン"),
            Map.entry("回", "カイ"),
            Map.entry("個", "コ"),
            Map.entry("階", "カイ"),
            Map.entry("冊", "サツ"),
            Map.entry("歳", "サイ"),
            Map.entry("才", "サイ"),
            Map.entry("羽", "ワ"),
            Map.entry("軒", "ケン"),
            Map.entry("時", "ジ"),
            Map.entry("月", "ガツ"),
            Map.entry("日", "ニチ"),
            Map.entry("年", "ネン"),
            Map.entry("円", "エン"),
            Map.entry("枚", "マイ"),
            Map.entry("台", "ダイ"),
            Map.entry("番", "バン"),
            Map.entry("目", "メ"),
            Map.entry("秒", "ビョー"),
            Map.entry("点", "テン"),
            Map.entry("倍", "バイ"),
            Map.entry("ヶ月", "カゲツ"),
            Map.entry("か月", "カゲツ"),
            Map.entry("時間", "ジカン"),
            Map.entry("年間", "ネンカン"));
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("1人", "ヒトリ"),
            Map.entry("2人", "フタリ"),
            Map.entry("1日", "ツイタチ"),
            Map.entry("2日", "フツカ"),
            Map.entry("3日", "ミッカ"),
            Map.entry("4日", "ヨッカ"),
            Map.entry("5日", "イツカ"),
            Map.entry("6日", "ムイカ"),
            Map.entry("7日", "ナノカ"),
            Map.entry("8日", "ヨーカ"),
            Map.entry("9日", "ココノカ"),
            Map.entry("10日", "トーカ"),
            Map.entry("20日", "ハツカ"),
            Map.entry("20歳", "ハタチ"),
            Map.entry("20才", "ハタチ"));

    private JapaneseNumbers() {}

    static String spelled(String text) {
        var figures = FIGURES.matcher(text).replaceAll(m -> {
            var counter = m.group(4) == null ? "" : m.group(4);
            var sign = m.group(3) == null ? "" : m.group(3).equals("度") ? "ド" : "パーセント";
            return MARK + number(m.group(1).replace(",", ""), m.group(2), counter) + sign + MARK;
        });
        return WRITTEN.matcher(figures).replaceAll(m -> MARK + number(digits(m.group(1)), null, m.group(2)) + MARK);
    }

    /** The reading of digits, a fraction behind a point, and a counter. */
    static String number(String digits, @Nullable String fraction, String counter) {
        var whole = WHOLE.get(digits + counter);
        if (whole != null && fraction == null) return whole;
        var reading = new StringBuilder(integer(digits));
        if (fraction != null) {
            reading.append("テン");
            for (var digit : fraction.toCharArray()) reading.append(DIGITS[digit - '0']);
        }
        return counter.isEmpty() ? reading.toString() : counted(reading.toString(), counter);
    }

    private static String integer(String digits) {
        if (digits.length() > 20 || (digits.length() > 1 && digits.startsWith("0"))) {
            var reading = new StringBuilder();
            for (var digit : digits.toCharArray()) reading.append(DIGITS[digit - '0']);
            return reading.toString();
        }
        var reading = new StringBuilder();
        for (var block = (digits.length() + 3) / 4 - 1; block >= 0; block--) {
            var end = digits.length() - 4 * block;
            var four = thousands(Integer.parseInt(digits.substring(Math.max(0, end - 4), end)), block > 0);
            if (!four.isEmpty()) reading.append(four).append(LARGE[block]);
        }
        return reading.isEmpty()
                ? DIGITS[0]
                : reading.toString().replace("イチチョー", "イッチョー").replace("ハチチョー", "ハッチョー");
    }

    private static String thousands(int value, boolean more) {
        var reading = new StringBuilder();
        var thousand = value / 1000;
        var hundred = value / 100 % 10;
        var ten = value / 10 % 10;
        if (thousand > 0) reading.append(thousand == 1 ? (more ? "イッ" : "") : thousand == 8 ? "ハッ" : DIGITS[thousand]);
        if (thousand > 0) reading.append(thousand == 3 ? "ゼン" : "セン");
        if (hundred > 0)
            reading.append(hundred == 1 ? "" : hundred == 6 ? "ロッ" : hundred == 8 ? "ハッ" : DIGITS[hundred]);
        if (hundred > 0) reading.append(hundred == 3 ? "ビャク" : hundred == 6 || hundred == 8 ? "ピャク" : "ヒャク");
        if (ten > 0) reading.append(ten == 1 ? "" : DIGITS[ten]).append("ジュー");
        if (value % 10 > 0) reading.append(DIGITS[value % 10]);
        return reading.toString();
    }

    /** Number and counter grow together: ロク and ホン are ロッポン. */
    private static String counted(String number, String counter) {
        var sound = COUNTERS.getOrDefault(counter, counter);
        var reading = number;
        if ("時月年人円日時間年間".contains(counter)) {
            reading = reading.replaceAll("ヨン$", counter.equals("月") ? "シ" : "ヨ");
            if (counter.startsWith("時") || counter.equals("月")) reading = reading.replaceAll("キュー$", "ク");
            if (counter.equals("月") || counter.equals("時")) reading = reading.replaceAll("ナナ$", "シチ");
            return reading + FALL + sound;
        }
        var first = sound.charAt(0);
        var hard = "カケコハヒフホサ".indexOf(first) >= 0;
        if (!hard) return reading + FALL + sound;
        var labial = "ハヒフホ".indexOf(first) >= 0;
        if (reading.endsWith("サン") || reading.endsWith("セン") || reading.endsWith("マン")) {
            if (counter.equals("分")) return reading + FALL + "プン";
            if (labial) return reading + FALL + (char) (first + 1) + sound.substring(1);
            var soft = counter.equals("階") || counter.equals("軒");
            return reading + FALL + (soft ? (char) (first + 1) + sound.substring(1) : sound);
        }
        var shortened = reading.replaceAll("イチ$", "イッ").replaceAll("ハチ$", "ハッ").replaceAll("ジュー$", "ジュッ");
        if (first != 'サ')
            shortened =
                    shortened.replaceAll("ロク$", "ロッ").replaceAll("ヒャク$", "ヒャッ").replaceAll("ピャク$", "ピャッ");
        if (shortened.equals(reading))
            return reading + FALL + (counter.equals("分") && reading.endsWith("ヨン") ? "プン" : sound);
        return shortened + FALL + (labial ? (char) (first + 2) + sound.substring(1) : sound);
    }

    private static String digits(String written) {
        int value = 0, open = 0;
        for (var i = 0; i < written.length(); i++) {
            var sign = written.charAt(i);
            var digit = NUMERALS.indexOf(sign);
            if (digit >= 0) open = digit;
            else {
                value += Math.max(1, open) * (sign == '十' ? 10 : sign == '百' ? 100 : 1000);
                open = 0;
            }
        }
        return Integer.toString(value + open);
    }
}
