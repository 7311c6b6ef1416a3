package app.emaki.studio;

import app.emaki.video.WordDiff;
import java.util.List;

/**
 * A prompt in better words, to be read before it is taken.
 *
 * @param rules notes of the coach that were settled on the way
 */
record Improvement(String before, String after, By by, List<String> rules) {

    /** Who found the words. */
    enum By {
        RULES,
        WRITER,
        /** The writer did not answer. */
        RULES_INSTEAD
    }

    public boolean changed() {
        return !before.strip().equals(after.strip());
    }

    /** What changed, word by word. */
    public List<WordDiff.Run> runs() {
        return WordDiff.of(before, after);
    }
}
