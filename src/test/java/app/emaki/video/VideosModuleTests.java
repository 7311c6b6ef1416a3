package app.emaki.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@EmakiTest
@RecordApplicationEvents
class VideosModuleTests {
    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void aFreshVideoIsADraftThatOnlyItsAuthorSees() {
        var author = cast.member("mizuki");
        var id = cast.draft(author);

        assertThat(videos.find(author, id)).get().satisfies(card -> {
            assertThat(card.publishedAt()).isNull();
            assertThat(card.prompt()).isEqualTo("a fox on a bridge in the rain");
            assertThat(card.filmUrl())
                    .isEqualTo(TestVideos.key("film", id, "mp4").address());
            assertThat(card.placeholder()).isEqualTo("#24487a");
        });
        assertThat(videos.find(cast.member("nagi"), id)).isEmpty();
        assertThat(videos.find(null, id)).isEmpty();
    }

    @Test
    void publishingIsAnnouncedOnceHoweverOftenTheCaptionChanges() {
        var author = cast.member("mizuki");
        var id = cast.draft(author);
        videos.publish(author, id, new Publication("Moon line. #night", Visibility.EVERYONE, false));
        clock.pass(Duration.ofMinutes(1));
        var first = videos.find(author, id).orElseThrow().publishedAt();
        videos.publish(author, id, new Publication("Moon line, again. #night #train", Visibility.LINK, false));

        assertThat(events.stream(VideoPublished.class).filter(e -> e.video().equals(id)))
                .hasSize(1);
        assertThat(videos.find(author, id).orElseThrow().publishedAt()).isEqualTo(first);
        assertThat(tags(id)).containsExactlyInAnyOrder("night", "train");
    }

    @Test
    void aPromptThatIsNotShownIsForItsAuthorAlone() {
        var author = cast.member("mizuki");
        var id = cast.draft(author);
        videos.publish(author, id, new Publication("", Visibility.EVERYONE, false));

        assertThat(videos.find(null, id).orElseThrow().prompt()).isNull();
        assertThat(videos.find(author, id).orElseThrow().prompt()).isNotNull();
    }

    @Test
    void aStrangerCanNeitherPublishNorDelete() {
        var id = cast.published(cast.member("mizuki"), Visibility.EVERYONE, "");
        var stranger = cast.member("nagi");

        assertThatThrownBy(() -> videos.publish(stranger, id, new Publication("", Visibility.PRIVATE, true)))
                .isInstanceOf(NoSuchVideo.class);
        assertThatThrownBy(() -> videos.delete(stranger, id)).isInstanceOf(NoSuchVideo.class);
        assertThat(videos.find(null, id)).isPresent();
    }

    @Test
    void aDeletedVideoComesBackAsItWasWithinTheGrace() {
        var author = cast.member("mizuki");
        var id = cast.published(author, Visibility.EVERYONE, "Moon line");
        videos.delete(author, id);
        assertThat(videos.find(author, id)).isEmpty();
        videos.undelete(author, id);

        assertThat(videos.find(null, id)).get().extracting(VideoCard::caption).isEqualTo("Moon line");
        assertThat(events.stream(VideoRemoved.class).filter(e -> e.video().equals(id)))
                .hasSize(1);
    }

    @Test
    void afterTheGraceNothingBringsItBack() {
        var author = cast.member("mizuki");
        var id = cast.published(author, Visibility.EVERYONE, "Moon line");
        videos.delete(author, id);
        clock.pass(Duration.ofDays(31));

        assertThatThrownBy(() -> videos.undelete(author, id)).isInstanceOf(NoSuchVideo.class);
    }

    @Test
    void aTakenDownVideoTellsItsAuthorWhyAndIsGoneForOthers() {
        var author = cast.member("mizuki");
        var id = cast.published(author, Visibility.EVERYONE, "Moon line");
        videos.takeDown(id, "It shows a real person without consent.");

        assertThat(videos.find(null, id)).isEmpty();
        assertThat(videos.find(author, id).orElseThrow().takenDownReason()).contains("without consent");
        videos.restore(id);
        assertThat(videos.find(null, id)).isPresent();
    }

    @Test
    void remixesAreCountedWhileTheyStandInLists() {
        var source = cast.published(cast.member("mizuki"), Visibility.EVERYONE, "Moon line");
        var author = cast.member("sasa");
        var remix = cast.draft(author, source);
        assertThat(videos.find(null, source).orElseThrow().remixes()).isZero();
        videos.publish(author, remix, new Publication("Red moon", Visibility.EVERYONE, true));
        assertThat(videos.find(null, source).orElseThrow().remixes()).isOne();
        videos.delete(author, remix);
        assertThat(videos.find(null, source).orElseThrow().remixes()).isZero();
    }

    private List<String> tags(Object id) {
        return jdbc.sql("select tag from video_tag where video = ?")
                .param(id)
                .query(String.class)
                .list();
    }
}
