package app.emaki.video;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.media.MediaGuard.Ruling;
import app.emaki.media.MediaStore;
import app.emaki.platform.PublicId;
import app.emaki.video.BranchFilm.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class BranchesTests {
    @Autowired
    Branches branches;

    @Autowired
    BranchMediaGuard guard;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    TestCinema cinema;

    @Autowired
    MediaStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aBranchIsBoundOnceAndHadByWhoeverMayWatchAllOfIt() throws Exception {
        var one = cast.member("one");
        var two = cast.member("two");
        var first = cinema.shows(one, Visibility.EVERYONE, "The first film");
        var leaf = continued(cinema.shows(two, Visibility.FOLLOWERS, "The second film"), first);
        var page = "/videos/" + PublicId.of(leaf) + "/branch";

        assertThat(mvc.post().uri(page).with(csrf()).with(signedInAs(two))).hasStatus(302);
        assertThat(mvc.post().uri(page).with(csrf()).with(signedInAs(two))).hasStatus(302);
        assertThat(mvc.post().uri(page).with(csrf()).with(signedInAs(one))).hasStatus(404);
        assertThat(orders(leaf)).isOne();
        while (branches.step()) {
            // others may have ordered before
        }

        var branch = branches.find(two, leaf).orElseThrow();
        var film = branches.film(branch, Locale.ENGLISH).orElseThrow();
        assertThat(film.state()).isEqualTo(State.DONE);
        var file = java.util.Objects.requireNonNull(film.file());
        assertThat(Files.readString(store.path(file), StandardCharsets.ISO_8859_1))
                .startsWith("\0\0\0")
                .contains("trainedAlgorithmicMedia", "@" + one.handle(), "@" + two.handle(), leaf.toString());
        assertThat(mvc.get().uri(page + "/film").with(signedInAs(two)))
                .hasStatusOk()
                .hasHeader("Content-Type", "video/mp4");
        assertThat(guard.mayRead(file, two.id())).isEqualTo(Ruling.ALLOW);
        assertThat(guard.mayRead(file, one.id())).isEqualTo(Ruling.DENY);
        assertThat(guard.mayRead(file, null)).isEqualTo(Ruling.DENY);

        videos.takeDown(first, "Not like this.");
        assertThat(guard.mayRead(file, two.id())).as("one film of it is gone").isEqualTo(Ruling.DENY);
        assertThat(mvc.get().uri(page + "/film").with(signedInAs(two))).hasStatus(404);
    }

    @Test
    void whatIsTakenDownBeforeItsTurnIsNotBound() {
        var author = cast.member("author");
        var first = cinema.shows(author, Visibility.EVERYONE, "One");
        var leaf = continued(cinema.shows(author, Visibility.EVERYONE, "Two"), first);
        branches.order(author, branches.find(author, leaf).orElseThrow(), Locale.JAPANESE);
        videos.takeDown(first, "Not like this.");
        while (branches.step()) {
            // until nothing waits
        }
        assertThat(jdbc.sql("select state from branch_film where leaf = ?")
                        .param(leaf)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void aFilmAloneAndALineThatIsTooLongAreNotBound() {
        var author = cast.member("author");
        var alone = cast.published(author, Visibility.EVERYONE, "Alone");
        assertThat(branches.find(author, alone).orElseThrow().bindable()).isFalse();
        var leaf = continued(cast.published(author, Visibility.EVERYONE, "Long"), alone);
        jdbc.sql("update video set seconds = 600 where id = ?").param(leaf).update();
        assertThat(branches.find(author, leaf).orElseThrow().tooLong()).isTrue();
        order(author, leaf);
        assertThat(orders(leaf)).isZero();
    }

    @Test
    void aFilmThatHoldsTheOneBeforeItStandsForBoth() {
        var author = cast.member("author");
        var first = cast.published(author, Visibility.EVERYONE, "One");
        var second = continued(cast.published(author, Visibility.EVERYONE, "Two"), first);
        var leaf = continued(cast.published(author, Visibility.EVERYONE, "Two and three"), second);
        jdbc.sql("update video set lead = 4 where id = ?").param(leaf).update();
        assertThat(branches.find(author, leaf).orElseThrow().films())
                .extracting(VideoCard::id)
                .containsExactly(first, leaf);
    }

    private void order(Viewer viewer, UUID leaf) {
        assertThat(mvc.post()
                        .uri("/videos/" + PublicId.of(leaf) + "/branch")
                        .with(csrf())
                        .with(signedInAs(viewer)))
                .hasStatus(302);
    }

    private long orders(UUID leaf) {
        return jdbc.sql("select count(*) from branch_film where leaf = ?")
                .param(leaf)
                .query(Long.class)
                .single();
    }

    private UUID continued(UUID film, UUID parent) {
        jdbc.sql("update video set remix_of = ?, kin = 'REMIX' where id = ?")
                .params(parent, film)
                .update();
        return film;
    }
}
