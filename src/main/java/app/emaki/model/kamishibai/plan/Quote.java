package app.emaki.model.kamishibai.plan;

/** Words somebody says, or words on a sign, at {@code at} in the text that they were taken out of. */
record Quote(int at, String text, boolean sign) {

    /** The language of the words by their script: {@code ja} with kana or kanji in them, {@code en} otherwise. */
    static String languageOf(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff))
                ? "ja"
                : "en";
    }
}
