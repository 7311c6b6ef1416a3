package app.emaki.model.kamishibai.picture;

import app.emaki.model.kamishibai.plan.StoryPlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Lays frames side by side, to be looked at. */
final class ContactSheet {

    private final int width;
    private final int height;
    private final int columns;
    private final List<int[]> frames = new ArrayList<>();

    ContactSheet(int width, int height, int columns) {
        this.width = width;
        this.height = height;
        this.columns = columns;
    }

    static int[] frame(StoryPlan plan, int width, int height, double t) {
        return frame(plan, width, height, t, SpeechTimes.silent());
    }

    static int[] frame(StoryPlan plan, int width, int height, double t, SpeechTimes speech) {
        var theatre = Theatre.open(plan, new Canvas(width, height, 24), speech);
        var rgb = new int[width * height];
        theatre.draw((int) (t * 24), theatre.brush(), rgb);
        return rgb;
    }

    ContactSheet add(int[] frame) {
        frames.add(frame);
        return this;
    }

    void write(Path file) throws IOException {
        int rows = (frames.size() + columns - 1) / columns;
        var image = new BufferedImage(columns * (width + 4), rows * (height + 4), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < frames.size(); i++) {
            image.setRGB(i % columns * (width + 4), i / columns * (height + 4), width, height, frames.get(i), 0, width);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /** Usage: file width height columns seconds spec…; each spec is read by {@link Story}, {@code @2.5} after it sets its own second. */
    public static void main(String[] args) throws IOException {
        int w = Integer.parseInt(args[1]);
        int h = Integer.parseInt(args[2]);
        var sheet = new ContactSheet(w, h, Integer.parseInt(args[3]));
        for (int i = 5; i < args.length; i++) {
            var parts = args[i].split("@", -1);
            sheet.add(frame(
                    Story.of(parts[0]),
                    w,
                    h,
                    parts.length > 1 ? Double.parseDouble(parts[1]) : Double.parseDouble(args[4])));
        }
        sheet.write(Path.of(args[0]));
    }
}
