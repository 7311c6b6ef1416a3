package app.emaki.model.kamishibai.plan;

import java.util.Locale;

/** One meaning that the lexicon has words for: a kind and a name within it, for instance {@code weather.RAIN}. */
record Concept(Kind kind, String name) {

    /** What a meaning is about; most kinds are an enum of {@link StoryPlan}, the others steer the reading. */
    enum Kind {
        STYLE,
        SETTING,
        HOUR,
        WEATHER,
        SEASON,
        DRIFT,
        FIGURE,
        COUNT,
        GARMENT,
        HAIR,
        PROP,
        ACTION,
        EMOTION,
        FRAMING,
        ANGLE,
        MOVE,
        SPEED,
        TRANSITION,
        EFFECT,
        MOOD,
        TOPIC,
        CUT,
        PRONOUN,
        NOT,
        CHANGE,
        COLOUR,
        IGNORE
    }

    static Concept of(Enum<?> value) {
        return new Concept(
                Kind.valueOf(value.getDeclaringClass().getSimpleName().toUpperCase(Locale.ROOT)), value.name());
    }

    static Concept parse(String text) {
        int dot = text.indexOf('.');
        return new Concept(Kind.valueOf(text.substring(0, dot).toUpperCase(Locale.ROOT)), text.substring(dot + 1));
    }

    <E extends Enum<E>> E as(Class<E> type) {
        return Enum.valueOf(type, name);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(Kind other, String otherName) {
        return kind == other && name.equals(otherName);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "." + name;
    }
}
