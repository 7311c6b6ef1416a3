package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Viewer;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class FeedPagingTests {
    @Autowired
    FeedQuery feed;

    @Autowired
    TestVideos cast;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @EnumSource(Tab.class)
    void pagesHaveNeitherGapsNorDoublesWhileOthersPost(Tab tab) {
        var author = cast.member("author");
        var viewer = cast.member("viewer");
        jdbc.sql("insert into follow (follower, followed, created_at) values (?, ?, now())")
                .params(viewer.id(), author.id())
                .update();
        var posted = new ArrayList<UUID>();
        for (int n = 0; n < 35; n++) {
            clock.pass(Duration.ofSeconds(1));
            posted.addFirst(cast.published(author, Visibility.EVERYONE, "No. " + n));
        }

        var seen = new ArrayList<UUID>();
        var place = Place.TOP;
        while (!new HashSet<>(seen).containsAll(posted)) {
            var page = feed.page(tab, viewer.id(), place);
            page.items().forEach(slide -> seen.add(slide.video().id()));
            clock.pass(Duration.ofSeconds(1));
            cast.published(author, Visibility.EVERYONE, "Meanwhile");
            var next = page.next();
            if (next == null) {
                break;
            }
            place = Place.of(next, "");
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(posted::contains)).isEqualTo(posted);
    }

    @Test
    void aLinkToASlideBeginsWithIt() {
        var author = cast.member("author");
        var viewer = cast.member("viewer");
        for (int n = 0; n < 3; n++) {
            clock.pass(Duration.ofSeconds(1));
            cast.published(author, Visibility.EVERYONE, "No. " + n);
        }
        var second = feed.page(Tab.LATEST, viewer.id(), Place.TOP).items().get(1);

        var page = feed.page(Tab.LATEST, viewer.id(), Place.of("", second.place()));
        assertThat(page.items().getFirst().video().id())
                .isEqualTo(second.video().id());
        assertThat(feed.page(Tab.LATEST, viewer.id(), Place.of("nonsense", "")).items())
                .as("an unreadable place is the top")
                .isNotEmpty();
    }

    @Test
    void applauseMovesAVideoForward() {
        var author = cast.member("author");
        var viewer = cast.member("viewer");
        clock.pass(Duration.ofDays(2));
        var older = cast.published(author, Visibility.EVERYONE, "older");
        clock.pass(Duration.ofHours(3));
        var newer = cast.published(author, Visibility.EVERYONE, "newer");
        assertThat(order(viewer)).startsWith(newer, older);

        jdbc.sql("update video set likes = 0 where id = ?").param(older).update();
        for (int n = 0; n < 2; n++) {
            assertThat(mvc.put()
                            .uri("/videos/" + app.emaki.platform.PublicId.of(older) + "/like")
                            .with(org.springframework.security.test.web.servlet.request
                                    .SecurityMockMvcRequestPostProcessors.csrf())
                            .with(signedInAs(cast.member("fan"))))
                    .hasStatus(303);
        }
        assertThat(order(viewer)).startsWith(older, newer);
    }

    private List<UUID> order(Viewer viewer) {
        return feed.page(Tab.FOR_YOU, viewer.id(), Place.TOP).items().stream()
                .map(slide -> slide.video().id())
                .toList();
    }
}
