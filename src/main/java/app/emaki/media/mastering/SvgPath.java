package app.emaki.media.mastering;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The outline of our seals, which are drawn once, as SVG, for pages and films alike. Knows the commands that they use. */
final class SvgPath {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?\\d*\\.?\\d+");

    private final Deque<String> tokens = new ArrayDeque<>();
    private final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private double x;
    private double y;
    private double lastControlX;
    private double lastControlY;

    private SvgPath(String data) {
        TOKEN.matcher(data).results().forEach(match -> tokens.add(match.group()));
    }

    static Path2D parse(String data) {
        var parser = new SvgPath(data);
        parser.run();
        return parser.path;
    }

    private void run() {
        char command = 'M';
        while (!tokens.isEmpty()) {
            if (Character.isLetter(tokens.getFirst().charAt(0))) {
                command = tokens.removeFirst().charAt(0);
            }
            draw(command);
        }
    }

    private void draw(char command) {
        boolean relative = Character.isLowerCase(command);
        double fromX = relative ? x : 0;
        double fromY = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                moveTo(fromX + next(), fromY + next());
                path.moveTo(x, y);
            }
            case 'L' -> {
                moveTo(fromX + next(), fromY + next());
                path.lineTo(x, y);
            }
            case 'C' -> curve(fromX, fromY, fromX + next(), fromY + next());
            case 'S' -> curve(fromX, fromY, 2 * x - lastControlX, 2 * y - lastControlY);
            case 'Z' -> path.closePath();
            default -> throw new IllegalArgumentException("No seal has the command " + command);
        }
    }

    private void curve(double fromX, double fromY, double controlX, double controlY) {
        double endControlX = fromX + next();
        double endControlY = fromY + next();
        double endX = fromX + next();
        double endY = fromY + next();
        path.curveTo(controlX, controlY, endControlX, endControlY, endX, endY);
        moveTo(endX, endY);
        lastControlX = endControlX;
        lastControlY = endControlY;
    }

    private void moveTo(double toX, double toY) {
        x = toX;
        y = toY;
        lastControlX = toX;
        lastControlY = toY;
    }

    private double next() {
        return Double.parseDouble(tokens.removeFirst());
    }
}
