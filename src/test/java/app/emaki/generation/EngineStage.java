package app.emaki.generation;

import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.model.Aspect;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the engine play with: people with plans, orders, and workers that come and go. */
class EngineStage {
    @Autowired
    Accounts accounts;

    @Autowired
    Generations generations;

    @Autowired
    Credits credits;

    @Autowired
    Admission admission;

    @Autowired
    Leases leases;

    @Autowired
    Steps steps;

    @Autowired
    Farewells farewells;

    @Autowired
    Strays strays;

    @Autowired
    Breaker breaker;

    @Autowired
    ScriptedBackend backend;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    GenerationWorker worker = none();

    /** Nobody else's jobs, an obedient backend, and a fresh worker. */
    void clear() {
        backend.reset();
        jdbc.sql("delete from generation where state not in ('SUCCEEDED', 'FAILED', 'CANCELLED')")
                .update();
        jdbc.sql("update generation set stop_at = null where stop_at is not null")
                .update();
        jdbc.sql("delete from turn").update();
        jdbc.sql("delete from node").update();
        jdbc.sql("delete from backend").update();
        breaker.took(backend.backend());
        worker = newWorker();
    }

    GenerationWorker newWorker() {
        return new GenerationWorker(UUID.randomUUID(), admission, leases, steps, 16);
    }

    Viewer someone(Plan plan) {
        var handle = "g" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        var viewer = accounts.register(handle, handle + "@example.org", "long enough to guess");
        jdbc.sql("update account set standing = 'ACTIVE', plan = ? where id = ?")
                .params(plan.name(), viewer.id())
                .update();
        return accounts.find(viewer.id()).orElseThrow();
    }

    UUID order(Viewer viewer) {
        return order(viewer, 1).getFirst();
    }

    List<UUID> order(Viewer viewer, int takes) {
        return generations.submit(viewer, request(takes));
    }

    static GenerationRequest request(int takes) {
        return new GenerationRequest(
                new Prompt("A cat walks through rain. It looks up.", "en"),
                ScriptedBackend.MODEL,
                Aspect.PORTRAIT,
                2,
                160,
                true,
                7L,
                takes,
                null);
    }

    GenerationView see(Viewer viewer, UUID id) {
        return generations.find(viewer, id).orElseThrow();
    }

    State state(UUID id) {
        return State.valueOf(column(id, "state"));
    }

    @Nullable
    String failure(UUID id) {
        return jdbc.sql("select failure from generation where id = ?")
                .param(id)
                .query(String.class)
                .list()
                .getFirst();
    }

    /** Steps until nothing is due; time stands still. */
    void work() {
        while (worker.step() > 0) {
            // there may be a next step now
        }
    }

    /** Lets time pass, with all steps that become due on the way. */
    void workFor(Duration time) {
        for (int i = 0; i < 10; i++) {
            work();
            clock.pass(time.dividedBy(10));
        }
        work();
    }

    /** The worker's process is killed while it sends that film: the backend has it, and nobody writes anything any more. */
    void dieSending(UUID id) {
        backend.submit = ScriptedBackend.Submit.TAKE_AND_DIE;
        backend.meanwhile = () -> jdbc.sql("update generation set fence = fence + 1 where id = ?")
                .param(id)
                .update();
        work();
        backend.meanwhile = () -> {};
    }

    /** The worker is gone without a word, and its lease has run out. */
    void replaceWorker() {
        worker = newWorker();
        clock.pass(Duration.ofSeconds(31));
    }

    private String column(UUID id, String name) {
        return Objects.requireNonNull(jdbc.sql("select " + name + " from generation where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    @SuppressWarnings("NullAway")
    private static GenerationWorker none() {
        return null;
    }
}
