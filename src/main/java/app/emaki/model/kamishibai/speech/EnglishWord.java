package app.emaki.model.kamishibai.speech;

import java.util.List;

/** An English word as it is said. */
record EnglishWord(String kind, List<Syllable> syllables) {

    /**
     * One syllable.
     *
     * @param stressed within its word
     * @param accented within its phrase
     * @param vowel its middle, x if it has none
     */
    record Syllable(List<String> phones, boolean stressed, boolean accented, String vowel) {}

    boolean content() {
        return kind.equals("content");
    }
}
