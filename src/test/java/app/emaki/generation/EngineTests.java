package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.account.Plan;
import app.emaki.generation.ScriptedBackend.Submit;
import app.emaki.media.BadResult;
import app.emaki.media.FatalFilm;
import app.emaki.media.Mastering;
import app.emaki.media.MasteringOrder;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.media.TestFilm;
import app.emaki.media.mastering.MasteringMain;
import app.emaki.model.BackendException;
import app.emaki.model.RenderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@EngineTest
class EngineTests extends EngineScene {
    @Autowired
    MediaStore store;

    @Autowired
    Mastering mastering;

    @Autowired
    GenerationRepository rows;

    @Autowired
    GenerationSettings settings;

    @Autowired
    EngineMetrics metrics;

    @Value("${emaki.data}")
    Path data;

    @Test
    void anOrderBecomesAVideoAndIsPaidOnce() {
        var id = stage.order(viewer);
        assertThat(stage.see(viewer, id).state()).isEqualTo(State.QUEUED);

        stage.workFor(Duration.ofSeconds(5));

        var view = stage.see(viewer, id);
        assertThat(view.state()).isEqualTo(State.SUCCEEDED);
        assertThat(view.progress()).isEqualTo(100);
        var video = videos.find(viewer, Objects.requireNonNull(view.video())).orElseThrow();
        assertThat(video.seconds()).isEqualTo(2.0);
        assertThat(video.sound()).isTrue();
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);
    }

    @Test
    void takesAreOneGroupWithSeedsOfTheirOwn() {
        var ids = stage.order(viewer, 3);

        var group = stage.generations.group(
                viewer, stage.see(viewer, ids.getFirst()).group());

        assertThat(group).extracting(GenerationView::take).containsExactly(1, 2, 3);
        assertThat(group).extracting(GenerationView::seed).containsExactly(7L, 8L, 9L);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(7);
    }

    @Test
    void progressIsSeenAndNeverMovesBack() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(60);
        stage.workFor(Duration.ofSeconds(3));
        assertThat(stage.see(viewer, id).progress()).isEqualTo(54);

        backend.status = ScriptedBackend.working(10);
        stage.workFor(Duration.ofSeconds(3));

        assertThat(stage.see(viewer, id).progress()).isEqualTo(54);
    }

    @Test
    void strangersFindNothing() {
        var id = stage.order(viewer);
        var stranger = stage.someone(Plan.PRO);

        assertThat(stage.generations.find(stranger, id)).isEmpty();
        assertThatThrownBy(() -> stage.generations.cancel(stranger, id)).isInstanceOf(NoSuchGeneration.class);
    }

    // ---- crashes

    @Test
    void aWorkerThatDiesBeforeItSendsIsReplacedAndTheJobIsSentOnce() {
        var id = stage.order(viewer);
        stage.admission.admit(stage.worker.node(), 4);

        stage.replaceWorker();
        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aWorkerThatDiesWhileItSendsLeavesAJobThatIsNeverSentAgain() {
        var id = stage.order(viewer);
        stage.dieSending(id);

        stage.replaceWorker();
        stage.work();
        assertThat(stage.state(id)).isEqualTo(State.UNKNOWN);
        stage.workFor(Duration.ofHours(1));

        assertThat(stage.failure(id)).isEqualTo("UNCONFIRMED");
        assertThat(backend.submits).containsExactly(id);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aJobThatTheBackendCanFindIsFoundAgain() {
        var id = stage.order(viewer);
        backend.findable = true;
        stage.dieSending(id);

        stage.replaceWorker();
        stage.workFor(Duration.ofMinutes(1));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aBackendThatKnowsTheGenerationMayBeSentItAgain() {
        var id = stage.order(viewer);
        backend.idempotent = true;
        stage.dieSending(id);

        backend.submit = Submit.TAKE;
        stage.replaceWorker();
        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id, id);
        assertThat(backend.jobs).hasSize(1);
    }

    @Test
    void aWorkerThatDiesWhileItWaitsIsReplaced() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(50);
        stage.workFor(Duration.ofSeconds(2));

        backend.status = new RenderStatus.Done();
        stage.replaceWorker();
        stage.workFor(Duration.ofSeconds(2));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aWorkerThatDiesBeforeItMastersIsReplacedAndThereIsOneVideo() {
        var id = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();
        assertThat(stage.state(id)).isEqualTo(State.MASTERING);
        stage.leases.due(stage.worker.node(), 4, 1);

        stage.replaceWorker();
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(stage.jdbc
                        .sql("select count(*) from video where author = ?")
                        .param(viewer.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);
    }

    @Test
    void aResultThatKillsWhoeverMastersItIsGivenUp() {
        var id = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();
        stage.jdbc
                .sql("update generation set master_tries = 3 where id = ?")
                .param(id)
                .update();

        stage.work();

        assertThat(stage.failure(id)).isEqualTo("BAD_RESULT");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aFilmThatCannotBeMasteredForWantOfAPlaceIsTriedLessAndLessOftenAndThenRefunded() throws IOException {
        var id = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();
        withoutAPlaceToWork(() -> {
            stage.workFor(Duration.ofSeconds(20));
            assertThat(stage.state(id)).isEqualTo(State.MASTERING);
            int tried = failedCalls(id);
            stage.workFor(Duration.ofSeconds(20));
            assertThat(failedCalls(id)).as("each pause is longer").isBetween(tried, tried + 2);

            stage.workFor(Duration.ofMinutes(30));
        });

        assertThat(stage.failure(id)).isEqualTo("INTERNAL");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aFilmThatCouldNotBeMasteredForAMomentIsMasteredAfterIt() throws IOException {
        var id = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();
        withoutAPlaceToWork(() -> stage.workFor(Duration.ofSeconds(20)));

        stage.workFor(Duration.ofMinutes(2));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aResultThatFindsNoPlaceForAMomentIsFetchedAfterIt() throws IOException {
        var id = stage.order(viewer);
        stage.work();
        withoutAPlaceToWork(() -> stage.workFor(Duration.ofMinutes(1)));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        stage.workFor(Duration.ofMinutes(3));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aResultThatNeverFindsAPlaceIsRefundedAsOurOwnMistake() throws IOException {
        var id = stage.order(viewer);
        stage.work();
        withoutAPlaceToWork(() -> stage.workFor(Duration.ofMinutes(15)));

        assertThat(stage.failure(id)).isEqualTo("INTERNAL");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aResultThatWaitsToBeMasteredOutlastsALongStop() {
        var id = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();
        stage.clock.pass(Duration.ofDays(3));

        Housekeeping.sweepStore(store, rows, stage.clock.instant().minus(Duration.ofDays(1)));
        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    /** A file where the folder should be: what a full disk or a wrong mount does, without either. */
    private void withoutAPlaceToWork(Runnable then) throws IOException {
        var work = data.resolve("work");
        var aside = data.resolve("work-aside");
        Files.move(work, aside);
        Files.createFile(work);
        try {
            then.run();
        } finally {
            Files.delete(work);
            Files.move(aside, work);
        }
    }

    private int failedCalls(UUID id) {
        return stage.jdbc
                .sql("select failed_calls from generation where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Test
    void aProcessThatEndsOverAFilmIsTheFilmsFault() throws IOException {
        var film = TestFilm.of(160, 284, 1).write(folder.resolve("deadly.mp4"));
        var order = new MasteringOrder("aki", "Home", "m", UUID.randomUUID(), null, null, null, true, 160, 284, 1);

        assertThatThrownBy(() -> mastering.master(film, order, EngineTests::killWhoMasters))
                .isInstanceOf(FatalFilm.class);
    }

    /** With -9, as the system does for want of memory. */
    private static void killWhoMasters() {
        var masters = ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().commandLine().orElse("").endsWith(MasteringMain.COMMAND))
                .toList();
        masters.forEach(ProcessHandle::destroyForcibly);
        masters.forEach(it -> it.onExit().join());
    }

    @Test
    void aFilmThatOnlyWaitsForItsTurnToBeMasteredLosesNoTryAndMayBeCalledOff() throws Exception {
        var patient = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();
        var other = TestFilm.of(160, 284, 1).write(folder.resolve("other.mp4"));
        var order = new MasteringOrder("aki", "Home", "m", UUID.randomUUID(), null, null, null, true, 160, 284, 1);
        var inHand = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = Thread.ofPlatform().start(() -> {
            try {
                mastering.master(other, order, () -> {
                    inHand.countDown();
                    await(goOn);
                });
            } catch (BadResult | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        await(inHand);
        var second = Thread.ofPlatform().start(stage.worker::step);
        Awaitility.await().until(() -> second.getState() == Thread.State.WAITING);

        assertThat(tries(patient)).isZero();
        stage.generations.cancel(viewer, patient);
        goOn.countDown();
        first.join();
        second.join();

        assertThat(stage.state(patient)).isEqualTo(State.CANCELLED);
        assertThat(tries(patient)).isZero();
    }

    private int tries(UUID id) {
        return stage.jdbc
                .sql("select master_tries from generation where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aWorkerThatWasTakenOverFromCanNoLongerWrite() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);
        stage.workFor(Duration.ofSeconds(2));
        var slow = stage.newWorker();
        var other = stage.newWorker();
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            backend.status = ScriptedBackend.working(80);
            stage.clock.pass(Duration.ofSeconds(31));
            other.step();
            backend.status = new RenderStatus.Failed(RenderStatus.Cause.ERROR, "too late to be true");
        };

        stage.clock.pass(ScriptedBackend.POLL);
        slow.step();

        assertThat(stage.state(id)).isEqualTo(State.RUNNING);
        assertThat(stage.see(viewer, id).progress()).isEqualTo(72);
    }

    @Test
    void aHandleThatComesAfterTheLeaseIsLostIsStillKept() {
        var id = stage.order(viewer);
        var other = stage.newWorker();
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            stage.clock.pass(Duration.ofSeconds(31));
            other.step();
            assertThat(stage.state(id)).isEqualTo(State.UNKNOWN);
        };

        stage.workFor(Duration.ofMinutes(2));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aHeartbeatKeepsALongStepItsOwn() {
        var id = stage.order(viewer);
        var other = stage.newWorker();
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            for (int i = 0; i < 6; i++) {
                stage.clock.pass(Duration.ofSeconds(10));
                stage.worker.beat();
            }
            assertThat(other.step()).isZero();
        };

        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aProcessThatEndsInGoodOrderLeavesItsWorkAtOnce() {
        var id = stage.order(viewer);
        stage.admission.admit(stage.worker.node(), 4);
        stage.worker.leave();

        stage.worker = stage.newWorker();
        stage.workFor(Duration.ofSeconds(3));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void whatIsUnderWayGoesOnWhileNobodyCanBeLetIn() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);
        stage.work();
        backend.status = new RenderStatus.Done();
        var closed = new Admission(stage.jdbc, models, settings, stage.clock, metrics) {
            @Override
            public List<Claim> admit(UUID node, int room) {
                throw new IllegalStateException("no admission");
            }
        };
        stage.worker = new GenerationWorker(UUID.randomUUID(), closed, stage.leases, stage.steps, 16);

        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aClaimThatNobodyCanWorkOnIsFreeAtOnce() {
        var id = stage.order(viewer);
        stage.leases.giveBack(stage.admission.admit(stage.worker.node(), 4));
        stage.worker = stage.newWorker();

        stage.work();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    // ---- a backend inside the process

    @Test
    void whatRendersInAnotherLivingProcessIsLeftToIt() {
        backend.local = true;
        backend.idempotent = true;
        backend.status = ScriptedBackend.working(10);
        var id = stage.order(viewer);
        stage.work();
        var other = stage.newWorker();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.beat();

        assertThat(other.step()).isZero();
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);
    }

    @Test
    void whatRenderedInADeadProcessStartsOverElsewhere() {
        var id = inAProcessThatDies();

        backend.status = new RenderStatus.Done();
        stage.replaceWorker();
        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id, id);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);
    }

    @Test
    void whatRenderedWhenEverythingStoppedForAnHourHasItsWholeTimeAgain() {
        var id = inAProcessThatDies();
        stage.clock.pass(Duration.ofHours(1));
        stage.replaceWorker();
        stage.workFor(Duration.ofSeconds(5));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        backend.status = new RenderStatus.Done();
        stage.workFor(Duration.ofSeconds(5));
        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void howOftenABackendWasBusyIsNotHowOftenItsProcessEnded() {
        backend.submit = Submit.BE_BUSY;
        var id = stage.order(viewer);
        stage.workFor(Duration.ofMinutes(2));
        assertThat(backend.submits).hasSizeGreaterThan(4);
        backend.submit = Submit.TAKE;
        backend.local = true;
        backend.status = ScriptedBackend.working(10);
        stage.workFor(Duration.ofMinutes(1));
        backend.jobs.clear();
        backend.status = new RenderStatus.Done();
        stage.replaceWorker();
        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    private UUID inAProcessThatDies() {
        backend.local = true;
        backend.idempotent = true;
        backend.status = ScriptedBackend.working(10);
        var id = stage.order(viewer);
        stage.work();
        backend.jobs.clear();
        return id;
    }

    @Test
    void aJobThatEndsItsProcessEachTimeIsGivenUp() {
        backend.local = true;
        backend.idempotent = true;
        backend.status = ScriptedBackend.working(10);
        var id = stage.order(viewer);
        for (int i = 0; i < 5; i++) {
            stage.work();
            backend.jobs.clear();
            stage.replaceWorker();
            stage.work();
        }

        assertThat(stage.failure(id)).isEqualTo("LOST");
        assertThat(backend.submits).hasSize(4);
    }

    @Test
    void anErrorInAnAdapterIsToldAndRefundedAndNotTriedForEver() {
        var id = stage.order(viewer);
        stage.work();
        backend.meanwhile = () -> {
            throw new NoClassDefFoundError("app/Missing");
        };

        stage.workFor(Duration.ofMinutes(10));

        assertThat(stage.failure(id)).isEqualTo("INTERNAL");
        assertThat(backend.asked).isEqualTo(5);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
        stage.farewells.sayAll(stage.worker.node());
        assertThat(backend.cancelled).as("its backend need not go on").containsExactly("job-" + id);
    }

    @Test
    void whatABackendDidNotAnswerIsNoMistakeOfOurs() {
        var id = stage.order(viewer);
        stage.work();
        backend.statusFails = new BackendException.Unreachable("connection refused");
        stage.workFor(Duration.ofMinutes(2));
        assertThat(backend.asked).isGreaterThan(4);
        backend.statusFails = null;
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            throw new IllegalStateException("a mistake");
        };

        stage.workFor(Duration.ofMinutes(3));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void anErrorWhileSendingSendsNothingTwice() {
        var id = stage.order(viewer);
        backend.submit = Submit.TAKE_AND_DIE;

        stage.workFor(Duration.ofHours(1));

        assertThat(stage.failure(id)).isEqualTo("UNCONFIRMED");
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void whatNobodyCanRunIsFreeAtOnce() {
        var id = stage.order(viewer);

        assertThatThrownBy(() -> stage.worker.look(step -> {
                    throw new OutOfMemoryError("unable to create native thread");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(stage.worker.idle()).isTrue();
        stage.workFor(Duration.ofSeconds(5));
        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void whatADatabaseSaysOfARowIsNotKept() {
        var quoted = new java.sql.SQLException("Failing row contains (A cat walks)", "23514");

        assertThat(Steps.words(new org.springframework.dao.DataIntegrityViolationException("A cat walks", quoted)))
                .isEqualTo("org.springframework.dao.DataIntegrityViolationException, SQLState 23514");
        assertThat(Steps.words(new IllegalStateException("no"))).contains("no");
    }

    @Test
    void aFilmWhoseModelWasTakenAwayIsRefundedWithoutACall() {
        backend.submit = Submit.BE_BUSY;
        var id = stage.order(viewer);
        stage.work();
        backend.offering = false;

        stage.workFor(Duration.ofMinutes(1));

        assertThat(stage.failure(id)).isEqualTo("BACKEND_DOWN");
        assertThat(backend.submits).hasSize(1);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void whatIsCalledOffOnItsWayDoesNotLeaveAndEndsAtOnce() {
        backend.submit = Submit.BE_BUSY;
        var id = stage.order(viewer);
        stage.work();
        stage.clock.pass(Duration.ofSeconds(10));
        var claims = stage.leases.due(stage.worker.node(), 4, 1);
        var before = stage.steps.rows(claims).get(id);
        stage.generations.cancel(viewer, id);

        stage.steps.take(claims.getFirst(), Objects.requireNonNull(before));
        assertThat(backend.submits).hasSize(1);
        stage.work();

        assertThat(stage.failure(id)).isEqualTo("CANCELLED");
    }

    // ---- backends that misbehave

    @Test
    void aBusyBackendIsAskedAgainWhenItSaidSo() {
        var id = stage.order(viewer);
        backend.submit = Submit.BE_BUSY;
        stage.work();
        stage.clock.pass(Duration.ofSeconds(6));
        stage.work();
        assertThat(backend.submits).hasSize(1);

        backend.submit = Submit.TAKE;
        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aBackendThatStaysBusyIsGivenUp() {
        var id = stage.order(viewer);
        backend.submit = Submit.BE_BUSY;

        stage.workFor(Duration.ofMinutes(15));

        assertThat(stage.failure(id)).isEqualTo("BUSY");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aBackendThatCannotBeReachedIsTriedAgainAndThenIsDown() {
        var id = stage.order(viewer);
        backend.submit = Submit.BE_AWAY;
        stage.workFor(Duration.ofMinutes(3));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        stage.workFor(Duration.ofMinutes(10));

        assertThat(stage.failure(id)).isEqualTo("BACKEND_DOWN");
    }

    @Test
    void anUnclearSubmitIsNeverRepeated() {
        var id = stage.order(viewer);
        backend.submit = Submit.TAKE_AND_GO_SILENT;

        stage.workFor(Duration.ofHours(1));

        assertThat(stage.failure(id)).isEqualTo("UNCONFIRMED");
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aBackendsOwnPolicyIsNamedAndItsWordsStayWithTheAdmin() {
        var id = stage.order(viewer);
        backend.submit = Submit.REFUSE_WORDS;

        stage.work();

        assertThat(stage.see(viewer, id).failure()).isEqualTo(Failure.BACKEND_POLICY);
        assertThat(stage.see(viewer, id).toString()).doesNotContain("req_123");
    }

    @Test
    void aWrongKeyIsTheAdminsAffair() {
        var id = stage.order(viewer);
        backend.submit = Submit.REFUSE_KEY;

        stage.work();

        assertThat(Objects.requireNonNull(stage.see(viewer, id).failure()).forAdmin())
                .isTrue();
    }

    @Test
    void aJobThatItsBackendForgotIsLostAndRefunded() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);
        stage.work();
        backend.jobs.clear();

        stage.workFor(Duration.ofSeconds(3));

        assertThat(stage.failure(id)).isEqualTo("LOST");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aRenderThatStandsStillIsStopped() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);

        stage.workFor(Duration.ofMinutes(8));

        assertThat(stage.failure(id)).isEqualTo("TIMED_OUT");
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void aBackendThatFailsToAnswerIsAskedUntilTheTimeIsUp() {
        var id = stage.order(viewer);
        stage.work();
        backend.statusFails = new BackendException.Unclear("502 bad gateway");
        stage.workFor(Duration.ofMinutes(10));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        stage.workFor(Duration.ofMinutes(30));

        assertThat(stage.failure(id)).isEqualTo("TIMED_OUT");
    }

    @Test
    void aResultThatIsAnnouncedAndNotThereIsAskedForAgain() {
        var id = stage.order(viewer);
        backend.fetchFails = new BackendException.Unclear("404 content not ready");
        stage.workFor(Duration.ofSeconds(4));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        backend.fetchFails = null;
        stage.workFor(Duration.ofMinutes(1));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aFileThatIsNoFilmIsNoSuccess() throws Exception {
        var id = stage.order(viewer);
        backend.result = Files.writeString(folder.resolve("error.mp4"), "<html>502 Bad Gateway</html>");

        stage.workFor(Duration.ofSeconds(3));

        assertThat(stage.failure(id)).isEqualTo("BAD_RESULT");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void whatIsSaidInAPromptIsReadUnderAFilmWhoseModelSendsNoCaptions() throws Exception {
        var plain = EngineStage.request(1);
        var talking = new GenerationRequest(
                new Prompt("A girl in rain says \"Good morning, cat.\"", "en"),
                plain.model(),
                plain.aspect(),
                2,
                160,
                true,
                7L,
                1,
                null);
        var id = stage.generations.submit(viewer, talking).getFirst();

        stage.workFor(Duration.ofSeconds(5));

        var video = videos.find(
                        viewer, Objects.requireNonNull(stage.see(viewer, id).video()))
                .orElseThrow();
        var captions = new MediaKey(Objects.requireNonNull(video.captionsUrl()).substring("/media/".length()));
        assertThat(Files.readString(store.path(captions))).startsWith("WEBVTT").contains("Good morning, cat.");
    }

    // ---- calling off

    @Test
    void aQueuedGenerationIsCalledOffAtOnce() {
        var id = stage.order(viewer);

        stage.generations.cancel(viewer, id);

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
        stage.work();
        assertThat(backend.submits).isEmpty();
    }

    @Test
    void aRunningGenerationIsCalledOffAtTheBackendToo() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);
        stage.work();

        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
        assertThat(backend.cancelled).containsExactly("job-" + id);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aGenerationThatIsBeingMasteredIsCalledOff() {
        var id = stage.order(viewer);
        stage.worker.step();
        stage.clock.pass(ScriptedBackend.POLL);
        stage.worker.step();

        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void anUnclearGenerationIsCalledOffWithoutAWait() {
        var id = stage.order(viewer);
        backend.findable = true;
        backend.submit = Submit.TAKE_AND_GO_SILENT;
        stage.worker.step();

        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void callingOffDuringACallHoldsAfterIt() {
        var id = stage.order(viewer);
        stage.work();
        backend.status = ScriptedBackend.working(50);
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            stage.generations.cancel(viewer, id);
        };

        stage.workFor(Duration.ofSeconds(2));

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatHasEndedStaysAsItIs() {
        var id = stage.order(viewer);
        stage.workFor(Duration.ofSeconds(3));

        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);
    }

    // ---- trying again

    @Test
    void aSecondTryIsChangedAsTheRemedySays() {
        var id = stage.order(viewer);
        stage.generations.cancel(viewer, id);

        var again = stage.see(viewer, stage.generations.retry(viewer, id, Remedy.SIMPLER));
        var shorter = stage.see(viewer, stage.generations.retry(viewer, id, Remedy.SHORTER));

        assertThat(again.prompt().text()).isEqualTo("A cat walks through rain.");
        assertThat(shorter.seconds()).isEqualTo(1);
        assertThat(stage.generations.list(viewer, null).items()).hasSize(3);
    }

    @Test
    void anUnknownGenerationCannotBeTriedAgain() {
        assertThatThrownBy(() -> stage.generations.retry(viewer, UUID.randomUUID(), Remedy.SAME_AGAIN))
                .isInstanceOf(NoSuchGeneration.class);
    }
}
