package app.emaki.bench;

import app.emaki.media.MediaKey;
import app.emaki.model.kamishibai.Kamishibai;
import app.emaki.model.kamishibai.RenderOrder;
import app.emaki.model.kamishibai.film.Progress;
import app.emaki.model.kamishibai.picture.Canvas;
import app.emaki.model.kamishibai.picture.Theatre;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.sound.Soundtrack;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** One real film with its poster, made by the built-in model, which stands for every film of a {@link Crowd}. */
final class Stage {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 1280;
    private static final int FRAME = 48;
    private static final String PROMPT =
            "A night train over a shallow sea, its windows glow, rain, a girl waits with a lantern";

    private final Path media;
    private final Path film;
    private final Path poster;

    /** @param data the folder of the instance, whose films these become */
    Stage(Path data) throws IOException {
        this.media = Files.createDirectories(data.resolve("media"));
        this.film = data.resolve("film.mp4");
        this.poster = data.resolve("poster.jpg");
        var order = RenderOrder.of(Script.of(PROMPT), WIDTH, HEIGHT, 8, 7, Model.KAMISHIBAI_2, film);
        Kamishibai.make(order, Progress.none());
        var plan = Kamishibai.plan(order);
        var sound = Soundtrack.of(plan);
        var theatre = Theatre.open(plan, new Canvas(WIDTH, HEIGHT, Kamishibai.FPS), sound::mouth);
        var pixels = new int[WIDTH * HEIGHT];
        theatre.draw(FRAME, theatre.brush(), pixels);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
        ImageIO.write(picture, "jpg", poster.toFile());
    }

    /** Lays the film and its poster under the keys of film number n. */
    void film(int n) throws IOException {
        link(film, Crowd.filmKey(n));
        link(poster, Crowd.posterKey(n));
    }

    Path path(MediaKey key) {
        return media.resolve(key.value().substring(0, 2)).resolve(key.value());
    }

    private void link(Path file, MediaKey key) throws IOException {
        var target = path(key);
        Files.createDirectories(target.getParent());
        Files.createLink(target, file);
    }
}
