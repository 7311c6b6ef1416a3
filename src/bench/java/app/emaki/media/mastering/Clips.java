package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Clips as a backend would send them: pictures that move, a little grain, and a tone. */
public final class Clips {
    private static final int RATE = 30;

    private Clips() {}

    /** Writes one, and says where. */
    public static Path write(Path file, int width, int height, double seconds) throws IOException {
        Av.prepare();
        var job = new Job(
                file,
                file.toAbsolutePath().getParent(),
                "bench",
                "Bench",
                "bench-1",
                "",
                "",
                true,
                width,
                height,
                seconds,
                "");
        var random = new Random(7);
        try (var canvas = new Canvas(width, height);
                var writer = new FilmWriter(
                        file,
                        canvas.frame(),
                        av_make_q(RATE, 1),
                        tone(seconds),
                        new Disclosure(job, "", Origin.MODEL))) {
            int frames = (int) Math.round(seconds * RATE);
            for (int n = 0; n < frames; n++) {
                Av.check(av_frame_make_writable(canvas.frame()), "A frame");
                for (int plane = 0; plane < 3; plane++) {
                    paint(canvas, plane, n, random);
                }
                writer.add(canvas.frame(), n);
            }
            writer.finish(seconds);
        }
        return file;
    }

    private static void paint(Canvas canvas, int plane, int n, Random random) {
        var frame = canvas.frame();
        int shift = plane == 0 ? 0 : 1;
        int width = frame.width() >> shift;
        var row = new byte[width];
        var across = new double[width];
        for (int x = 0; x < width; x++) {
            across[x] = 80 * Math.sin((x + n * 3) * 0.02);
        }
        for (int y = 0; y < frame.height() >> shift; y++) {
            double down = Math.cos((y - n * 2) * 0.013);
            for (int x = 0; x < width; x++) {
                int grain = plane == 0 && (x * 7 + y * 13 + n) % 31 == 0 ? random.nextInt(9) - 4 : 0;
                row[x] = (byte) ((int) (120 + across[x] * down) + grain);
            }
            frame.data(plane).position((long) y * frame.linesize(plane)).put(row);
        }
        frame.data(plane).position(0);
    }

    private static float[][] tone(double seconds) {
        var sound = new float[2][(int) (seconds * Sound.RATE)];
        for (int i = 0; i < sound[0].length; i++) {
            sound[0][i] = sound[1][i] = (float) (0.08 * Math.sin(i * 2 * Math.PI * 330 / Sound.RATE));
        }
        return sound;
    }
}
