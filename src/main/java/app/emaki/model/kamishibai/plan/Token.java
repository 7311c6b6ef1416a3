package app.emaki.model.kamishibai.plan;

import org.jspecify.annotations.Nullable;

/**
 * A word of a text, from {@code start} to {@code end} (exclusive) in its characters.
 *
 * @param stem what its inflections share: dictionary form in Japanese, stem in English
 * @param part the Japanese part of speech as the dictionary names it, null for other languages
 */
record Token(
        int start,
        int end,
        String surface,
        String stem,
        Script script,
        @Nullable String part) {

    /** How a word is written. */
    enum Script {
        LATIN,
        JAPANESE,
        NUMBER,
        OTHER
    }

    boolean japanese() {
        return script == Script.JAPANESE;
    }

    boolean latin() {
        return script == Script.LATIN;
    }
}
