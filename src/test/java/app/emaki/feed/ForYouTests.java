package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.Ranking;
import app.emaki.video.Rankings;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What moves a film in For you, and what the viewer can do about it. */
@EmakiTest
class ForYouTests {
    @Autowired
    FeedQuery feed;

    @Autowired
    Tastes tastes;

    @Autowired
    Rankings rankings;

    @Autowired
    TestVideos cast;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void aQuietMorning() {
        // far from the films of other tests
        clock.pass(Duration.ofDays(40));
    }

    @AfterEach
    void asUsual() {
        rankings.change(Ranking.USUAL);
    }

    @Test
    void whatOneHasSeenDoesNotComeAgain() {
        var viewer = cast.member("viewer");
        var first = film("one", "One");
        var second = film("two", "Two");
        assertThat(order(viewer)).startsWith(second, first);

        assertThat(mvc.post()
                        .uri("/videos/" + PublicId.of(second) + "/view")
                        .param("seconds", "4")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .hasStatus(204);
        assertThat(order(viewer)).startsWith(first).doesNotContain(second);
    }

    @Test
    void whomOneFollowsComesFirstThoughADayYounger() {
        var viewer = cast.member("viewer");
        var friend = cast.member("friend");
        follow(viewer, friend);
        var theirs = cast.published(friend, Visibility.EVERYONE, "Of a friend");
        clock.pass(Duration.ofHours(12));
        var other = film("other", "Of somebody");

        assertThat(order(viewer)).startsWith(theirs, other);
        assertThat(order(cast.member("stranger"))).startsWith(other, theirs);
    }

    @Test
    void peopleTakeTurns() {
        var viewer = cast.member("viewer");
        var quiet = film("quiet", "The only one");
        var busy = cast.member("busy");
        var older = cast.published(busy, Visibility.EVERYONE, "First of many");
        clock.pass(Duration.ofMinutes(1));
        var newer = cast.published(busy, Visibility.EVERYONE, "Second of many");

        assertThat(order(viewer)).startsWith(newer, quiet, older);
    }

    @Test
    void lessLikeThisTakesTheFilmAwayAndItsKindBack() {
        var viewer = cast.member("viewer");
        var calm = film("calm", "Rain");
        clock.pass(Duration.ofHours(1));
        var noisy = cast.member("noisy");
        var gone = cast.published(noisy, Visibility.EVERYONE, "Fanfare");
        var back = cast.published(noisy, Visibility.EVERYONE, "Another one");
        var less = "/videos/" + PublicId.of(gone) + "/less";

        assertThat(mvc.put().uri(less).header("X-Fragment", "none").with(csrf()).with(signedInAs(viewer)))
                .hasStatus(204);
        assertThat(order(viewer)).startsWith(calm, back).doesNotContain(gone);
        assertThat(mvc.delete()
                        .uri(less)
                        .header("X-Fragment", "none")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .hasStatus(204);
        assertThat(order(viewer)).contains(gone);
    }

    @Test
    void wishesInWordsAreAFilter() {
        var viewer = cast.member("viewer");
        var rain = film("rain", "雨の町を歩く");
        clock.pass(Duration.ofHours(20));
        var plain = film("plain", "A plain day");
        var loud = film("loud", "A loud parade");

        tastes.steer(viewer, "雨を多め、less loud");
        assertThat(order(viewer)).startsWith(rain, plain).doesNotContain(loud);
        assertThat(mvc.get().uri("/v/" + PublicId.of(rain) + "/why").with(signedInAs(viewer)))
                .hasStatusOk()
                .bodyText()
                .contains("You asked for more of: 雨", "+24.0 h");
    }

    @Test
    void theAdminChangesTheWeightsAndTheFeedFollows() {
        var viewer = cast.member("viewer");
        var liked = film("liked", "Well liked");
        clock.pass(Duration.ofHours(5));
        var newer = film("newer", "Newer");
        for (int n = 0; n < 4; n++) {
            assertThat(mvc.put()
                            .uri("/videos/" + PublicId.of(liked) + "/like")
                            .with(csrf())
                            .with(signedInAs(cast.member("fan"))))
                    .hasStatus(303);
        }
        assertThat(order(viewer)).startsWith(liked, newer);

        var admin = cast.member("keeper");
        jdbc.sql("update account set role = 'ADMIN' where id = ?")
                .param(admin.id())
                .update();
        assertThat(mvc.put()
                        .uri("/admin/feed")
                        .param("applause", "0")
                        .param("love", "0")
                        .param("watched", "8")
                        .param("followed", "18")
                        .param("wanted", "24")
                        .param("variety", "6")
                        .param("less", "48")
                        .with(csrf())
                        .with(signedInAs(admin)))
                .hasRedirectedUrl("/admin/feed");
        int batches = 0;
        while (rankings.catchUp()) {
            batches++;
        }
        assertThat(batches).isPositive();
        assertThat(order(viewer)).startsWith(newer, liked);
    }

    @Test
    void theWholeOfALongFeedIsShownOnceAndHasAnEnd() {
        var viewer = cast.member("viewer");
        var films = new java.util.ArrayList<UUID>();
        for (int n = 0; n < 45; n++) {
            films.add(film("author" + n % 5, "No. " + n));
        }
        var shown = new java.util.ArrayList<UUID>();
        var place = Place.TOP;
        for (int pages = 0; pages < 6; pages++) {
            var page = feed.page(Tab.FOR_YOU, viewer.id(), place);
            page.items().forEach(slide -> shown.add(slide.video().id()));
            place = Place.of(page.next(), "");
        }
        assertThat(shown).doesNotHaveDuplicates().containsAll(films);
    }

    @Test
    void aLinkToASlideBeginsWithItAlsoWhenItWasSeen() {
        var viewer = cast.member("viewer");
        film("one", "One");
        var seen = film("two", "Two");
        film("three", "Three");
        var slide = feed.page(Tab.FOR_YOU, viewer.id(), Place.TOP).items().stream()
                .filter(it -> it.video().id().equals(seen))
                .findFirst()
                .orElseThrow();
        jdbc.sql("insert into video_view values (?, ?, 3, now())")
                .params(viewer.id(), seen)
                .update();

        assertThat(feed.page(Tab.FOR_YOU, viewer.id(), Place.of("", slide.place()))
                        .items()
                        .getFirst()
                        .video()
                        .id())
                .isEqualTo(seen);
    }

    private UUID film(String author, String caption) {
        clock.pass(Duration.ofMinutes(1));
        return cast.published(cast.member(author), Visibility.EVERYONE, caption);
    }

    private List<UUID> order(Viewer viewer) {
        return feed.page(Tab.FOR_YOU, viewer.id(), Place.TOP).items().stream()
                .map(slide -> slide.video().id())
                .toList();
    }

    private void follow(Viewer who, Viewer whom) {
        jdbc.sql("insert into follow (follower, followed, created_at) values (?, ?, now())")
                .params(who.id(), whom.id())
                .update();
    }
}
