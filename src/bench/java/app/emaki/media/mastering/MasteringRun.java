package app.emaki.media.mastering;

import app.emaki.bench.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/** What {@code bench/mastering} measures. */
public final class MasteringRun {
    private static final int RUNS = 3;
    private static final double SECONDS = 5;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 1280;

    private MasteringRun() {}

    /** Masters a clip, and transcodes it with the program of FFmpeg and the same settings, turn by turn. */
    public static void run(Bars bars) throws Exception {
        var folder = Files.createTempDirectory("emaki-bench");
        var clip = Clips.write(folder.resolve("clip.mp4"), WIDTH, HEIGHT, SECONDS);
        var program = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        var ours = new double[RUNS];
        var plain = new double[RUNS];
        for (int n = -1; n < RUNS; n++) {
            double mastered = time(() -> master(clip, Files.createTempDirectory(folder, "master")));
            double transcoded = time(() -> transcode(program, clip, folder.resolve("plain.mp4")));
            if (n >= 0) {
                ours[n] = mastered;
                plain[n] = transcoded;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(plain);
        print(
                "%.0f s of %d x %d: mastering %.2f s, plain transcode %.2f s (medians of %d)",
                SECONDS, WIDTH, HEIGHT, ours[RUNS / 2], plain[RUNS / 2], RUNS);
        double ratio = ours[RUNS / 2] / plain[RUNS / 2];
        bars.most("mastering.ratio", ratio);
        print("mastering ratio=%.2f (of a plain transcode, at most %.2f)", ratio, bars.bar("mastering.ratio"));
    }

    private static void master(Path clip, Path folder) throws IOException {
        var job = new Job(clip, folder, "bench", "Bench", "bench-1", "video", "", true, WIDTH, HEIGHT, SECONDS, "");
        try {
            new Master(job).make();
        } catch (UnfitSource e) {
            throw new IOException(e);
        }
    }

    private static void transcode(String program, Path clip, Path target) throws IOException, InterruptedException {
        var command = List.of(
                program,
                "-v",
                "error",
                "-nostdin",
                "-y",
                "-i",
                clip.toString(),
                "-c:v",
                "libopenh264",
                "-profile:v",
                "high",
                "-b:v",
                "4000000",
                "-g",
                "60",
                "-threads",
                "1",
                "-slices",
                "1",
                "-rc_mode",
                "bitrate",
                "-allow_skip_frames",
                "0",
                "-c:a",
                "aac",
                "-b:a",
                "160000",
                "-ar",
                "48000",
                "-ac",
                "2",
                "-movflags",
                "+faststart",
                target.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("FFmpeg answered " + process.exitValue());
        }
    }

    private static double time(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }

    private interface Work {
        void run() throws Exception;
    }
}
