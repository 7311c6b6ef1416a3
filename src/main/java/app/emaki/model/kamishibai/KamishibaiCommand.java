package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.film.Progress;
import app.emaki.model.kamishibai.picture.stage.Headless;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kamishibai on the command line: {@code java -jar emaki.jar kamishibai --prompt "…" --out film.mp4}. */
public final class KamishibaiCommand {
    /** The first argument of the program that leads here. */
    public static final String NAME = "kamishibai";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            Makes a film from words, on this machine alone.

              kamishibai --prompt "…" --out film.mp4 [--seconds 8] [--size 720x1280] [--seed 7]
              kamishibai gallery --out DIR [--size 360x640 | --album]

              --prompt TEXT     what it shall show, in Japanese or English
              --script FILE     the same as JSON with parts (text, style, scene, cast, action, camera, shots, dialogue, sound, avoid)
              --avoid TEXT      what must not be in it
              --out FILE        the film, an MP4
              --seconds N       kamishibai-1: 4 to 10, kamishibai-2: 4 to 20; 8 when not said
              --size WxH        even numbers; up to 720 lines for kamishibai-1, 1080 for kamishibai-2; 720x1280 when not said
              --seed N          the same seed gives the same film; 1 when not said
              --model NAME      kamishibai-1 or kamishibai-2 (when not said)
              --silent          no sound track
              --remix FILE      start from the plan of an earlier film and change what the words change
              --extend FILE     start from the plan of an earlier film and tell what happens next
              --captions FILE   write the spoken lines as WebVTT
              --plan            print the story plan as JSON; without --out nothing is drawn
              --sheet FILE      draw a contact sheet, a PNG; without --out no film is made
              --frames N        pictures on the sheet; 8 when not said
              --hands N         threads that draw; as many as there are processors when not said
            """;

    private final PrintStream out;
    private final PrintStream err;

    private KamishibaiCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** @return 0 when done, 1 when it failed, 2 when the arguments cannot be followed */
    static int run(String[] args, PrintStream out, PrintStream err) {
        var command = new KamishibaiCommand(out, err);
        try {
            Headless.prepare();
            boolean gallery = args.length > 0 && args[0].equals("gallery");
            return gallery
                    ? command.gallery(new KamishibaiOptions(Arrays.copyOfRange(args, 1, args.length)))
                    : command.film(new KamishibaiOptions(args));
        } catch (KamishibaiOptions.Misuse | IllegalArgumentException e) {
            err.println(e.getMessage());
            return MISUSED;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile());
            return FAILED;
        } catch (FilmException | IOException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int film(KamishibaiOptions options) throws IOException {
        if (options.has("help")) {
            out.print(USAGE);
            return DONE;
        }
        RenderOrder order = order(options);
        StoryPlan plan = Kamishibai.plan(order);
        if (options.has("plan")) {
            out.println(Plans.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan));
        }
        String sheet = options.text("sheet");
        if (sheet != null) {
            int frames = (int) options.number("frames", 8, 1, 48);
            ContactSheet.of(
                            plan,
                            order.width(),
                            order.height(),
                            frames,
                            order.script().text())
                    .write(Path.of(sheet));
        }
        if (options.has("out")) {
            make(order.withPlan(plan), options.text("captions"));
        } else if (sheet == null && !options.has("plan")) {
            throw new KamishibaiOptions.Misuse(
                    "Say where the film goes with --out film.mp4, or ask for --plan or --sheet; --help says more");
        }
        return DONE;
    }

    private RenderOrder order(KamishibaiOptions options) throws IOException {
        Model model = options.model();
        int[] size = options.size("720x1280");
        if (Math.min(size[0], size[1]) > model.mostLines()) {
            throw new KamishibaiOptions.Misuse(
                    "%s draws up to %d lines, and %dx%d has %d; choose a smaller size or another model"
                            .formatted(model.label(), model.mostLines(), size[0], size[1], Math.min(size[0], size[1])));
        }
        double seconds = options.number("seconds", 8, model.leastSeconds(), model.mostSeconds());
        var order = RenderOrder.of(
                        script(options),
                        size[0],
                        size[1],
                        seconds,
                        options.whole("seed", 1),
                        model,
                        Path.of(options.text("out", "film.mp4")))
                .withSound(!options.has("silent"))
                .withHands((int) options.number("hands", 0, 0, 64));
        order = order.withTags(title(order.script().text()), null);
        String remix = options.text("remix");
        String extend = options.text("extend");
        return remix != null
                ? order.from(parent(remix), RenderOrder.Kin.REMIX)
                : extend != null ? order.from(parent(extend), RenderOrder.Kin.SEQUEL) : order;
    }

    private static Script script(KamishibaiOptions options) throws IOException {
        String file = options.text("script");
        String prompt = options.text("prompt");
        if (file == null && prompt == null && !options.has("extend")) {
            throw new KamishibaiOptions.Misuse("Say what the film shall show with --prompt \"…\"; --help says more");
        }
        Script script = file == null ? Script.of("") : Script.parse(Files.readString(Path.of(file)));
        String avoid = options.text("avoid");
        Script worded = prompt == null ? script : script.withText(prompt);
        return avoid == null ? worded : worded.avoiding(avoid);
    }

    private static @Nullable String title(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.isEmpty()
                ? null
                : line.substring(0, line.offsetByCodePoints(0, Math.min(80, line.codePointCount(0, line.length()))));
    }

    private static StoryPlan parent(String file) throws IOException {
        return Plans.read(Files.readString(Path.of(file)));
    }

    private void make(RenderOrder order, @Nullable String captions) throws IOException {
        Film film = Kamishibai.make(order, bar());
        err.println();
        String spoken = film.captions();
        if (captions != null && spoken != null) {
            Files.writeString(Path.of(captions), spoken);
        }
        err.printf("%s: %d frames, %.1f MB%n", film.video(), film.frames(), film.bytes() / 1e6);
    }

    private Progress bar() {
        return (done, total) -> {
            int width = 40;
            int full = done * width / total;
            if (done == total || done * width / total != (done - 1) * width / total) {
                err.printf("\r[%s%s] %3d %%", "#".repeat(full), ".".repeat(width - full), done * 100 / total);
                err.flush();
            }
        };
    }

    private int gallery(KamishibaiOptions options) throws IOException {
        String out = options.text("out");
        if (out == null) {
            throw new KamishibaiOptions.Misuse("Say where the sheets go with --out DIR");
        }
        int[] size = options.size("360x640");
        var gallery = options.has("album")
                ? Gallery.album(Path.of(out))
                : Gallery.of(Path.of(out), size[0], size[1], (int) options.number("frames", 6, 1, 48));
        gallery.draw(options.text("only"), err);
        return DONE;
    }
}
