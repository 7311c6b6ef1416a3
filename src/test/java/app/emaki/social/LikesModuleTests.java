package app.emaki.social;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.platform.TooSoon;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
@RecordApplicationEvents
class LikesModuleTests {
    @Autowired
    Likes likes;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationEvents events;

    @Test
    void whoLikesTwiceLikesOnce() {
        var id = film();
        var viewer = cast.member("nagi");
        likes.like(viewer, id);
        likes.like(viewer, id);

        assertThat(counted(id)).isEqualTo(1).isEqualTo(rows(id));
        assertThat(events.stream(VideoLiked.class).filter(event -> event.video().equals(id)))
                .hasSize(1);
        likes.unlike(viewer, id);
        likes.unlike(viewer, id);
        assertThat(counted(id)).isZero().isEqualTo(rows(id));
    }

    @Test
    void parallelLikesAddUp() {
        var id = film();
        var fans = IntStream.range(0, 8).mapToObj(n -> cast.member("fan")).toList();
        var presses = new ArrayList<Callable<Void>>();
        for (var fan : fans) {
            presses.add(() -> press(fan, id, true));
            presses.add(() -> press(fan, id, true));
            presses.add(() -> press(fan, id, true));
        }
        atOnce(presses);
        assertThat(counted(id)).isEqualTo(8).isEqualTo(rows(id));

        atOnce(fans.stream()
                .map(fan -> (Callable<Void>) () -> press(fan, id, false))
                .toList());
        assertThat(counted(id)).isZero().isEqualTo(rows(id));
    }

    @Test
    void likesAndUnlikesOfOnePersonAtOnceLeaveCounterAndRowsInStep() {
        var id = film();
        var viewer = cast.member("nagi");
        var presses = IntStream.range(0, 24)
                .mapToObj(n -> (Callable<Void>) () -> press(viewer, id, n % 2 == 0))
                .toList();
        atOnce(presses);

        assertThat(counted(id)).isEqualTo(rows(id)).isBetween(0L, 1L);
    }

    @Test
    void nobodyLikesWhatTheyMayNotSee() {
        var hidden = cast.published(cast.member("mizuki"), Visibility.PRIVATE, "");
        var viewer = cast.member("nagi");

        assertThatThrownBy(() -> likes.like(viewer, hidden)).isInstanceOf(NoSuchVideo.class);
        assertThat(mvc.put()
                        .uri("/videos/" + PublicId.of(hidden) + "/like")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .hasStatus(404);
    }

    @Test
    void aFormGoesBackToItsPageAndNowhereElse() {
        var like = "/videos/" + PublicId.of(film()) + "/like";
        var viewer = cast.member("nagi");

        assertThat(mvc.post()
                        .uri(like)
                        .param("back", "/latest?from=x")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .hasStatus(303)
                .hasRedirectedUrl("/latest?from=x");
        assertThat(mvc.post()
                        .uri(like)
                        .param("back", "//evil.example")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .redirectedUrl()
                .startsWith("/v/");
        assertThat(mvc.post()
                        .uri(like)
                        .header("X-Fragment", "none")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .hasStatus(204);
    }

    @Test
    void whoPressesWithoutEndIsAskedToWait() {
        var id = film();
        var viewer = cast.member("nagi");
        for (int i = 0; i < 300; i++) {
            likes.like(viewer, id);
        }

        assertThatThrownBy(() -> likes.like(viewer, id)).isInstanceOf(TooSoon.class);
    }

    private UUID film() {
        return cast.published(cast.member("mizuki"), Visibility.EVERYONE, "");
    }

    private Void press(Viewer viewer, UUID id, boolean on) {
        if (on) {
            likes.like(viewer, id);
        } else {
            likes.unlike(viewer, id);
        }
        return null;
    }

    private static void atOnce(List<Callable<Void>> presses) {
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var done : hands.invokeAll(presses)) {
                done.get();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long counted(UUID id) {
        return videos.find(null, id).orElseThrow().likes();
    }

    private long rows(UUID id) {
        return jdbc.sql("select count(*) from video_like where video = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
