package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Viewer;
import app.emaki.model.Aspect;
import app.emaki.model.Sketch;
import app.emaki.model.SketchRequest;
import app.emaki.platform.RateLimits;
import app.emaki.video.TestVideos;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
@Import(PaperModels.class)
class StoryboardsTests {
    private static final byte[] STRIP = {1, 2, 3};
    private static final String BOARD =
            "Style: ukiyo-e\n\nShot 1 (2 s): @haru opens a door\nShot 2 (3 s, close-up): A cat looks back\nShot 3: Rain";

    @Autowired
    RateLimits limits;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    TestVideos stage;

    @Autowired
    Drafts drafts;

    @Autowired
    MockMvcTester mvc;

    private final AtomicInteger stopped = new AtomicInteger();
    private final List<SketchRequest> asked = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<byte[]> next = CompletableFuture.completedFuture(STRIP);
    private Viewer member;

    @BeforeEach
    void somebody() {
        member = stage.member("sb");
    }

    @Test
    void eachShotIsSeenAtItsMiddleAndNamesAreSomebody() {
        var drawn = boards().of(member, sheet(BOARD));

        assertThat(drawn.strip()).isEqualTo(STRIP);
        var request = asked.getFirst();
        assertThat(request.moments()).containsExactly(1.0, 3.5, 6.0);
        assertThat(request.seconds()).isEqualTo(7);
        assertThat(request.aspect()).isEqualTo(Aspect.PORTRAIT);
        assertThat(request.script())
                .contains("a person opens a door", "\"seconds\":3.0", "ukiyo-e")
                .doesNotContain("@haru");
    }

    @Test
    void whatWasDrawnIsNotDrawnAgainAndWithoutShotsNothingIs() {
        var boards = boards();
        var first = boards.of(member, sheet(BOARD));
        assertThat(boards.of(member, sheet(BOARD)).tag()).isEqualTo(first.tag());
        assertThat(asked).hasSize(1);
        boards.of(member, sheet(BOARD.replace("cat", "dog")));
        assertThat(asked).hasSize(2);

        assertThat(boards.of(member, sheet("A fox runs.")).busy()).isFalse();
        assertThat(boards.of(member, sheet(board(Storyboards.MOST_SHOTS + 1))).strip())
                .isNull();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aBoardThatGaveWayMayBeAskedForAgainAndOneThatFailedIsLeftAlone() {
        var boards = boards();
        next = CompletableFuture.failedFuture(new CancellationException());
        assertThat(boards.of(member, sheet(BOARD)).busy()).isTrue();
        next = CompletableFuture.failedFuture(new IllegalStateException("no ink"));
        assertThat(boards.of(member, sheet(BOARD)).busy()).isFalse();
        var nobodyIdle = new Storyboards(() -> Optional.of(request -> Optional.empty()), limits, clock);
        assertThat(nobodyIdle.of(member, sheet(BOARD)).busy()).isTrue();
        assertThat(nobodyIdle.of(member, sheet(BOARD)).strip()).isNull();
        assertThat(new Storyboards(Optional::empty, limits, clock).offered()).isFalse();
    }

    @Test
    void aNewerBoardStopsTheOneBeforeAndAMachineThatIsTooSlowRests() throws InterruptedException {
        var boards = boards();
        var waits = new CountDownLatch(1);
        next = new CompletableFuture<>() {
            @Override
            public byte[] get(long most, TimeUnit unit)
                    throws InterruptedException, ExecutionException, TimeoutException {
                waits.countDown();
                return super.get(most, unit);
            }
        };
        Thread.startVirtualThread(() -> boards.of(member, sheet(BOARD)));
        waits.await();
        var slow = next;
        next = CompletableFuture.completedFuture(STRIP);
        assertThat(boards.of(member, sheet(BOARD.replace("cat", "dog"))).strip())
                .isEqualTo(STRIP);
        assertThat(stopped).as("nobody waits for it any more").hasValue(1);

        clock.pass(Duration.ofMinutes(2));
        slow.completeExceptionally(new IllegalStateException("not done within"));
        assertThat(boards.of(member, sheet(BOARD)).busy()).isFalse();
        assertThat(asked).hasSize(2);
        clock.pass(Duration.ofMinutes(6));
        assertThat(boards.of(member, sheet(BOARD)).strip()).isEqualTo(STRIP);
    }

    @Test
    void onlyItsAuthorHasASheetSketched() {
        var sheet = sheet("A fox runs.");
        drafts.keep(member, sheet);
        var address = "/studio/drafts/" + sheet.publicId() + "/sketches";
        assertThat(mvc.post().uri(address).with(signedInAs(member)).with(csrf()))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.post().uri(address).with(signedInAs(stage.member("xx"))).with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private Storyboards boards() {
        return new Storyboards(
                () -> Optional.of(request -> {
                    asked.add(request);
                    return Optional.of(new Sketch(next, stopped::incrementAndGet));
                }),
                limits,
                clock);
    }

    private Draft sheet(String words) {
        return drafts.of(member).saying(words);
    }

    private static String board(int shots) {
        var words = new StringBuilder();
        for (int shot = 1; shot <= shots; shot++) {
            words.append("Shot ").append(shot).append(" (1 s): rain\n");
        }
        return words.toString();
    }
}
