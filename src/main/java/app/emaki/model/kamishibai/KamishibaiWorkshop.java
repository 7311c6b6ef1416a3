package app.emaki.model.kamishibai;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps worker processes warm and gives them films to make. Neither a crash in native code nor a full processor in a worker
 * touches this process: a crash fails the one film that was being made, and the next film gets a new worker.
 */
public final class KamishibaiWorkshop implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 900;
    /** With the time that a new worker takes to wake up. */
    private static final Duration SKETCH_LIMIT = Duration.ofSeconds(90);

    private final WorkshopSettings settings;
    private final Deque<RenderJob> waiting = new ArrayDeque<>();
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final ScheduledExecutorService clock;
    private boolean closed;

    private final WorkerProcess.Owner owner = new WorkerProcess.Owner() {
        @Override
        public void free(WorkerProcess worker) {
            assign();
        }

        @Override
        public void gone(WorkerProcess worker) {
            forget(worker);
        }
    };

    public KamishibaiWorkshop(WorkshopSettings settings) {
        this.settings = settings;
        ThreadFactory daemons =
                Thread.ofPlatform().name("kamishibai-clock").daemon().factory();
        clock = Executors.newSingleThreadScheduledExecutor(daemons);
    }

    /** Starts the first worker, so that the first film need not wait for it. */
    public synchronized void warm() {
        if (workers.isEmpty() && !closed) {
            hire();
        }
    }

    /** Queues a film; it begins as soon as a worker is free. Never blocks. */
    public RenderJob submit(RenderOrder order) {
        var job = new RenderJob(order, List.of(), this::cancel);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("The workshop is closed");
            }
            waiting.add(job);
        }
        assign();
        return job;
    }

    /**
     * Draws moments of a film that nobody has ordered, with hands that have nothing else to do; a film that comes in between takes
     * the worker over.
     *
     * @param moments in seconds, at least one
     * @return empty while every worker is busy
     */
    public synchronized Optional<RenderJob> sketch(RenderOrder order, List<Double> moments) {
        if (closed || !waiting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(idle()).map(worker -> {
            var job = new RenderJob(order, List.copyOf(moments), this::cancel);
            give(worker, job, SKETCH_LIMIT);
            return job;
        });
    }

    /** Films that no worker has taken up yet. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Process ids of the workers that are alive. */
    public synchronized List<Long> workers() {
        return workers.stream()
                .filter(WorkerProcess::alive)
                .map(WorkerProcess::pid)
                .toList();
    }

    private synchronized void assign() {
        while (!waiting.isEmpty() && !closed) {
            var idle = idle();
            if (idle == null) {
                clearTables();
                return;
            }
            give(idle, waiting.remove(), settings.timeLimit());
        }
    }

    private @Nullable WorkerProcess idle() {
        return workers.stream()
                .filter(w -> w.alive() && w.job() == null)
                .findFirst()
                .orElseGet(() -> workers.size() < settings.workers() ? hire() : null);
    }

    /** Sketches give way to films. */
    private void clearTables() {
        for (var worker : workers) {
            var job = worker.job();
            if (job != null && job.sketch()) {
                worker.giveUp(job);
            }
        }
    }

    private void give(WorkerProcess worker, RenderJob job, Duration limit) {
        worker.take(job);
        clock.schedule(
                () -> {
                    if (!job.finished()) {
                        job.fail("The film was not done within " + limit.toSeconds() + " seconds");
                        replace(worker, job);
                    }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private @Nullable WorkerProcess hire() {
        try {
            var worker = new WorkerProcess(settings, owner);
            workers.add(worker);
            return worker;
        } catch (IOException e) {
            waiting.forEach(job -> job.turnedAway("No worker could be started: " + e.getMessage()));
            waiting.clear();
            return null;
        }
    }

    private void cancel(RenderJob job) {
        WorkerProcess worker;
        synchronized (this) {
            if (waiting.remove(job)) {
                job.givenUp();
                return;
            }
            worker = workers.stream()
                    .filter(w -> job.equals(w.job()))
                    .findFirst()
                    .orElse(null);
        }
        if (worker != null) {
            worker.giveUp(job);
            if (job.sketch()) {
                return; // a moment is drawn in a blink, and a new worker takes seconds
            }
            clock.schedule(() -> replace(worker, job), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends a worker that still holds a job it should have let go. */
    private static void replace(WorkerProcess worker, RenderJob job) {
        if (job.equals(worker.job())) {
            worker.kill();
        }
    }

    private void forget(WorkerProcess worker) {
        synchronized (this) {
            workers.remove(worker);
        }
        assign();
    }

    /** Gives up what is being made and ends the workers. */
    @Override
    public void close() {
        List<WorkerProcess> staff;
        synchronized (this) {
            closed = true;
            waiting.forEach(RenderJob::givenUp);
            waiting.clear();
            staff = List.copyOf(workers);
        }
        clock.shutdownNow();
        staff.forEach(WorkerProcess::endOfOrders);
        staff.forEach(KamishibaiWorkshop::end);
    }

    private static void end(WorkerProcess worker) {
        try {
            if (!worker.awaitEnd(PATIENCE_MILLIS)) {
                worker.kill();
            }
        } catch (InterruptedException e) {
            worker.kill();
            Thread.currentThread().interrupt();
        }
    }
}
