package app.emaki.studio.prompt;

/**
 * A line of dialogue.
 *
 * @param speaker who says it, empty for a narrator
 * @param at seconds from the start of the film in steps of a tenth, or -1 when not said
 * @param text what is said, without quotation marks around it
 */
public record SpokenLine(String speaker, double at, String text) {
    static final String QUOTES = "「」“”\"";
    private static final String KEPT_FREE = QUOTES + "：:（）()";
    private static final double LATEST = 600;

    public SpokenLine {
        speaker = without(Clean.line(speaker), KEPT_FREE);
        at = at >= 0 && at <= LATEST ? Math.round(at * 10) / 10.0 : -1;
        text = Clean.line(text);
    }

    private static String without(String text, String characters) {
        var kept = new StringBuilder();
        text.chars().filter(c -> characters.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return Clean.line(kept.toString());
    }
}
