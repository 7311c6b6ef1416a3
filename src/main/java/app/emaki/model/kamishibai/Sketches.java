package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.film.Progress;
import app.emaki.model.kamishibai.picture.SpeechTimes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;

/** Single moments of a film side by side in one small JPEG, for whoever thinks about its shots. */
final class Sketches {
    private Sketches() {}

    /**
     * @param moments in seconds from the start of the film
     * @throws CancellationException when the progress says so; nothing is left behind
     */
    static Film draw(RenderOrder order, List<Double> moments, Progress progress) {
        var plan = Kamishibai.plan(order);
        var frames = new StageFrames(plan, order.width(), order.height(), SpeechTimes.silent(), Map.of());
        var painter = frames.painter();
        var strip = new BufferedImage(order.width() * moments.size(), order.height(), BufferedImage.TYPE_INT_RGB);
        int[] rgb = new int[order.width() * order.height()];
        for (int i = 0; i < moments.size(); i++) {
            if (progress.cancelled()) {
                throw new CancellationException("Nobody waits for the sketches any more");
            }
            int frame = (int) Math.clamp(moments.get(i) * Kamishibai.FPS, 0, frames.count() - 1.0);
            painter.paint(frame, rgb);
            strip.setRGB(i * order.width(), 0, order.width(), order.height(), rgb, 0, order.width());
        }
        return new Film(order.out(), write(strip, order.out()), moments.size(), Plans.json(plan), null);
    }

    private static long write(BufferedImage strip, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newOutputStream(file)) {
                ImageIO.write(strip, "jpg", out);
            }
            return Files.size(file);
        } catch (IOException e) {
            throw new FilmException("Could not write " + file, e);
        }
    }
}
