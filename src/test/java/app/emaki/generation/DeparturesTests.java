package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.model.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DeparturesTests {
    @Autowired
    EngineStage stage;

    @Autowired
    Departures departures;

    @BeforeEach
    void anEmptyEngine() {
        stage.clear();
        stage.backend.concurrent = 8;
    }

    @Test
    void filmsThatLeaveAtTheSameMomentLeaveOnceEachAndOnlyUnderTheirOwnLease() throws Exception {
        for (int n = 0; n < 8; n++) {
            stage.order(stage.someone(Plan.FREE));
        }
        var claims = stage.admission.admit(stage.worker.node(), 8);
        var stale = claims.stream().map(it -> new Claim(it.generation(), it.fence() - 1, it.node(), false));

        var left = all(Stream.concat(claims.stream(), stale)
                .map(claim -> () -> succeeds(() -> departures.leaves(claim, null, "1", false))));
        var arrived =
                all(claims.stream().map(claim -> () -> succeeds(() -> departures.arrived(claim, submission(claim)))));

        assertThat(left.subList(0, 8)).containsOnly(true);
        assertThat(left.subList(8, 16)).containsOnly(false);
        assertThat(arrived).hasSize(8).containsOnly(true);
        assertThat(stage.jdbc.sql("""
                                select count(*) from generation where state = 'RUNNING' and submit_tries = 1
                                  and remote_id = 'job-' || id and lease_by is null and next_step_at > admitted_at""").query(Integer.class).single()).isEqualTo(8);
    }

    @Test
    void aHandleThatComesLateIsKeptOnlyWhileItIsTheLastSubmits() {
        stage.order(stage.someone(Plan.FREE));
        var claim = stage.admission.admit(stage.worker.node(), 1).getFirst();
        departures.leaves(claim, null, "1", false);

        assertThat(departures.arrivedLate(claim.generation(), 2, submission(claim)))
                .isFalse();
        assertThat(departures.arrivedLate(claim.generation(), 1, submission(claim)))
                .isTrue();
        assertThat(departures.arrivedLate(claim.generation(), 1, submission(claim)))
                .as("an answer that was lost is no other job")
                .isTrue();
        assertThat(departures.arrivedLate(claim.generation(), 1, new Submission("another", Duration.ofSeconds(5))))
                .isFalse();
    }

    @Test
    void facesThatOnceWentOutStayWrittenDownWhenASecondTryGoesWithoutThem() {
        stage.order(stage.someone(Plan.FREE));
        var claim = stage.admission.admit(stage.worker.node(), 1).getFirst();
        departures.leaves(claim, null, "1", true);
        departures.leaves(claim, null, "1", false);

        assertThat(stage.jdbc
                        .sql("select faces_out from generation where id = ?")
                        .param(claim.generation())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static Submission submission(Claim claim) {
        return new Submission("job-" + claim.generation(), Duration.ofSeconds(5));
    }

    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (LeaseLost e) {
            return false;
        }
    }

    private static List<Boolean> all(Stream<Callable<Boolean>> steps) throws Exception {
        var results = new ArrayList<Boolean>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(steps.toList())) {
                results.add(done.get());
            }
        }
        return results;
    }
}
