package app.emaki.studio.prompt;

import java.util.ArrayDeque;

/**
 * One shot of the storyboard.
 *
 * @param seconds its length in steps of a tenth, 0 when the model may choose
 * @param camera how it is seen, empty when not said
 * @param text what happens in it
 */
public record Shot(double seconds, String camera, String text) {
    private static final double LONGEST = 600;

    public Shot {
        seconds = Double.isFinite(seconds) ? Math.round(Math.clamp(seconds, 0, LONGEST) * 10) / 10.0 : 0;
        camera = balanced(Clean.line(camera));
        text = Clean.line(text);
    }

    /** Drops brackets that open or close nothing, since the camera is written inside a pair of them. */
    private static String balanced(String text) {
        var keep = new StringBuilder();
        var open = new ArrayDeque<Integer>();
        for (char c : text.toCharArray()) {
            if (Brackets.opens(c)) {
                open.push(keep.length());
            } else if (Brackets.closes(c)) {
                if (open.isEmpty()) {
                    continue;
                }
                open.pop();
            }
            keep.append(c);
        }
        open.forEach(keep::deleteCharAt);
        return keep.toString().strip();
    }
}
