package app.emaki.studio.coach;

import java.util.List;

/**
 * A note in the margin.
 *
 * @param rule names the words of the note: {@code studio.coach.<rule>} and {@code .why}, {@code .fix}
 * @param spans what it is about, in the text; empty for what is not there
 * @param fixable whether one touch can mend it
 */
public record Note(String rule, List<Span> spans, boolean fixable) {

    /** From the first character to before the last, counted in UTF-16 units as browsers do. */
    public record Span(int from, int to) {}
}
