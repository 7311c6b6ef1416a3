package app.emaki.model.kamishibai.plan;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the built-in model, kept side by side so that old and new can be compared on one prompt. */
public enum Model {
    /** Silent, one shot, simple motion. */
    KAMISHIBAI_1("kamishibai-1", 4, 10, 720),
    /** Everything Kamishibai can do. */
    KAMISHIBAI_2("kamishibai-2", 4, 20, 1080);

    private final String label;
    private final int leastSeconds;
    private final int mostSeconds;
    private final int mostLines;

    Model(String label, int leastSeconds, int mostSeconds, int mostLines) {
        this.label = label;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
        this.mostLines = mostLines;
    }

    public static Optional<Model> named(String label) {
        return Arrays.stream(values()).filter(m -> m.label.equals(label)).findFirst();
    }

    /** The name users know it by. */
    public String label() {
        return label;
    }

    public int leastSeconds() {
        return leastSeconds;
    }

    public int mostSeconds() {
        return mostSeconds;
    }

    /** The longest short side of a picture, in pixels. */
    public int mostLines() {
        return mostLines;
    }
}
