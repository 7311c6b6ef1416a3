package app.emaki.cameo;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.video.Publication;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One takes consent back while the other uses it, interleaved on a real database: the film is never public afterwards. */
@EmakiTest
class ConsentRaceTests {
    private static final Publication SHOWN = new Publication("", Visibility.EVERYONE, false);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    TestCameos stage;

    @Autowired
    Videos videos;

    @Autowired
    Consents consents;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Viewer person;
    Viewer author;
    UUID cameo;
    UUID film;

    @BeforeEach
    void aFilm() {
        person = stage.member("haru");
        author = stage.member("aoi");
        cameo = stage.person(person, Level.EVERYONE);
        film = stage.order(author, person);
        stage.finish(author, film);
        // the first publication of all loads what takes its time on a busy machine; that is not what is waited for
        // below
        publish();
        videos.unpublish(author, film);
    }

    @Test
    void whoTakesConsentBackBehindAPublicationWaitsAndHidesIt() {
        var revoking = transactions.execute(open -> {
            videos.publish(author, film, SHOWN);
            var behind = CompletableFuture.runAsync(this::revoke, Executors.newVirtualThreadPerTaskExecutor());
            awaitLock(behind);
            assertThat(behind).isNotDone();
            return behind;
        });
        revoking.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        assertHidden();
    }

    @Test
    void whoPublishesBehindARevocationWaitsAndIsTurnedAway() {
        var publishing = transactions.execute(open -> {
            revoke();
            var behind = CompletableFuture.runAsync(this::publish, Executors.newVirtualThreadPerTaskExecutor());
            awaitLock(behind);
            return behind;
        });
        assertThat(publishing.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(ConsentMissing.class);
        assertHidden();
    }

    @Test
    void whoOrdersBehindARevocationWaitsAndIsTurnedAway() {
        var ordering = transactions.execute(open -> {
            // the rules are asked before the lock: let them see consent that is about to go
            revoke();
            var behind = CompletableFuture.runAsync(
                    () -> stage.order(author, person), Executors.newVirtualThreadPerTaskExecutor());
            awaitLock(behind);
            return behind;
        });
        assertThat(ordering).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(GenerationRefused.class);
    }

    @Test
    void whoOrdersAnotherFilmWhileOneWaitsHoldsNoPurseThatARevocationNeeds() {
        var waiting = stage.order(author, person);
        var ordering = transactions.execute(open -> {
            // as a revocation does: the cameo first, the purse of the film that it calls off afterwards
            jdbc.sql("select id from cameo where id = ? for update")
                    .param(cameo)
                    .query(UUID.class)
                    .single();
            var behind = CompletableFuture.runAsync(
                    () -> stage.order(author, person), Executors.newVirtualThreadPerTaskExecutor());
            awaitLock(behind);
            revoke();
            return behind;
        });
        assertThat(ordering).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(GenerationRefused.class);
        assertThat(jdbc.sql("select state from generation where video_id = ?")
                        .param(waiting)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void whoGoesOnInAFilmBehindANoToItWaitsAndIsTurnedAway() {
        var ordering = transactions.execute(open -> {
            stage.refuse(person, film);
            var behind = CompletableFuture.runAsync(
                    () -> stage.extend(author, film), Executors.newVirtualThreadPerTaskExecutor());
            awaitLock(behind);
            return behind;
        });
        assertThat(ordering).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(GenerationRefused.class);
    }

    @Test
    void howeverTheTwoMeetTheFilmIsNeverPublicAfterwards() throws Exception {
        for (int round = 0; round < 12; round++) {
            film = stage.order(author, person);
            stage.finish(author, film);
            var start = new CyclicBarrier(2);
            try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
                var publishing = two.submit(() -> {
                    start.await();
                    publish();
                    return true;
                });
                var revoking = two.submit(() -> {
                    start.await();
                    revoke();
                    return true;
                });
                revoking.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                try {
                    publishing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(ConsentMissing.class);
                }
            }
            assertHidden();
            consents.answer(person.id(), cameo, author.id(), true, false);
        }
    }

    private void publish() {
        videos.publish(author, film, SHOWN);
    }

    private void revoke() {
        consents.revoke(person.id(), cameo, author.id());
    }

    private void assertHidden() {
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(author, film)).isEmpty();
        assertThat(videos.find(person, film)).isPresent();
    }

    /**
     * Until some connection waits for a lock that this transaction holds. The locks are read as they are now; the list of activity
     * stays within a transaction as it was first seen, without connections that are opened later.
     */
    private void awaitLock(CompletableFuture<?> behind) {
        var end = Instant.now().plus(PATIENCE);
        while (jdbc.sql(
                                "select count(*) from pg_sleep(0.01), pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
                        .query(Integer.class)
                        .single()
                == 0) {
            if (behind.isCompletedExceptionally()) {
                // it never came as far as the lock: its own reason says more than that nobody waited
                behind.join();
            }
            if (Instant.now().isAfter(end)) {
                throw new CompletionException("Nobody waited for the lock", null);
            }
        }
    }
}
