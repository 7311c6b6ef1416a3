package app.emaki.studio.coach;

import app.emaki.studio.prompt.Part;

/** Which piece of a prompt a rule reads. */
enum Where {
    EVERYWHERE,
    /** The free words alone. */
    WORDS,
    /** Everything but what shall be avoided. */
    NOT_AVOID;

    Looked text(Composition composition) {
        var whole = composition.text();
        return switch (this) {
            case EVERYWHERE -> new Looked(whole, 0, 0, 0);
            case WORDS -> {
                var words = composition.parts().text(Part.WORDS);
                yield new Looked(words, Math.max(0, whole.indexOf(words)), 0, 0);
            }
            case NOT_AVOID -> {
                var avoid = composition.parts().text(Part.AVOID);
                var first = avoid.lines().findFirst().orElse("");
                int from = first.isEmpty() ? -1 : whole.lastIndexOf(first);
                yield from < 0 ? new Looked(whole, 0, 0, 0) : new Looked(whole, 0, from, from + avoid.length());
            }
        };
    }

    /** A text, where it begins in the whole, and a piece of it that is not to be read. */
    record Looked(String text, int offset, int hiddenFrom, int hiddenTo) {
        boolean shows(int from, int to) {
            return to <= hiddenFrom || from >= hiddenTo;
        }
    }
}
