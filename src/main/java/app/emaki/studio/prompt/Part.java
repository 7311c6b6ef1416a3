package app.emaki.studio.prompt;

/** The parts of a prompt that are plain text, in the order they are written. */
public enum Part {
    WORDS,
    STYLE,
    SCENE,
    CAST,
    ACTION,
    CAMERA,
    EFFECTS,
    AMBIENCE,
    MUSIC,
    AVOID,
    KEEP;

    /** The name of the part in forms and data, for instance {@code camera}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
