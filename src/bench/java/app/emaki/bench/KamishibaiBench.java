package app.emaki.bench;

import app.emaki.model.kamishibai.Kamishibai;
import app.emaki.model.kamishibai.KamishibaiWorkshop;
import app.emaki.model.kamishibai.RenderOrder;
import app.emaki.model.kamishibai.WorkshopSettings;
import app.emaki.model.kamishibai.film.Mp4;
import app.emaki.model.kamishibai.film.Progress;
import app.emaki.model.kamishibai.film.Yuv;
import app.emaki.model.kamishibai.picture.Canvas;
import app.emaki.model.kamishibai.picture.Theatre;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.sound.Soundtrack;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/**
 * What a second of film costs in seconds of processor time at 480, 720 and 1080 lines, beside the floor: the encoder alone, fed
 * with the same frames and the same sound in the same run. Measured on a warm process, sound and plan included; then a
 * worker of its own is timed and weighed.
 */
public final class KamishibaiBench {
    private static final double SECONDS = 10;
    private static final int TOGETHER = 24;
    private static final String PROMPT =
            "Night, neon street in the rain, crowd with umbrellas, then low angle: a girl draws a katana, then close-up: she shouts \"Yeah!\"";
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private record Row(String size, double film, double sound, double floor, double wall) {
        double ratio() {
            return film / floor;
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private KamishibaiBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("kamishibai-bench");
        make(folder, 480, 854);
        var rows = new ArrayList<Row>();
        for (int[] size : new int[][] {{480, 854}, {720, 1280}, {1080, 1920}}) {
            rows.add(row(folder, size[0], size[1]));
        }
        System.out.println("seconds of processor time for each second of film, "
                + Runtime.getRuntime().availableProcessors() + " processors, load "
                + String.format(Locale.ROOT, "%.1f", MACHINE.getSystemLoadAverage()));
        System.out.println("size        film   of which sound   floor   ratio   wall per second");
        rows.forEach(r -> System.out.printf(
                Locale.ROOT,
                "%-10s %5.2f            %5.2f   %5.2f   %5.2f             %5.2f%n",
                r.size,
                r.film,
                r.sound,
                r.floor,
                r.ratio(),
                r.wall));
        double ratio = rows.stream().mapToDouble(Row::ratio).max().orElseThrow();
        var worker = worker(folder);
        System.out.printf(
                Locale.ROOT,
                "kamishibai ratio=%.2f wall=%.1fs peak=%dMB%n",
                ratio,
                worker.seconds(),
                worker.megabytes());
        var bars = new Bars();
        bars.most("kamishibai.ratio", ratio);
        bars.most("kamishibai.megabytes", worker.megabytes());
        bars.most("kamishibai.seconds", worker.seconds());
        System.exit(bars.told());
    }

    private record Worker(double seconds, long megabytes) {}

    /** The films of a worker process: how long ten seconds at 720 lines take once it is warm, and how large 1080 lines make it. */
    private static Worker worker(Path folder) {
        try (var workshop = new KamishibaiWorkshop(WorkshopSettings.standard(folder.resolve("natives")))) {
            var warm = order(folder, 720, 1280, 10);
            workshop.submit(warm).await();
            long began = System.nanoTime();
            workshop.submit(warm).await();
            double seconds = (System.nanoTime() - began) / 1e9;
            workshop.submit(order(folder, 1080, 1920, 10)).await();
            return new Worker(seconds, peak(workshop.workers().getFirst()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at a worker's film", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that a process has held, in megabytes. */
    private static long peak(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Row row(Path folder, int width, int height) throws IOException {
        RenderOrder order = order(folder, width, height);
        StoryPlan plan = Kamishibai.plan(order);
        make(folder, width, height);
        long began = System.nanoTime();
        double film = processor(() -> make(folder, width, height));
        double wall = (System.nanoTime() - began) / 1e9;
        double sound = processor(() -> Soundtrack.of(plan));
        Soundtrack samples = Soundtrack.of(plan);
        double floor = floor(plan, samples, width, height, folder);
        return new Row(width + "x" + height, film / SECONDS, sound / SECONDS, floor / SECONDS, wall / SECONDS);
    }

    private static double processor(Work work) throws IOException {
        long before = MACHINE.getProcessCpuTime();
        work.run();
        return (MACHINE.getProcessCpuTime() - before) / 1e9;
    }

    private static void make(Path folder, int width, int height) {
        Kamishibai.make(order(folder, width, height), Progress.none());
    }

    private static RenderOrder order(Path folder, int width, int height) {
        return order(folder, width, height, SECONDS);
    }

    private static RenderOrder order(Path folder, int width, int height, double seconds) {
        return RenderOrder.of(
                Script.of(PROMPT), width, height, seconds, 7, Model.KAMISHIBAI_2, folder.resolve("film.mp4"));
    }

    /** What the encoder alone takes for the frames of a film, which are drawn beforehand, some at a time. */
    private static double floor(StoryPlan plan, Soundtrack sound, int width, int height, Path folder)
            throws IOException {
        var theatre = Theatre.open(plan, new Canvas(width, height, Kamishibai.FPS), sound::mouth);
        var brush = theatre.brush();
        int[] rgb = new int[width * height];
        double floor = 0;
        try (var mp4 = new Mp4(folder.resolve("floor.mp4"), width, height, Kamishibai.FPS, sound.samples(), Map.of())) {
            for (int from = 0; from < theatre.frames(); from += TOGETHER) {
                var frames = new ArrayList<byte[]>();
                for (int i = from; i < Math.min(from + TOGETHER, theatre.frames()); i++) {
                    theatre.draw(i, brush, rgb);
                    byte[] i420 = new byte[Yuv.bytes(width, height)];
                    Yuv.of(rgb, width, height, i420);
                    frames.add(i420);
                }
                floor += processor(() -> frames.forEach(mp4::append));
            }
            floor += processor(mp4::finish);
        }
        return floor;
    }
}
