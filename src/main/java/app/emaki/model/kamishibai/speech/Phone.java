package app.emaki.model.kamishibai.speech;

/** One speech sound and when it is heard, in seconds of its utterance. */
public record Phone(String name, double start, double end) {
    private static final String SILENCES = " sil pau pause # ";
    private static final String CLOSED = " m b p my by py em ";
    private static final String NARROW = " f v w hh h hy fy ";

    public boolean silent() {
        return SILENCES.contains(" " + name + " ");
    }

    /** How far the mouth opens for it, 0 to 1. */
    public double opening() {
        if (silent() || is(CLOSED)) return 0;
        return switch (name) {
            case "a", "aa", "ae", "ay", "aw" -> .95;
            case "ah", "ao", "eh" -> .75;
            case "e", "o", "ow", "oy", "ey" -> .6;
            case "er", "ax", "axr", "ih" -> .42;
            case "i", "iy" -> .34;
            case "u", "uw", "uh", "y" -> .28;
            case "I", "U", "A", "E", "O" -> .16;
            case "N", "n", "ng", "cl" -> .1;
            default -> is(NARROW) ? .1 : .2;
        };
    }

    public boolean vowel() {
        return !silent() && opening() > .25;
    }

    private boolean is(String names) {
        return names.contains(" " + name + " ");
    }
}
