package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One beat of Japanese: a consonant (or none) and a vowel; {@code N} and {@code cl} count as vowels, a capital is whispered. */
record Mora(String consonant, String vowel) {
    private static final Map<String, Mora> KANA = new HashMap<>();
    private static final String VOWELS = "aiueo";

    static {
        row("", "アイウエオ");
        row("k", "カキクケコ");
        row("s", "サ＿スセソ");
        row("t", "タ＿＿テト");
        row("n", "ナニヌネノ");
        row("h", "ハヒ＿ヘホ");
        row("m", "マミムメモ");
        row("y", "ヤ＿ユ＿ヨ");
        row("r", "ラリルレロ");
        row("w", "ワ＿＿＿＿");
        row("g", "ガギグゲゴ");
        row("z", "ザ＿ズゼゾ");
        row("d", "ダ＿＿デド");
        row("b", "バビブベボ");
        row("p", "パピプペポ");
        small("ky", "キ", "ャ＿ュェョ");
        small("sh", "シ", "ャ＿ュェョ");
        small("ch", "チ", "ャ＿ュェョ");
        small("ny", "ニ", "ャ＿ュェョ");
        small("hy", "ヒ", "ャ＿ュェョ");
        small("my", "ミ", "ャ＿ュェョ");
        small("ry", "リ", "ャ＿ュェョ");
        small("gy", "ギ", "ャ＿ュェョ");
        small("j", "ジ", "ャ＿ュェョ");
        small("by", "ビ", "ャ＿ュェョ");
        small("py", "ピ", "ャ＿ュェョ");
        small("f", "フ", "ァィ＿ェォ");
        small("ts", "ツ", "ァィ＿ェォ");
        small("v", "ヴ", "ァィ＿ェォ");
        small("w", "ウ", "＿ィ＿ェォ");
        small("kw", "ク", "ァィ＿ェォ");
        small("gw", "グ", "ァィ＿ェォ");
        small("t", "テ", "＿ィ＿＿＿");
        small("ty", "テ", "＿＿ュ＿＿");
        small("d", "デ", "＿ィ＿＿＿");
        small("dy", "デ", "＿＿ュ＿＿");
        small("t", "ト", "＿＿ゥ＿＿");
        small("d", "ド", "＿＿ゥ＿＿");
        small("y", "イ", "＿＿＿ェ＿");
        small("fy", "フ", "＿＿ュ＿＿");
        single("シ", "sh", "i");
        single("チ", "ch", "i");
        single("ツ", "ts", "u");
        single("フ", "f", "u");
        single("ジ", "j", "i");
        single("ヂ", "j", "i");
        single("ヅ", "z", "u");
        single("ヲ", "", "o");
        single("ヰ", "", "i");
        single("ヱ", "", "e");
        single("ヴ", "v", "u");
        single("ン", "", "N");
        single("ッ", "", "cl");
        single("ャ", "y", "a");
        single("ュ", "y", "u");
        single("ョ", "y", "o");
        single("ァ", "", "a");
        single("ィ", "", "i");
        single("ゥ", "", "u");
        single("ェ", "", "e");
        single("ォ", "", "o");
        single("ヶ", "k", "e");
        single("ヵ", "k", "a");
    }

    /** The beats of a word in katakana; signs that are not kana are passed over. */
    static List<Mora> read(String katakana) {
        var moras = new ArrayList<Mora>();
        for (var i = 0; i < katakana.length(); i++) {
            var pair = i + 1 < katakana.length() ? KANA.get(katakana.substring(i, i + 2)) : null;
            var one = KANA.get(katakana.substring(i, i + 1));
            if (pair != null) {
                moras.add(pair);
                i++;
            } else if (one != null) {
                moras.add(one);
            } else if (katakana.charAt(i) == 'ー' && !moras.isEmpty()) {
                moras.add(moras.getLast().prolonged());
            }
        }
        return moras;
    }

    Mora whispered() {
        return new Mora(consonant, vowel.toUpperCase(Locale.ROOT));
    }

    boolean high() {
        return vowel.equals("i") || vowel.equals("u");
    }

    private Mora prolonged() {
        return new Mora("", vowel.equals("cl") ? "u" : vowel);
    }

    private static void row(String consonant, String kana) {
        for (var i = 0; i < 5; i++) single(kana.substring(i, i + 1), consonant, VOWELS.substring(i, i + 1));
    }

    private static void small(String consonant, String first, String seconds) {
        for (var i = 0; i < 5; i++) {
            if (seconds.charAt(i) != '＿') single(first + seconds.charAt(i), consonant, VOWELS.substring(i, i + 1));
        }
    }

    private static void single(String kana, String consonant, String vowel) {
        if (!kana.equals("＿")) KANA.put(kana, new Mora(consonant, vowel));
    }
}
