package app.emaki.studio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What films of one prompt are compared by. */
enum Criterion {
    /** Which one its author would post. */
    OVERALL,
    HANDS,
    FACE,
    MOTION,
    PROMPT,
    SOUND;

    /** The checklist below the verdict. */
    static List<Criterion> checklist() {
        return Stream.of(values()).filter(it -> it != OVERALL).toList();
    }

    /** A word for message keys and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
