package app.emaki.policy;

import java.lang.Character.UnicodeScript;

/** The languages that a text is written in, by its letters; a mixed text is written in both. */
record Tongues(boolean japanese, boolean english) {

    static Tongues of(CharSequence text) {
        boolean japanese = text.codePoints().anyMatch(Tongues::isJapanese);
        boolean english = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
        return new Tongues(japanese, english);
    }

    boolean has(String language) {
        return language.equals("ja") ? japanese : english;
    }

    String main() {
        return japanese ? "ja" : "en";
    }

    private static boolean isJapanese(int c) {
        return switch (UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> false;
        };
    }
}
