package app.emaki.model.kamishibai;

import app.emaki.platform.Offline;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One worker process as its parent sees it: takes one job at a time, and tells when it is free or gone. */
final class WorkerProcess {
    private static final int LAST_WORDS = 12;

    /** Hears from a worker; called on the thread that reads its answers. */
    interface Owner {
        void free(WorkerProcess worker);

        void gone(WorkerProcess worker);
    }

    private final Process process;
    private final BufferedWriter orders;
    private final Owner owner;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private @Nullable RenderJob job;

    WorkerProcess(WorkshopSettings settings, Owner owner) throws IOException {
        this.owner = owner;
        process = new ProcessBuilder(Offline.command(WorkerCommand.of(settings))).start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().name("kamishibai-answers").start(this::listen);
        Thread.ofVirtual().name("kamishibai-grumbles").start(this::overhear);
    }

    synchronized void take(RenderJob next) {
        job = next;
        next.begin();
        tell(next.message());
    }

    synchronized @Nullable RenderJob job() {
        return job;
    }

    void giveUp(RenderJob unwanted) {
        tell(Message.of(Message.Kind.CANCEL, unwanted.id()));
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    private synchronized void tell(Message message) {
        try {
            orders.write(message.line());
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            process.destroyForcibly(); // the listener notices and settles the job
        }
    }

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                hear(Message.parse(line));
            }
        } catch (IOException | JacksonException e) {
            process.destroyForcibly();
        }
        buried();
    }

    private void hear(Message message) {
        RenderJob current = job();
        if (current == null || !current.id().equals(message.job())) {
            return;
        }
        switch (message.kind()) {
            case PROGRESS ->
                current.progress(Objects.requireNonNull(message.done()), Objects.requireNonNull(message.total()));
            case GLIMPSE -> current.glimpse(Objects.requireNonNull(message.picture()));
            case DONE -> settle(() -> current.succeed(Objects.requireNonNull(message.film())));
            case CANCELLED -> settle(current::givenUp);
            case FAILED ->
                settle(() -> current.fail(Objects.requireNonNullElse(message.problem(), "The film could not be made")));
            default -> {}
        }
    }

    private void settle(Runnable end) {
        synchronized (this) {
            job = null;
        }
        end.run();
        owner.free(this);
    }

    private void buried() {
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            code = -1;
        }
        RenderJob orphan;
        synchronized (this) {
            orphan = job;
            job = null;
        }
        if (orphan != null) {
            orphan.fail("The worker ended with code " + code + words());
        }
        owner.gone(this);
    }

    private void overhear() {
        try (BufferedReader grumbles = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = grumbles.readLine(); line != null; line = grumbles.readLine()) {
                synchronized (lastWords) {
                    lastWords.add(line);
                    if (lastWords.size() > LAST_WORDS) {
                        lastWords.remove();
                    }
                }
            }
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    private String words() {
        synchronized (lastWords) {
            return lastWords.isEmpty() ? "" : ": " + String.join(" / ", lastWords);
        }
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    void endOfOrders() {
        try {
            orders.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }
}
