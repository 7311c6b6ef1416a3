package app.emaki.studio.prompt;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** The language a prompt is written in, told by its script. */
public enum PromptLanguage {
    JA(Locale.JAPANESE, "、", "。"),
    EN(Locale.ENGLISH, ", ", ". ");

    private final Locale locale;
    private final String comma;
    private final String stop;

    PromptLanguage(Locale locale, String comma, String stop) {
        this.locale = locale;
        this.comma = comma;
        this.stop = stop;
    }

    /** Japanese as soon as there is kana, or more Chinese characters than Latin words; an empty text is in the reader's language. */
    public static PromptLanguage of(String text, PromptLanguage otherwise) {
        long kana = text.codePoints().filter(PromptLanguage::kana).count();
        long han = text.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                .count();
        long latin = text.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
                .count();
        if (kana + han + latin == 0) {
            return otherwise;
        }
        // a quoted or borrowed word does not turn an English prompt into a Japanese one
        return (kana + han) * 5 >= latin ? JA : EN;
    }

    /** The language of a page by its code; English for any other than Japanese. */
    public static PromptLanguage of(Locale locale) {
        return locale.getLanguage().equals("ja") ? JA : EN;
    }

    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** Two phrases of one list, or two sentences where the first one has ended. */
    public String join(String first, String second) {
        var last = first.charAt(first.length() - 1);
        if (last == '\n' || last == '。' || "、，".indexOf(last) >= 0) {
            return first + second;
        }
        return ".!?…！？,".indexOf(last) >= 0 ? first + (this == JA ? "" : " ") + second : first + comma + second;
    }

    /** Ends one sentence so that another may follow. */
    String sentence(String text) {
        return text.isEmpty() || ".!?…！？。」”\"".indexOf(text.charAt(text.length() - 1)) >= 0
                ? text
                : text + stop.strip();
    }

    private static boolean kana(int c) {
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
