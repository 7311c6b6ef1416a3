package app.emaki.generation;

import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.bench.Bars;
import app.emaki.media.Mastering;
import app.emaki.media.MasteringOrder;
import app.emaki.media.mastering.Clips;
import app.emaki.model.Aspect;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code bench/queue} measures inside the running application. */
@Component
@ConditionalOnProperty("emaki.bench.instant")
public class QueueMeasures {
    private static final int ACCOUNTS = 100;
    private static final int JOBS = 2000;
    private static final int ROUNDS = 7;
    private static final int WARM = 2;
    private static final int THREADS = 16;
    private static final int ORDERS = 200;
    private static final int FILMS = 9;

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Accounts accounts;
    private final Generations generations;
    private final Admission admission;
    private final Engine engine;
    private final InstantBackend backend;
    private final Mastering mastering;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Path data;

    QueueMeasures(
            Accounts accounts,
            Generations generations,
            Admission admission,
            Engine engine,
            InstantBackend backend,
            Mastering mastering,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @Value("${emaki.data}") Path data) {
        this.accounts = accounts;
        this.generations = generations;
        this.admission = admission;
        this.engine = engine;
        this.backend = backend;
        this.mastering = mastering;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.data = data;
    }

    /** Runs everything, and prints a line for each measure and one with the ratio at the end. */
    public void run(Bars bars) throws Exception {
        jdbc.sql("update plan_limits set concurrent = 100").update();
        var people = people("bench", ACCOUNTS);
        // in turns, so that what else the machine does falls on both; the first rounds are for the compiler
        var floors = new double[ROUNDS];
        var rates = new double[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            floors[n] = floorRate(JOBS);
            rates[n] = engineRate(people, JOBS);
            print("round %d: floor %.0f jobs/s, engine %.0f jobs/s", n + 1, floors[n], rates[n]);
        }
        double floor = part(Arrays.copyOfRange(floors, WARM, ROUNDS), 0.5);
        double rate = part(Arrays.copyOfRange(rates, WARM, ROUNDS), 0.5);
        print(
                "floor %.0f jobs/s (claimed), engine %.0f jobs/s (claimed, noted as leaving, handed over, handle kept)",
                floor, rate);
        latency(people);
        double growth = growth(people);
        double overhead = overhead(people.getFirst());
        bars.least("queue.rate", rate / floor);
        bars.most("queue.growth", growth);
        bars.most("queue.overhead", overhead);
        print(
                "queue ratio=%.2f (of the floor's rate, at least %.2f; admission with 100,000 queued: %.2f, at most %.2f)",
                rate / floor, bars.bar("queue.rate"), growth, bars.bar("queue.growth"));
    }

    /** Films that wait already, until the last of them is with the backend and its handle is kept. */
    private double engineRate(List<Viewer> people, int jobs) throws InterruptedException {
        engine.stop();
        backend.called.clear();
        queue(people, jobs);
        long processor = MACHINE.getProcessCpuTime();
        long commits = commits();
        long begin = System.nanoTime();
        engine.start();
        while (backend.called.size() < jobs) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(
                "%d films handed over in %.1f s, with %.1f s of processor time and %.2f transactions a film",
                jobs, seconds, (MACHINE.getProcessCpuTime() - processor) / 1e9, (commits() - commits) / (double) jobs);
        engine.stop();
        finishAll();
        engine.start();
        return jobs / seconds;
    }

    private long commits() {
        return jdbc.sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** The least that a queue in this database does for a job: claim one, commit. */
    private double floorRate(int jobs) throws InterruptedException {
        jdbc.sql("drop table if exists floor_job").update();
        jdbc.sql("create table floor_job (id uuid primary key, state text not null, created_at timestamptz not null)")
                .update();
        jdbc.sql("insert into floor_job select gen_random_uuid(), 'QUEUED', now() from generate_series(1, ?)")
                .param(jobs)
                .update();
        jdbc.sql("create index on floor_job (created_at) where state = 'QUEUED'")
                .update();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < THREADS; n++) {
                threads.execute(this::claimAll);
            }
        }
        return jobs / ((System.nanoTime() - begin) / 1e9);
    }

    private void claimAll() {
        while (Boolean.TRUE.equals(transactions.execute(tx -> jdbc.sql("""
                        update floor_job set state = 'RUNNING' where id = (
                            select id from floor_job where state = 'QUEUED' order by created_at limit 1 for update skip locked)""").update() == 1))) {
            // the next one
        }
    }

    /** From the call of {@code submit} to the first call of the backend, while nothing else goes on. */
    private void latency(List<Viewer> people) throws InterruptedException {
        backend.called.clear();
        var waited = new double[ORDERS];
        for (int n = 0; n < ORDERS; n++) {
            long begin = System.nanoTime();
            var id = order(people.get(n % ACCOUNTS), 160);
            while (!backend.called.containsKey(id)) {
                TimeUnit.MICROSECONDS.sleep(200);
            }
            waited[n] = (backend.called.get(id) - begin) / 1e6;
        }
        finishAll();
        print("submit to first backend call: p50 %.1f ms, p99 %.1f ms", part(waited, 0.5), part(waited, 0.99));
    }

    /** Admission of one film with a thousand and with a hundred thousand in the queue of as many people. */
    private double growth(List<Viewer> people) {
        engine.stop();
        // the small queue before and after the large one, so that what grows meanwhile falls on both
        double before = admission(people, 1_000);
        double many = admission(people, 100_000);
        double few = (before + admission(people, 1_000)) / 2;
        print(
                "admission: %.2f ms with 1,000 queued, %.2f ms with 100,000 queued (of %d accounts)",
                few, many, ACCOUNTS);
        var crowd = people("crowd", 2_500);
        print("admission: %.2f ms with 100,000 queued of 2,500 accounts", admission(crowd, 100_000));
        engine.start();
        return many / few;
    }

    private double admission(List<Viewer> people, int queued) {
        queue(people, queued);
        jdbc.sql("analyze generation").update();
        var node = UUID.randomUUID();
        var took = new double[160];
        for (int n = 0; n < took.length; n++) {
            long begin = System.nanoTime();
            admission.admit(node, 1);
            took[n] = (System.nanoTime() - begin) / 1e6;
        }
        finishAll();
        jdbc.sql("vacuum analyze generation").update();
        return part(Arrays.copyOfRange(took, 60, took.length), 0.5);
    }

    /** A whole film with an instant backend, less what mastering it takes by itself. */
    private double overhead(Viewer viewer) throws Exception {
        var film = Clips.write(data.resolve("clip.mp4"), 160, 284, 2);
        backend.film = film;
        var whole = new double[FILMS];
        var alone = new double[FILMS];
        for (int n = -2; n < FILMS; n++) {
            long begin = System.nanoTime();
            var id = order(viewer, 160);
            while (!ended(id)) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            double took = (System.nanoTime() - begin) / 1e6;
            long second = System.nanoTime();
            mastering.master(
                    film,
                    new MasteringOrder(
                            "bench",
                            "Bench",
                            InstantBackend.MODEL,
                            UUID.randomUUID(),
                            null,
                            null,
                            null,
                            true,
                            160,
                            284,
                            2));
            if (n >= 0) {
                whole[n] = took;
                alone[n] = (System.nanoTime() - second) / 1e6;
            }
        }
        Files.delete(film);
        double overhead = part(whole, 0.5) - part(alone, 0.5);
        print(
                "a whole film: median %.0f ms, of which mastering %.0f ms; overhead %.0f ms",
                part(whole, 0.5), part(alone, 0.5), overhead);
        return overhead;
    }

    private boolean ended(UUID id) {
        return jdbc.sql("select finished_at is not null from generation where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID order(Viewer viewer, int lines) {
        return generations
                .submit(
                        viewer,
                        new GenerationRequest(
                                new Prompt("A kite over the sea", "en"),
                                InstantBackend.MODEL,
                                Aspect.PORTRAIT,
                                2,
                                lines,
                                true,
                                7L,
                                1,
                                null))
                .getFirst();
    }

    /** Straight into the table, as no page may put so many there. */
    private void queue(List<Viewer> people, int jobs) {
        jdbc.sql("""
                        insert into generation (id, account_id, group_id, take, state, model, backend, configuration, prompt, language, aspect,
                            seconds, lines, sound, seed, credits, video_id, created_at)
                        select gen_random_uuid(), (:people::uuid[])[1 + n % :count], gen_random_uuid(), 1, 'QUEUED', 'instant-1', 'instant', '1',
                            'A kite over the sea', 'en', 'PORTRAIT', 2, 160, true, 7, 0, gen_random_uuid(), now() - (:jobs - n) * interval '1 millisecond'
                        from generate_series(1, :jobs) n""")
                .param("people", people.stream().map(Viewer::id).toArray(UUID[]::new))
                .param("count", people.size())
                .param("jobs", jobs)
                .update();
    }

    private void finishAll() {
        jdbc.sql("delete from generation where finished_at is null").update();
    }

    /** Copies of one account, as a password for each would take longer than all the rest. */
    private List<Viewer> people(String name, int count) {
        var first = accounts.register(name, name + "@example.org", "a password of the benchmark");
        accounts.activate(first.id());
        accounts.assign(first.id(), Plan.PRO, first.id());
        return jdbc.sql("""
                        insert into account select (jsonb_populate_record(a, jsonb_build_object(
                            'id', gen_random_uuid(), 'handle', a.handle || n, 'skeleton', a.skeleton || n, 'email', n || a.email))).*
                        from account a, generate_series(1, :count) n where a.id = :id returning id""").param("count", count).param("id", first.id()).query(UUID.class).list().stream()
                .map(id -> accounts.find(id).orElseThrow())
                .toList();
    }

    private static double part(double[] values, double part) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }

    private static void print(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
