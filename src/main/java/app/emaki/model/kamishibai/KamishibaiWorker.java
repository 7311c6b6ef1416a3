package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.Progress;
import app.emaki.model.kamishibai.picture.stage.Headless;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** A process that makes one film after another as told on its standard input; it ends when that does, so it never outlives its parent. */
public final class KamishibaiWorker {
    /** The first argument of the program that makes it a worker. */
    public static final String COMMAND = "kamishibai-worker";

    private static final Duration BETWEEN_GLIMPSES = Duration.ofMillis(900);

    private final PrintStream out;
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();
    private final ExecutorService bench = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("kamishibai-bench")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private KamishibaiWorker(PrintStream out) {
        this.out = out;
    }

    /** Serves until the standard input ends. */
    public static void main(String[] args) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // nothing may slip in between the answers
        Headless.prepare();
        new KamishibaiWorker(answers).serve(System.in);
    }

    private void serve(InputStream in) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line);
            }
        } finally {
            Runtime.getRuntime().halt(0); // a film in the making has nobody to go to
        }
    }

    private void obey(String line) {
        Message message;
        try {
            message = Message.parse(line);
        } catch (JacksonException e) {
            say(Message.failed("", "Not understood: " + e.getOriginalMessage()));
            return;
        }
        switch (message.kind()) {
            case ORDER ->
                bench.execute(() -> answer(
                        Objects.requireNonNull(message.job()),
                        progress -> Kamishibai.make(Objects.requireNonNull(message.order()), progress)));
            case SKETCH ->
                bench.execute(() -> answer(
                        Objects.requireNonNull(message.job()),
                        progress -> Sketches.draw(
                                Objects.requireNonNull(message.order()),
                                Objects.requireNonNull(message.moments()),
                                progress)));
            case CANCEL -> givenUp.add(Objects.requireNonNull(message.job()));
            case PING -> say(Message.of(Message.Kind.PONG, message.job()));
            default -> say(Message.failed("", "Not a word for a worker: " + message.kind()));
        }
    }

    private void answer(String job, Function<Progress, Film> work) {
        try {
            say(Message.done(job, work.apply(watch(job))));
        } catch (CancellationException e) {
            say(Message.of(Message.Kind.CANCELLED, job));
        } catch (OutOfMemoryError e) {
            say(Message.failed(job, "Out of memory: a film of this size needs a larger worker"));
        } catch (RuntimeException | Error e) {
            e.printStackTrace(System.err);
            say(Message.failed(job, String.valueOf(e.getMessage())));
        } finally {
            givenUp.remove(job);
        }
    }

    private Progress watch(String job) {
        return new Progress() {
            private long next = System.nanoTime();

            @Override
            public void picture(byte[] i420, int width, int height) {
                if (System.nanoTime() - next >= 0) {
                    say(Message.glimpse(job, Glimpse.jpeg(i420, width, height)));
                    next = System.nanoTime() + BETWEEN_GLIMPSES.toNanos();
                }
            }

            @Override
            public void frames(int done, int total) {
                say(Message.progress(job, done, total));
            }

            @Override
            public boolean cancelled() {
                return givenUp.contains(job);
            }
        };
    }

    private synchronized void say(Message message) {
        out.println(message.line());
    }
}
