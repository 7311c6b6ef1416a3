package app.emaki.model.kamishibai.speech;

import java.util.List;

/**
 * A word as the dictionary knows it.
 *
 * @param kind part of speech and its finer classes, joined by hyphens, in Japanese
 * @param type of conjugation, or empty
 * @param form of conjugation, or empty
 */
record JapaneseWord(
        String written,
        String kind,
        String type,
        String form,
        List<Mora> moras,
        int nucleus,
        String rule,
        boolean pause,
        boolean question) {

    static JapaneseWord pause(boolean question) {
        return new JapaneseWord("", "記号", "", "", List.of(), 0, "*", true, question);
    }

    boolean is(String start) {
        return kind.startsWith(start);
    }

    boolean noun() {
        return is("名詞");
    }

    /** A word that leans on the one before it. */
    boolean leans() {
        return is("助詞") || is("助動詞") || kind.contains("接尾") || is("名詞-特殊") || kind.startsWith("名詞-非自立-助動詞語幹");
    }

    /** て and its kin, behind which a helping verb loses its own accent. */
    boolean linking() {
        return is("助詞-接続助詞") && (written.endsWith("て") || written.endsWith("で") || written.endsWith("ちゃ"));
    }

    /** What the word counts as for what leans on it: helping verbs and polite endings bend like verbs or adjectives. */
    String actsAs() {
        if (is("助動詞")) {
            if (type.equals("特殊・ナイ") || type.equals("特殊・タイ") || type.startsWith("形容詞")) return "形容詞";
            return type.startsWith("五段") || type.startsWith("一段") || type.equals("特殊・マス") ? "動詞" : "助動詞";
        }
        if (is("感動詞") || is("副詞") || is("連体詞") || is("接続詞")) return "名詞";
        var end = kind.indexOf('-');
        return end < 0 ? kind : kind.substring(0, end);
    }

    JapaneseWord with(List<Mora> others) {
        return new JapaneseWord(written, kind, type, form, others, nucleus, rule, pause, question);
    }

    /** Part of speech, conjugation type and form, each as labels write it. */
    String[] codes() {
        return new String[] {kindCode(), typeCode(), formCode()};
    }

    private String kindCode() {
        if (is("形容詞")) return "01";
        if (kind.contains("接尾")) return "15";
        if (is("名詞-サ変")) return "03";
        if (is("名詞-代名詞")) return "04";
        if (is("名詞-数")) return "05";
        if (is("名詞-固有")) return "18";
        if (is("名詞-形容動詞")) return "19";
        if (is("名詞-非自立")) return "22";
        if (noun()) return "02";
        if (is("副詞")) return "06";
        if (is("連体詞")) return "07";
        if (is("接続詞")) return "08";
        if (is("感動詞") || is("フィラー")) return "09";
        if (is("助動詞")) return "10";
        if (is("助詞-副助詞") && !kind.contains("／")) return "11";
        if (is("助詞-接続")) return "12";
        if (is("助詞-格助詞")) return "13";
        if (is("助詞-終助詞")) return "14";
        if (is("助詞-係助詞")) return "24";
        if (is("助詞")) return "23";
        if (is("接頭詞")) return "16";
        if (is("動詞-非自立")) return "17";
        return is("動詞") ? "20" : "xx";
    }

    private String typeCode() {
        if (type.isEmpty()) return "xx";
        if (type.startsWith("五段")) return "1";
        if (type.startsWith("一段")) return "3";
        if (type.startsWith("サ変")) return "4";
        return type.startsWith("カ変") ? "5" : "7";
    }

    private String formCode() {
        if (form.isEmpty()) return "xx";
        if (form.startsWith("未然")) return "0";
        if (form.startsWith("連用")) return "1";
        if (form.startsWith("体言")) return "3";
        if (form.startsWith("仮定")) return "4";
        return form.startsWith("命令") ? "5" : "2";
    }
}
