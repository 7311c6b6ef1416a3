package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.generation.WaitsFor.Thing;
import app.emaki.model.Backends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class AdmissionTests {
    @Autowired
    EngineStage stage;

    @Autowired
    ScriptedBackend backend;

    @Autowired
    Backends backends;

    @BeforeEach
    void anEmptyEngine() {
        stage.clear();
    }

    @Test
    void aFreeAccountRendersOneFilmAtATime() {
        var viewer = stage.someone(Plan.FREE);
        var ids = stage.order(viewer, 3);

        assertThat(admit(10)).containsExactly(ids.getFirst());
        assertThat(admit(10)).isEmpty();
    }

    @Test
    void aPlusAccountRendersTwo() {
        var viewer = stage.someone(Plan.PLUS);
        var ids = stage.order(viewer, 4);

        assertThat(admit(10)).containsExactlyElementsOf(ids.subList(0, 2));
    }

    @Test
    void aBackendNeverHasMoreThanItTakes() {
        backend.concurrent = 2;
        for (int i = 0; i < 5; i++) {
            stage.order(stage.someone(Plan.FREE));
        }

        assertThat(admit(10)).hasSize(2);
        assertThat(admit(10)).isEmpty();
    }

    @Test
    void everybodyWithAPlanTogetherHasALimitOfTheirOwn() {
        var plans = List.of(Plan.FREE, Plan.FREE, Plan.FREE, Plan.PLUS);
        var ids = plans.stream().map(plan -> stage.order(stage.someone(plan))).toList();
        stage.jdbc
                .sql("update plan_limits set together = 2 where plan = 'FREE'")
                .update();
        try {
            assertThat(admit(10)).containsExactlyInAnyOrder(ids.get(0), ids.get(1), ids.get(3));
            assertThat(admit(10)).isEmpty();
            var waiting = stage.jdbc
                    .sql("select account_id from generation where id = ?")
                    .param(ids.get(2))
                    .query(UUID.class)
                    .single();
            var waits = stage.see(stage.accounts.find(waiting).orElseThrow(), ids.get(2))
                    .waitsFor();
            assertThat(waits).isEqualTo(new WaitsFor(Thing.PLAN, 2));

            finish(ids.getFirst());
            assertThat(admit(10)).containsExactly(ids.get(2));
        } finally {
            stage.jdbc.sql("update plan_limits set together = null").update();
        }
    }

    @Test
    void parallelClaimersHoldEveryLimit() throws Exception {
        backend.concurrent = 3;
        for (int i = 0; i < 4; i++) {
            stage.order(stage.someone(Plan.FREE), 4);
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var claimers = IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<List<Claim>>) () -> stage.admission.admit(UUID.randomUUID(), 2))
                    .toList();
            int claimed = 0;
            for (var done : threads.invokeAll(claimers)) {
                claimed += done.get().size();
            }

            assertThat(claimed).isEqualTo(3);
            assertThat(most("account_id")).isEqualTo(1);
            assertThat(most("backend")).isEqualTo(3);
        }
    }

    @Test
    void aCrowdOfOneAccountCostsAnotherOneFilmAtMost() {
        backend.concurrent = 1;
        var crowd = stage.someone(Plan.PLUS);
        var first = stage.order(crowd, 4);
        stage.clock.pass(Duration.ofSeconds(1));
        stage.order(crowd, 4);
        assertThat(admit(1)).containsExactly(first.getFirst());
        stage.clock.pass(Duration.ofSeconds(1));
        var one = stage.order(stage.someone(Plan.FREE));

        finish(first.getFirst());

        assertThat(admit(1)).containsExactly(one);
    }

    @Test
    void accountsTakeTurnsByTheWeightOfTheirPlans() {
        backend.concurrent = 1;
        var free = stage.someone(Plan.FREE);
        var pro = stage.someone(Plan.PRO);
        stage.order(free, 4);
        stage.clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            stage.order(pro, 4);
            stage.clock.pass(Duration.ofSeconds(1));
        }

        var served = new ArrayList<Viewer>();
        for (int i = 0; i < 10; i++) {
            var id = admit(1).getFirst();
            served.add(stage.generations.find(free, id).isPresent() ? free : pro);
            finish(id);
        }

        assertThat(served.getFirst()).isEqualTo(pro);
        assertThat(served.stream().filter(free::equals)).hasSize(2);
    }

    @Test
    void whoWasAwayForLongHasSavedUpNothing() {
        backend.concurrent = 1;
        var busy = stage.someone(Plan.FREE);
        var rare = stage.someone(Plan.FREE);
        finish(admitted(stage.order(rare)));
        for (int i = 0; i < 8; i++) {
            finish(admitted(stage.order(busy)));
        }
        stage.order(rare, 2);
        stage.clock.pass(Duration.ofSeconds(1));
        stage.jdbc
                .sql("update turn set next = served where account_id = ?")
                .param(busy.id())
                .update();
        stage.credits.grant(busy.id(), 10, "test", busy.id());
        var next = stage.order(busy);

        finish(admit(1).getFirst());

        assertThat(admit(1)).containsExactly(next);
    }

    @Test
    void aDrainedBackendFinishesAndTakesNoMore() {
        stage.order(stage.someone(Plan.FREE));
        backends.drain("scripted", true);
        try {
            assertThat(admit(10)).isEmpty();
        } finally {
            backends.drain("scripted", false);
        }
        assertThat(admit(10)).hasSize(1);
    }

    @Test
    void thePlaceInTheQueueIsTheTurnThatIsTaken() {
        backend.concurrent = 1;
        var crowd = stage.someone(Plan.FREE);
        stage.order(crowd, 4);
        stage.clock.pass(Duration.ofSeconds(1));
        var other = stage.someone(Plan.FREE);
        var one = stage.order(other);

        assertThat(stage.see(other, one).place()).isEqualTo(2);
        assertThat(stage.generations
                        .quote(stage.someone(Plan.FREE), EngineStage.request(1))
                        .place())
                .isEqualTo(3);
    }

    @Test
    void whoWaitsIsToldForWhat() {
        var viewer = stage.someone(Plan.FREE);
        var ids = stage.order(viewer, 2);
        assertThat(waitsFor(viewer, ids.getFirst())).isEqualTo(new WaitsFor(Thing.TURN, 0));

        admit(1);
        assertThat(waitsFor(viewer, ids.getLast())).isEqualTo(new WaitsFor(Thing.OWN_FILMS, 1));

        backend.concurrent = 1;
        var other = stage.someone(Plan.PLUS);
        var one = stage.order(other);
        assertThat(waitsFor(other, one)).isEqualTo(new WaitsFor(Thing.MODEL, 1));

        backends.drain("scripted", true);
        try {
            assertThat(waitsFor(other, one)).isEqualTo(new WaitsFor(Thing.CLOSED, 0));
            assertThat(stage.see(other, one).estimateSeconds()).isNull();
        } finally {
            backends.drain("scripted", false);
        }
    }

    @Test
    void filmsOfManyAccountsAreLetInTogetherByTheirTurns() {
        backend.concurrent = 10;
        var crowd = stage.someone(Plan.PLUS);
        var first = stage.order(crowd, 4);
        stage.clock.pass(Duration.ofSeconds(1));
        var others = IntStream.range(0, 5)
                .mapToObj(i -> {
                    stage.clock.pass(Duration.ofSeconds(1));
                    return stage.order(stage.someone(Plan.FREE));
                })
                .toList();

        assertThat(admit(3)).containsExactly(first.getFirst(), others.get(0), others.get(1));
        assertThat(admit(16)).hasSize(4).contains(first.get(1)).containsAll(others.subList(2, 5));
    }

    private WaitsFor waitsFor(Viewer viewer, UUID id) {
        return Objects.requireNonNull(stage.see(viewer, id).waitsFor());
    }

    @Test
    void theEstimateIsLearnedFromTheLastRenders() {
        var viewer = stage.someone(Plan.PLUS);
        stage.order(viewer);
        stage.work();
        stage.clock.pass(Duration.ofSeconds(40));
        stage.work();
        // twenty more that took as long, and one long before them that took a day
        renders(viewer, 20, 1, 40);
        renders(viewer, 1, 1000, 86_400);

        assertThat(stage.generations.quote(viewer, EngineStage.request(1)).estimateSeconds())
                .isBetween(39L, 41L);
    }

    /** As the viewer's last film, so many minutes earlier, and in so many seconds. */
    private void renders(Viewer viewer, int films, int minutesBefore, int seconds) {
        stage.jdbc
                .sql("""
                        insert into generation select (jsonb_populate_record(g, jsonb_build_object(
                            'id', gen_random_uuid(), 'group_id', gen_random_uuid(), 'video_id', gen_random_uuid(),
                            'finished_at', g.finished_at - :before * interval '1 minute',
                            'admitted_at', g.finished_at - :before * interval '1 minute' - :seconds * interval '1 second'))).*
                        from generation g, generate_series(1, :films)
                        where g.account_id = :account and g.state = 'SUCCEEDED' and g.finished_at = (
                            select max(finished_at) from generation where account_id = :account and state = 'SUCCEEDED')
                        limit :films""")
                .param("account", viewer.id())
                .param("films", films)
                .param("before", minutesBefore)
                .param("seconds", seconds)
                .update();
    }

    private List<UUID> admit(int room) {
        return stage.admission.admit(stage.worker.node(), room).stream()
                .map(Claim::generation)
                .toList();
    }

    private UUID admitted(UUID id) {
        assertThat(admit(1)).containsExactly(id);
        return id;
    }

    /** As if it had been rendered; only its place counts here. */
    private void finish(UUID id) {
        stage.jdbc
                .sql("update generation set state = 'FAILED', failure = 'LOST', finished_at = now() where id = ?")
                .param(id)
                .update();
    }

    private int most(String column) {
        return stage.jdbc
                .sql("select max(n) from (select count(*) as n from generation where state = 'RUNNING' group by "
                        + column + ") counts")
                .query(Integer.class)
                .single();
    }
}
