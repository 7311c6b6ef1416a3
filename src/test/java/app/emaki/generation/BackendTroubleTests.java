package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.generation.ScriptedBackend.Submit;
import app.emaki.media.TestFilm;
import app.emaki.model.Aspect;
import app.emaki.model.BackendDown;
import app.emaki.model.BackendException;
import app.emaki.model.Picture;
import app.emaki.model.ProgressKind;
import app.emaki.model.RenderStatus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * Ways in which real backends were seen to misbehave, and what must come of each. Those of a crash stand in {@link EngineTests}, what
 * each dialect makes of them in the tests of {@code app.emaki.model.remote}.
 * <ol>
 * <li>An order sent again bills twice: {@link #aSubmitThatIsCutOffBillsAtMostOneFilm}, {@link EngineTests#anUnclearSubmitIsNeverRepeated}
 * <li>Our time is up while the backend renders: {@link #callsThatTimeOutWhileTheBackendRendersAreNoFailure}
 * <li>A job stands still for ever: {@link EngineTests#aRenderThatStandsStillIsStopped}, {@link #aBackendThatTellsNoProgressMayTakeItsTime},
 *     {@link #aLongLineBeforeTheBackendIsNoStandstillButHasAnEnd}
 * <li>A call outlives its deadline: {@link #aCallThatHangsIsCutOffAndMadeAgain}, {@link #aSubmitThatAnswersAfterItsTimeKeepsItsHandle}
 * <li>The backend forgets a job: {@link EngineTests#aJobThatItsBackendForgotIsLostAndRefunded}
 * <li>A link has run out, needs a key or leads elsewhere: {@link #aLinkThatHasExpiredIsAskedForAnew}, and
 *     {@code aRedirectIsFollowedWithoutTheKeyAndOnlyToTheWeb} with every dialect
 * <li>Progress jumps or never moves: {@link #progressThatJumpsIsTakenAsItComes}
 * <li>Words are refused before or after the render: {@link EngineTests#aBackendsOwnPolicyIsNamedAndItsWordsStayWithTheAdmin},
 *     {@link #aRefusalAfterTheWholeRenderIsTheSameToItsAuthorAsOneBefore}
 * <li>A picture has another size than the film: {@link #aPictureOfAnotherSizeThanTheFilmIsCutBeforeItIsSent}
 * <li>A job is asked for with other credentials: {@link #aJobIsNeverAskedForWithOtherCredentialsThanItWasSentWith}
 * <li>Completed, but no film: {@link EngineTests#aResultThatIsAnnouncedAndNotThereIsAskedForAgain},
 *     {@link EngineTests#aFileThatIsNoFilmIsNoSuccess}, {@link #aResultThatNeverComesIsGivenUpWithoutCharge}
 * <li>One part that fails wastes the rest: {@link #oneTakeThatFailsCostsTheOthersNothing}
 * <li>A model is not callable, or retired: {@link #aBackendThatIsSetUpWronglyClosesBeforeItHasFailedTheWholeQueue}, {@link StrayTests}
 * <li>What is billed is not what came: {@link #aFilmThatComesOutShorterCostsWhatWasDelivered}
 * <li>News come twice, late or never: {@link #newsThatComeTwiceMakeOneFilm}
 * </ol>
 */
@EngineTest
@RecordApplicationEvents
class BackendTroubleTests extends EngineScene {
    @Autowired
    ReferenceImages pictures;

    @Autowired
    ApplicationEvents events;

    @Test
    void aSubmitThatIsCutOffBillsAtMostOneFilm() {
        var id = stage.order(viewer);
        backend.submit = Submit.TAKE_AND_GO_SILENT;
        stage.work();
        backend.submit = Submit.TAKE;

        stage.workFor(Duration.ofHours(2));

        assertThat(backend.submits).containsExactly(id);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void callsThatTimeOutWhileTheBackendRendersAreNoFailure() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(30);
        stage.work();
        backend.statusFails = new BackendException.Unclear("read timed out");
        stage.workFor(Duration.ofMinutes(4));

        backend.statusFails = null;
        backend.status = new RenderStatus.Done();
        stage.workFor(Duration.ofMinutes(2));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);
    }

    @Test
    void aBackendThatTellsNoProgressMayTakeItsTime() {
        backend.progress = ProgressKind.NONE;
        backend.status = new RenderStatus.Working(java.util.OptionalInt.empty(), ScriptedBackend.POLL);
        var id = stage.order(viewer);
        stage.workFor(Duration.ofMinutes(20));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);
        assertThat(stage.see(viewer, id).progress()).isZero();

        stage.workFor(Duration.ofMinutes(15));

        assertThat(stage.failure(id)).isEqualTo("TIMED_OUT");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aLongLineBeforeTheBackendIsNoStandstillButHasAnEnd() {
        backend.status = new RenderStatus.Waiting(ScriptedBackend.POLL);
        var id = stage.order(viewer);
        stage.workFor(Duration.ofMinutes(20));
        backend.status = ScriptedBackend.working(0);
        stage.workFor(Duration.ofMinutes(3));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        backend.status = new RenderStatus.Waiting(ScriptedBackend.POLL);
        stage.workFor(Duration.ofMinutes(15));

        assertThat(stage.failure(id)).isEqualTo("TIMED_OUT");
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void aCallThatHangsIsCutOffAndMadeAgain() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);
        stage.work();
        backend.callTimeout = Duration.ofMillis(50);
        backend.meanwhile = BackendTroubleTests::hang;
        stage.clock.pass(ScriptedBackend.POLL);
        stage.work();
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        backend.meanwhile = () -> {};
        backend.callTimeout = Duration.ofSeconds(30);
        backend.status = new RenderStatus.Done();
        stage.workFor(Duration.ofSeconds(30));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aSubmitThatAnswersAfterItsTimeKeepsItsHandle() {
        var id = stage.order(viewer);
        var answer = new CountDownLatch(1);
        backend.callTimeout = Duration.ofMillis(50);
        backend.meanwhile = () -> await(answer);
        stage.work();
        assertThat(stage.state(id)).isEqualTo(State.UNKNOWN);

        backend.callTimeout = Duration.ofSeconds(30);
        backend.meanwhile = () -> {};
        answer.countDown();
        Awaitility.await().until(() -> stage.state(id) != State.UNKNOWN);
        stage.workFor(Duration.ofSeconds(30));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.submits).containsExactly(id);
    }

    @Test
    void aLinkThatHasExpiredIsAskedForAnew() {
        var id = stage.order(viewer);
        backend.fetchFails = new BackendException.Refused(BackendException.Ground.INPUT, "403 url expired");
        stage.workFor(Duration.ofSeconds(4));
        int asked = backend.asked;

        backend.fetchFails = null;
        stage.workFor(Duration.ofMinutes(1));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(backend.asked).as("status is where a fresh link comes from").isGreaterThan(asked);
    }

    @Test
    void aBackendThatSaysWhenToAskForAJobAgainIsLeftAloneUntilThen() {
        var id = stage.order(viewer);
        stage.work();
        backend.statusFails = new BackendException.Busy("429 slow down", Duration.ofSeconds(90));
        stage.workFor(Duration.ofSeconds(10));
        int asked = backend.asked;
        stage.workFor(Duration.ofSeconds(70));
        assertThat(backend.asked).isEqualTo(asked).isOne();

        backend.statusFails = null;
        stage.workFor(Duration.ofSeconds(30));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aWishToBeLeftAloneForADayIsNotGranted() {
        var id = stage.order(viewer);
        stage.work();
        backend.statusFails = new BackendException.Unclear("503 maintenance", Duration.ofDays(1));
        stage.workFor(Duration.ofSeconds(10));

        backend.statusFails = null;
        stage.workFor(Duration.ofMinutes(5).plusSeconds(30));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aBackendThatIsOnlyAskedTooOftenForItsFilmLosesNoTry() {
        var id = stage.order(viewer);
        backend.fetchFails = new BackendException.Busy("429 slow down", Duration.ofSeconds(60));
        stage.workFor(Duration.ofMinutes(12));
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        backend.fetchFails = null;
        stage.workFor(Duration.ofMinutes(2));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void callsInVainBeforeTheFilmWasAnnouncedAreNoTriesToFetchIt() {
        var id = stage.order(viewer);
        stage.work();
        backend.statusFails = new BackendException.Unclear("503 maintenance");
        stage.workFor(Duration.ofMinutes(10));
        backend.statusFails = null;
        backend.fetchFails = new BackendException.Unclear("404 not there yet");
        int asked = backend.asked;
        stage.workFor(Duration.ofMinutes(1).plusSeconds(10));
        assertThat(backend.asked).isGreaterThan(asked);
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);

        backend.fetchFails = null;
        stage.workFor(Duration.ofMinutes(1));

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void whatTheMachineKeepsABackendFromIsTheAdminsAffair() {
        var id = stage.order(viewer);
        backend.status = new RenderStatus.Failed(RenderStatus.Cause.SETUP, "No worker could be started");

        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.failure(id)).isEqualTo("BACKEND_DOWN");
    }

    @Test
    void aKeyThatWasTakenAwayWhileAFilmRanIsTheAdminsAffair() {
        var asked = stage.order(viewer);
        stage.work();
        backend.statusFails = new BackendException.Refused(BackendException.Ground.SETUP, "401 bad key");
        stage.workFor(Duration.ofHours(1));
        assertThat(stage.failure(asked)).isEqualTo("BACKEND_DOWN");

        backend.statusFails = null;
        backend.fetchFails = new BackendException.Refused(BackendException.Ground.SETUP, "401 bad key");
        var fetched = stage.order(viewer);
        stage.workFor(Duration.ofMinutes(5));
        assertThat(stage.failure(fetched)).isEqualTo("BACKEND_DOWN");
    }

    @Test
    void aResultThatNeverComesIsGivenUpWithoutCharge() {
        var id = stage.order(viewer);
        backend.fetchFails = new BackendException.Unclear("404 no such file");

        stage.workFor(Duration.ofMinutes(5));

        assertThat(stage.failure(id)).isEqualTo("BAD_RESULT");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void progressThatJumpsIsTakenAsItComes() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(0);
        stage.workFor(Duration.ofSeconds(3));
        backend.status = ScriptedBackend.working(900);
        stage.workFor(Duration.ofSeconds(3));
        assertThat(stage.see(viewer, id).progress()).isEqualTo(90);

        backend.status = new RenderStatus.Done();
        stage.workFor(Duration.ofSeconds(3));

        assertThat(stage.see(viewer, id).progress()).isEqualTo(100);
    }

    @Test
    void aRefusalAfterTheWholeRenderIsTheSameToItsAuthorAsOneBefore() {
        var id = stage.order(viewer);
        backend.status = new RenderStatus.Failed(RenderStatus.Cause.POLICY, "rai_media_filtered_reasons: 58061214");

        stage.workFor(Duration.ofSeconds(3));

        var view = stage.see(viewer, id);
        assertThat(view.failure()).isEqualTo(Failure.BACKEND_POLICY);
        assertThat(Objects.requireNonNull(view.failure()).remedies()).isEmpty();
        assertThat(view.toString()).doesNotContain("58061214");
        assertThat(backend.submits).containsExactly(id);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aJobIsNeverAskedForWithOtherCredentialsThanItWasSentWith() {
        var id = stage.order(viewer);
        backend.status = ScriptedBackend.working(10);
        stage.work();
        int asked = backend.asked;
        backend.configuration = "2";

        stage.workFor(Duration.ofSeconds(10));

        assertThat(backend.asked).isEqualTo(asked);
        assertThat(stage.failure(id)).isEqualTo("BACKEND_DOWN");
    }

    @Test
    void oneTakeThatFailsCostsTheOthersNothing() {
        var takes = stage.order(viewer, 3);
        backend.failing = Set.of(takes.get(1));

        stage.workFor(Duration.ofSeconds(30));

        assertThat(takes).extracting(stage::state).containsExactly(State.SUCCEEDED, State.FAILED, State.SUCCEEDED);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(8);
        assertThat(backend.submits).containsExactlyInAnyOrderElementsOf(takes);
    }

    @Test
    void aBackendThatIsSetUpWronglyClosesBeforeItHasFailedTheWholeQueue() {
        var orders = java.util.stream.IntStream.range(0, 6)
                .mapToObj(n -> stage.order(stage.someone(Plan.FREE)))
                .toList();
        backend.concurrent = 1;
        backend.submit = Submit.REFUSE_KEY;

        stage.workFor(Duration.ofMinutes(1));

        assertThat(orders.stream().map(stage::state))
                .containsExactlyInAnyOrder(
                        State.FAILED, State.FAILED, State.FAILED, State.QUEUED, State.QUEUED, State.QUEUED);
        assertThat(events.stream(BackendDown.class)).hasSize(1);
        assertThat(models.slots())
                .anySatisfy(slots -> assertThat(slots.backend().equals("scripted") && slots.draining())
                        .isTrue());
    }

    @Test
    void aFilmThatComesOutShorterCostsWhatWasDelivered() {
        backend.result = TestFilm.of(160, 284, 5.4).write(folder.resolve("short.mp4"));
        var id = order(6);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(8);

        stage.workFor(Duration.ofSeconds(5));

        var view = stage.see(viewer, id);
        assertThat(view.credits()).isEqualTo(1);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);
        var video = videos.find(viewer, Objects.requireNonNull(view.video())).orElseThrow();
        assertThat(view.seconds()).isEqualTo(6);
        assertThat(video.seconds()).isEqualTo(5.4, org.assertj.core.data.Offset.offset(0.05));
    }

    @Test
    void aFilmOfAnotherLengthThanOrderedIsNoSuccess() {
        backend.result = TestFilm.of(160, 284, 3).write(folder.resolve("short.mp4"));
        var id = order(6);

        stage.workFor(Duration.ofSeconds(5));

        assertThat(stage.failure(id)).isEqualTo("BAD_RESULT");
    }

    @Test
    void aPictureOfAnotherSizeThanTheFilmIsCutBeforeItIsSent() throws Exception {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB), "png", png);
        var key = pictures.take(viewer, png.toByteArray(), null);
        var order = EngineStage.request(1).showing(List.of(new Reference(Picture.Role.FIRST_FRAME, key)));

        stage.generations.submit(viewer, order);
        stage.work();

        var sent = Objects.requireNonNull(backend.last).pictures().getFirst();
        var seen = ImageIO.read(new ByteArrayInputStream(sent.bytes()));
        assertThat(new Aspect.Size(seen.getWidth(), seen.getHeight()))
                .isEqualTo(order.aspect().size(order.lines()));
    }

    @Test
    void newsThatComeTwiceMakeOneFilm() {
        var id = stage.order(viewer);
        var other = stage.newWorker();
        // a second worker looks at the same moment as the first one hears of the end
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            other.step();
        };

        stage.workFor(Duration.ofSeconds(5));
        other.step();

        assertThat(stage.state(id)).isEqualTo(State.SUCCEEDED);
        assertThat(videos.library(viewer, null, 10).items()).hasSize(1);
    }

    private UUID order(int seconds) {
        var plain = EngineStage.request(1);
        return stage.generations
                .submit(
                        viewer,
                        new GenerationRequest(
                                plain.prompt(), plain.model(), plain.aspect(), seconds, 160, true, 7L, 1, null))
                .getFirst();
    }

    private static void hang() {
        await(new CountDownLatch(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
