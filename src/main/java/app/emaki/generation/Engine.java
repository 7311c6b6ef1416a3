package app.emaki.generation;

import app.emaki.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the worker of this process going: woken when something arrives, and looking by itself now and then. */
@Component
@ConditionalOnProperty("emaki.generation.worker")
class Engine implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration GOOD_BYE = Duration.ofSeconds(8);

    private final GenerationWorker worker;
    private final Leases leases;
    private final Farewells farewells;
    private final GenerationSettings settings;
    private final Clock clock;
    private final Semaphore calls = new Semaphore(0);
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    Engine(
            Admission admission,
            Leases leases,
            Steps steps,
            Farewells farewells,
            GenerationSettings settings,
            Ids ids,
            Clock clock) {
        this.worker = new GenerationWorker(ids.next(), admission, leases, steps, settings.threads());
        this.leases = leases;
        this.farewells = farewells;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at once, for instance after an order. */
    @TransactionalEventListener(fallbackExecution = true)
    void wake(WorkArrived arrived) {
        calls.release();
    }

    @Override
    public void start() {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        running = true;
        worker.beat();
        Thread.ofPlatform().name("engine").daemon().start(this::run);
        Thread.ofPlatform().name("engine-heart").daemon().start(this::beat);
    }

    @Override
    public void stop() {
        running = false;
        calls.release();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GOOD_BYE.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        worker.leave();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                int taken = worker.look(step -> threads.execute(() -> {
                    step.run();
                    calls.release();
                }));
                if (taken == 0) {
                    pause();
                } else if (worker.full()) {
                    letLeave();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // whatever it is, a process that gives signs of life must look for work
                log.warn("The engine could not look for work: {}", e.toString());
                rest(settings.tick());
            }
        }
    }

    /** A full house is entered in groups: a look for each place that comes free would cost more than the steps themselves. */
    private void letLeave() throws InterruptedException {
        if (calls.tryAcquire(settings.threads() / 4, SHORTEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    private void pause() throws InterruptedException {
        // woken by an order, or in time for the next step
        long untilNext = leases.next(worker.masters())
                .map(at -> Duration.between(clock.instant(), at).toMillis())
                .orElse(Long.MAX_VALUE);
        long pause =
                Math.clamp(untilNext, SHORTEST_PAUSE.toMillis(), settings.tick().toMillis());
        if (calls.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    private void beat() {
        while (running) {
            try {
                worker.beat();
                threads.execute(this::sayFarewells);
            } catch (Throwable e) {
                log.warn("The engine could not give a sign of life: {}", e.toString());
            }
            rest(settings.lease().dividedBy(3));
        }
    }

    private void sayFarewells() {
        try {
            farewells.sayAll(worker.node());
        } catch (RuntimeException e) {
            log.warn("Backends could not be told what nobody wants any more: {}", e.toString());
        }
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
