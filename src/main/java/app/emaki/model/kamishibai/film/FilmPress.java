package app.emaki.model.kamishibai.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Makes an MP4 out of frames and samples: several hands draw, one thread encodes in order. Memory is bounded by the pictures in
 * flight, two for each hand and two more.
 */
public final class FilmPress {
    private final int hands;

    /** @param hands threads that draw, at least 1 */
    public FilmPress(int hands) {
        this.hands = Math.max(1, hands);
    }

    /**
     * Writes the film beside {@code out} first and moves it there when it is whole.
     *
     * @param samples left and right at 48 kHz, null for a film without a sound track
     * @param tags metadata of the file
     * @return size of the file in bytes
     * @throws CancellationException when the progress says so; nothing is left behind
     */
    public long print(
            Frames frames,
            int fps,
            float @Nullable [][] samples,
            Map<String, String> tags,
            Path out,
            Progress progress) {
        Path target = out.toAbsolutePath();
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            encode(frames, fps, samples, tags, draft, progress);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(target);
        } catch (IOException e) {
            throw new FilmException("Could not write " + target, e);
        } finally {
            forget(draft);
        }
    }

    private void encode(
            Frames frames,
            int fps,
            float @Nullable [][] samples,
            Map<String, String> tags,
            Path draft,
            Progress progress) {
        var belt = new Belt(frames.count(), 2 * hands + 2, Yuv.bytes(frames.width(), frames.height()));
        List<Thread> drawing = new ArrayList<>();
        try (var mp4 = new Mp4(draft, frames.width(), frames.height(), fps, samples, tags)) {
            for (int i = 0; i < hands; i++) {
                drawing.add(Thread.ofPlatform()
                        .name("kamishibai-draw-" + i)
                        .daemon()
                        .start(() -> draw(frames, belt, progress)));
            }
            for (int i = 0; i < frames.count(); i++) {
                byte[] picture = belt.take(i, progress);
                mp4.append(picture);
                progress.picture(picture, frames.width(), frames.height());
                belt.giveBack(picture);
                progress.frames(i + 1, frames.count());
            }
            mp4.finish();
        } finally {
            belt.stop();
            drawing.forEach(FilmPress::join);
        }
    }

    private static void draw(Frames frames, Belt belt, Progress progress) {
        try {
            Frames.Painter painter = frames.painter();
            int[] rgb = new int[frames.width() * frames.height()];
            for (var slot = belt.next(); slot != null && !progress.cancelled(); slot = belt.next()) {
                painter.paint(slot.index(), rgb);
                Yuv.of(rgb, frames.width(), frames.height(), slot.picture());
                belt.put(slot);
            }
        } catch (Throwable e) {
            belt.fail(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new FilmException("Could not remove " + draft, e);
        }
    }
}
