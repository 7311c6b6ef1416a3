package app.emaki.model.kamishibai.speech;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Latin words within Japanese text, as a Japanese speaker says them: romaji by its syllables, capitals by their names, the rest by ear. */
final class LatinKana {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z']*");
    private static final Pattern ROMAJI =
            Pattern.compile("(?:(?:[kgsztdnhbpmr]y|sh|ch|ts|[kgsztdnhbpmyrwjf])?[aeiou]|n(?![aeiouy]))+");
    private static final String[] NAMES =
            "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット".split(" ", 0);
    private static final Map<String, String> PLACES =
            Map.of("tokyo", "トーキョー", "kyoto", "キョート", "osaka", "オーサカ", "kobe", "コーベ", "emaki", "エマキ");
    private static final Map<String, String> ROWS = new HashMap<>();
    private static final Map<String, String> VOWELS = new HashMap<>();

    static {
        for (var row : ("|アイウエオ;k|カキクケコ;s|サシスセソ;t|タチツテト;n|ナニヌネノ;h|ハヒフヘホ;m|マミムメモ;y|ヤイユエヨ;r|ラリルレロ;w|ワヰウヱヲ;"
                        + "g|ガギグゲゴ;z|ザジズゼゾ;d|ダヂヅデド;b|バビブベボ;p|パピプペポ")
                .split(";", 0)) {
            var parts = row.split("\\|", 0);
            for (var i = 0; i < 5; i++) ROWS.put(parts[0] + "aiueo".charAt(i), parts[1].substring(i, i + 1));
        }
        for (var entry : ("sh|シャ シ シュ シェ ショ;ch|チャ チ チュ チェ チョ;j|ジャ ジ ジュ ジェ ジョ;f|ファ フィ フ フェ フォ;ts|ツァ ツィ ツ ツェ ツォ;"
                        + "v|ヴァ ヴィ ヴ ヴェ ヴォ;l|ラ リ ル レ ロ;th|サ シ ス セ ソ;T|タ ティ トゥ テ ト;D|ダ ディ ドゥ デ ド;W|ワ ウィ ウ ウェ ウォ;ky|キャ キ キュ キェ キョ;"
                        + "gy|ギャ ギ ギュ ギェ ギョ;sy|シャ シ シュ シェ ショ;ty|チャ チ チュ チェ チョ;ny|ニャ ニ ニュ ニェ ニョ;hy|ヒャ ヒ ヒュ ヒェ ヒョ;my|ミャ ミ ミュ ミェ ミョ;"
                        + "ry|リャ リ リュ リェ リョ;zy|ジャ ジ ジュ ジェ ジョ;by|ビャ ビ ビュ ビェ ビョ;py|ピャ ピ ピュ ピェ ピョ;dy|ヂャ ヂ ヂュ ヂェ ヂョ")
                .split(";", 0)) {
            var parts = entry.split("\\|", 0);
            var kana = parts[1].split(" ", 0);
            for (var i = 0; i < 5; i++) ROWS.put(parts[0] + "aiueo".charAt(i), kana[i]);
        }
        for (var vowel :
                "aa a;ae a;ah a;ao oー;aw aウ;ax a;axr aー;ay aイ;eh e;er aー;ey eイ;ih i;iy iー;ow oー;oy oイ;uh u;uw uー"
                        .split(";", 0)) {
            VOWELS.put(vowel.split(" ", 0)[0], vowel.split(" ", 0)[1]);
        }
    }

    private LatinKana() {}

    static String spelled(String text) {
        return WORD.matcher(text).replaceAll(m -> word(m.group()));
    }

    private static String word(String word) {
        if (word.length() < 2 || word.equals(word.toUpperCase(Locale.ROOT))) return letters(word);
        var small = word.toLowerCase(Locale.ROOT);
        var place = PLACES.get(small);
        if (place != null) return place;
        if (EnglishReading.known(small)) return heard(EnglishReading.phones(small));
        return ROMAJI.matcher(small).matches() ? romaji(small) : heard(EnglishReading.phones(small));
    }

    private static String letters(String word) {
        var out = new StringBuilder();
        for (var letter : word.toUpperCase(Locale.ROOT).toCharArray()) {
            if (letter >= 'A' && letter <= 'Z') out.append(NAMES[letter - 'A']);
        }
        return out.toString();
    }

    private static String romaji(String word) {
        var out = new StringBuilder();
        var from = 0;
        for (var i = 0; i < word.length(); i++) {
            var vowel = "aiueo".indexOf(word.charAt(i)) >= 0;
            if (vowel) {
                out.append(ROWS.getOrDefault(word.substring(from, i + 1), ""));
                from = i + 1;
            } else if (word.charAt(i) == 'n' && (i + 1 == word.length() || "aiueoy".indexOf(word.charAt(i + 1)) < 0)) {
                out.append('ン');
                from = i + 1;
            }
        }
        return out.toString();
    }

    /** English sounds to kana: a consonant without a vowel takes u, or o after t and d. */
    private static String heard(String[] phones) {
        var out = new StringBuilder();
        var onset = "";
        for (var i = 0; i < phones.length; i++) {
            var vowel = VOWELS.get(phones[i]);
            if (vowel != null) {
                out.append(ROWS.getOrDefault(onset + vowel.charAt(0), ROWS.getOrDefault("" + vowel.charAt(0), "")));
                out.append(vowel.substring(1));
                onset = "";
                continue;
            }
            if (!onset.isEmpty()) out.append(alone(onset, out));
            onset = onset(phones[i]);
            var last = i + 1 == phones.length;
            if (phones[i].equals("n") && (last || !VOWELS.containsKey(phones[i + 1]))) {
                out.append('ン');
                onset = "";
            }
        }
        if (!onset.isEmpty()) out.append(alone(onset, out));
        return out.toString();
    }

    private static String onset(String phone) {
        return switch (phone) {
            case "t" -> "T";
            case "d" -> "D";
            case "w" -> "W";
            case "hh" -> "h";
            case "jh", "zh" -> "j";
            case "dh" -> "z";
            case "ng" -> "ング";
            default -> phone;
        };
    }

    private static String alone(String onset, CharSequence before) {
        return switch (onset) {
            case "T" -> "ト";
            case "D" -> "ド";
            case "r" -> !before.isEmpty() && before.charAt(before.length() - 1) != 'ー' ? "ー" : "";
            case "ch" -> "チ";
            case "j" -> "ジ";
            case "ング" -> onset;
            case "y", "W" -> "";
            default -> ROWS.getOrDefault(onset + "u", "");
        };
    }
}
