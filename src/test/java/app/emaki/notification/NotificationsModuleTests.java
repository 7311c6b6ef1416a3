package app.emaki.notification;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.generation.Failure;
import app.emaki.generation.GenerationFailed;
import app.emaki.notification.NotificationQuery.Notice;
import app.emaki.platform.Ids;
import app.emaki.social.VideoLiked;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class NotificationsModuleTests {
    @Autowired
    Notifications notifications;

    @Autowired
    NotificationQuery query;

    @Autowired
    Choices choices;

    @Autowired
    Courier courier;

    @Autowired
    Bells bells;

    @Autowired
    Pushes pushes;

    @Autowired
    app.emaki.social.Comments comments;

    @Autowired
    app.emaki.TestClock.Settable clock;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    TestVideos stage;

    @Autowired
    Videos videos;

    @Autowired
    Ids ids;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MockMvcTester mvc;

    Viewer author;
    UUID video;

    @BeforeEach
    void aPublishedVideo() {
        author = stage.member("au");
        video = stage.published(author, Visibility.EVERYONE, "Harbour fog");
    }

    @Test
    void likesOfOneFilmJoinUntilTheyAreRead() {
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        events.publishEvent(new VideoLiked(video, stage.member("b").id()));
        assertThat(notices()).singleElement().returns(1, Notice::others).returns(true, Notice::fresh);

        notifications.read(author);
        events.publishEvent(new VideoLiked(video, stage.member("c").id()));

        assertThat(notices()).hasSize(2);
        assertThat(query.unread(author)).isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfTheirOwnActs() {
        events.publishEvent(new VideoLiked(video, author.id()));

        assertThat(notices()).isEmpty();
    }

    @Test
    void theAuthorReadsWhyAFilmWasTakenDown() {
        videos.takeDown(video, "It is spam.");

        assertThat(notices())
                .singleElement()
                .returns(Kind.TAKEN_DOWN, Notice::kind)
                .returns("It is spam.", Notice::words);
        assertThat(mvc.get().uri("/notifications").with(signedInAs(author)))
                .hasStatusOk()
                .bodyText()
                .contains("Your film was taken down: Harbour fog", "It is spam.");
    }

    @Test
    void anAuthorIsToldWhenSomebodyContinuesTheirFilm() {
        var other = stage.member("ot");
        var remix = stage.draft(other, video);

        videos.publish(other, remix, new Publication("Harbour fog at night", Visibility.EVERYONE, true));

        assertThat(notices())
                .singleElement()
                .returns(Kind.REMIXED, Notice::kind)
                .returns(other.handle(), Notice::actor);
    }

    @Test
    void aFilmThatFailedIsToldButNotOneThatWasCalledOff() {
        events.publishEvent(new GenerationFailed(ids.next(), author.id(), Failure.CANCELLED));
        assertThat(notices()).isEmpty();

        events.publishEvent(new GenerationFailed(ids.next(), author.id(), Failure.TIMED_OUT));
        assertThat(notices()).singleElement().returns(Kind.FAILED, Notice::kind);
    }

    @Test
    void readingAllClearsTheMark() {
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        assertThat(mvc.get().uri("/notifications/unread").with(signedInAs(author)))
                .hasBodyTextEqualTo("1");

        assertThat(mvc.post()
                        .uri("/notifications/reading")
                        .with(signedInAs(author))
                        .with(csrf()))
                .hasRedirectedUrl("/notifications");

        assertThat(mvc.get().uri("/notifications/unread").with(signedInAs(author)))
                .hasBodyTextEqualTo("0");
    }

    private List<Notice> notices() {
        return query.page(author, null).items();
    }

    @Test
    void whoIsNamedAndWhoIsAnsweredHearsOfItOnce() {
        var nagi = stage.member("nagi");
        var sasa = stage.member("sasa");
        var first = comments.post(nagi, video, "The whistle.", null);
        comments.post(sasa, video, "@" + nagi.handle() + " yes!", first);

        assertThat(query.page(nagi, null).items())
                .singleElement()
                .returns(Kind.REPLIED, Notice::kind)
                .returns("@" + nagi.handle() + " yes!", Notice::words);
        comments.post(sasa, video, "Look, @" + nagi.handle(), null);
        assertThat(query.page(nagi, null).items()).extracting(Notice::kind).contains(Kind.MENTIONED);
    }

    @Test
    void whatOneDoesNotWantToHearOfIsNotTold() {
        choices.choose(author.id(), Kind.LIKED, new Choices.Choice(false, false, false));
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        assertThat(notices()).isEmpty();

        choices.choose(author.id(), Kind.TAKEN_DOWN, new Choices.Choice(false, false, false));
        videos.takeDown(video, "It is spam.");
        assertThat(notices()).hasSize(1);
    }

    @Test
    void inQuietHoursNoticesWaitAndThenGoOutOnce() {
        jdbc.sql("update notification set told_at = now() where told_at is null")
                .update();
        var now = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalTime();
        choices.keepQuiet(author.id(), new Choices.Quiet(now.minusHours(1), now.plusHours(1), "UTC"));
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        assertThat(courier.step()).isZero();

        clock.pass(java.time.Duration.ofHours(2));
        assertThat(courier.step()).isEqualTo(1);
        assertThat(courier.step()).isZero();
    }

    @Test
    void theBellRingsWhenSomethingIsNew() {
        bells.hang(author.id());
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        assertThat(query.unread(java.util.Set.of(author.id()))).containsEntry(author.id(), 1);
        bells.tick();
        assertThat(bells.listening()).isPositive();
    }

    @Test
    void aBrowserIsKeptOnlyWithAnAddressOfAPushService() {
        var key = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
        var secret = "BTBZMqHH6r4Tts7J_aSIgg";
        assertThat(pushes.subscribe(author.id(), "https://10.0.0.1/x", key, secret))
                .isFalse();
        assertThat(pushes.subscribe(author.id(), "https://fcm.googleapis.com/" + author.id(), key, "x"))
                .isFalse();
        assertThat(pushes.subscribe(author.id(), "https://fcm.googleapis.com/" + author.id(), key, secret))
                .isTrue();
        assertThat(pushes.count(author.id())).isEqualTo(1);
        assertThat(mvc.get().uri("/settings/notifications").with(signedInAs(author)))
                .hasStatusOk()
                .bodyText()
                .contains("Stop on all devices (1)");
        assertThat(mvc.get().uri("/notifications?only=WORDS").with(signedInAs(author)))
                .hasStatusOk();
    }
}
