package app.emaki.model.kamishibai;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
        var job = new RenderJob(order, this::cancel);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("The workshop is closed");
            }
            waiting.add(job);
        }
        assign();
        return job;
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
            WorkerProcess idle = workers.stream()
                    .filter(w -> w.alive() && w.job() == null)
                    .findFirst()
                    .orElse(null);
            if (idle == null && workers.size() < settings.workers()) {
                idle = hire();
            }
            if (idle == null) {
                return;
            }
            give(idle, waiting.remove());
        }
    }

    private void give(WorkerProcess worker, RenderJob job) {
        worker.take(job);
        clock.schedule(
                () -> {
                    if (!job.finished()) {
                        job.fail("The film was not done within "
                                + settings.timeLimit().toSeconds() + " seconds");
                        replace(worker, job);
                    }
                },
                settings.timeLimit().toMillis(),
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
