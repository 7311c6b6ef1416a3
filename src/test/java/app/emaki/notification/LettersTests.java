package app.emaki.notification;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestPost;
import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.moderation.ModeratorSpoke;
import app.emaki.moderation.ModeratorSpoke.Topic;
import app.emaki.social.VideoLiked;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** News by letter, over real SMTP: to addresses that are proven, and to no others. */
@EmakiTest
class LettersTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    TestCameos cameos;

    @Autowired
    Videos videos;

    @Autowired
    Courier courier;

    @Autowired
    Choices choices;

    @Autowired
    TestPost.Office post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    Viewer author;
    UUID video;

    @BeforeEach
    void anAuthorWhoWantsLetters() {
        jdbc.sql("update notification set told_at = now() where told_at is null")
                .update();
        author = stage.member("le");
        video = stage.published(author, Visibility.EVERYONE, "Harbour fog");
        for (var kind : Kind.values()) {
            choices.choose(author.id(), kind, new Choices.Choice(true, false, true));
        }
        post.open();
    }

    @AfterEach
    void shut() {
        post.close();
    }

    @Test
    void newsGoOnlyWhereTheAddressIsProven() {
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        assertThat(letters()).isEmpty();

        proven(author);
        videos.takeDown(video, "It is spam.");

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(author.handle() + "@example.org");
            assertThat(letter.words()).contains("It is spam.", "/settings/notifications");
        });
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void whatModeratorsSayGoesOnlyWhereTheAddressIsProven(Topic topic) {
        events.publishEvent(new ModeratorSpoke(author.id(), topic, video, "A word in confidence."));
        assertThat(letters()).isEmpty();

        proven(author);
        events.publishEvent(new ModeratorSpoke(author.id(), topic, UUID.randomUUID(), "A word in confidence."));

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.words()).contains("A word in confidence."));
    }

    @Test
    void whyAFilmWasTakenDownGoesOnlyWhereTheAddressIsProven() {
        videos.takeDown(video, "It is spam.");
        assertThat(letters()).isEmpty();
    }

    @Test
    void aLetterThatWaitedSaysNothingOfAFilmWhosePersonSaidNoMeanwhile() {
        proven(author);
        var person = cameos.member("haru");
        cameos.person(person, Level.EVERYONE);
        cameos.appears(author, person, video);
        var other = stage.published(author, Visibility.EVERYONE, "Morning fog");
        for (var film : List.of(video, other)) {
            events.publishEvent(new VideoLiked(film, stage.member("a").id()));
        }
        cameos.refuse(person, video);

        assertThat(letters())
                .extracting(TestPost.Letter::words)
                .filteredOn(words -> words.contains(" liked "))
                .hasSize(2)
                .anyMatch(words -> words.contains("Morning fog"))
                .noneMatch(words -> words.contains("Harbour fog"));
    }

    @Test
    void whoLeftGetsNoNews() {
        proven(author);
        events.publishEvent(new VideoLiked(video, stage.member("a").id()));
        jdbc.sql("update account set standing = 'CLOSED' where id = ?")
                .param(author.id())
                .update();

        assertThat(letters()).isEmpty();
    }

    @Test
    void thePageOfChoicesSaysWhyNoLetterComes() {
        assertThat(mvc.get().uri("/settings/notifications").with(signedInAs(author)))
                .bodyText()
                .contains("No letters go out to you yet", "/settings/email");
        proven(author);
        assertThat(mvc.get().uri("/settings/notifications").with(signedInAs(author)))
                .bodyText()
                .doesNotContain("No letters go out to you yet");
    }

    @Test
    void anAddressIsNotPeltedByManyWhoForgetForIt() {
        for (int i = 0; i < 8; i++) {
            assertThat(mvc.post()
                            .uri("/sign-in/forgotten")
                            .remoteAddress("203.0.113." + i)
                            .param("email", author.handle())
                            .with(csrf()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("If there is such an account");
        }
        assertThat(post.deliver()).hasSize(5);
    }

    private List<TestPost.Letter> letters() {
        while (courier.step() > 0) {
            // until all is carried
        }
        return post.deliver();
    }

    private void proven(Viewer who) {
        jdbc.sql("update account set email_verified_at = now() where id = ?")
                .param(who.id())
                .update();
    }
}
