package app.emaki.social;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.TestVideos;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class CommentsModuleTests {
    @Autowired
    Comments comments;

    @Autowired
    Follows follows;

    @Autowired
    Videos videos;

    @Autowired
    Accounts accounts;

    @Autowired
    TestVideos cast;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    MockMvcTester mvc;

    @Test
    void anAnswerToAnAnswerJoinsItsThread() {
        var film = film();
        var nagi = cast.member("nagi");
        var first = comments.post(nagi, film.id(), "The whistle.", null);
        clock.pass(Duration.ofSeconds(1));
        var answer = comments.post(cast.member("sasa"), film.id(), "Yes.", first);
        clock.pass(Duration.ofSeconds(1));
        comments.post(nagi, film.id(), "Every time.", answer);

        var page = comments.of(film, nagi, null);
        assertThat(page.items())
                .singleElement()
                .satisfies(thread -> assertThat(thread.replies())
                        .extracting(CommentView::text)
                        .containsExactly("Yes.", "Every time."));
        assertThat(videos.find(null, film.id()).orElseThrow().comments()).isEqualTo(3);
    }

    @Test
    void aRemovedCommentTakesItsAnswersAlong() {
        var film = film();
        var nagi = cast.member("nagi");
        var first = comments.post(nagi, film.id(), "The whistle.", null);
        comments.post(cast.member("sasa"), film.id(), "Yes.", first);
        comments.remove(first);
        comments.remove(first);

        assertThat(comments.of(film, nagi, null).items()).isEmpty();
        assertThat(videos.find(null, film.id()).orElseThrow().comments()).isZero();
    }

    @Test
    void onlyItsAuthorAndTheAuthorOfTheFilmDeleteAComment() {
        var author = cast.member("mizuki");
        var film = videos.find(null, cast.published(author, Visibility.EVERYONE, ""))
                .orElseThrow();
        var nagi = cast.member("nagi");
        var stranger = cast.member("sasa");
        var first = comments.post(nagi, film.id(), "The whistle.", null);
        var second = comments.post(nagi, film.id(), "The moon.", null);

        assertThatThrownBy(() -> comments.delete(stranger, first)).isInstanceOf(NoSuchVideo.class);
        comments.delete(nagi, first);
        comments.delete(author, second);
        assertThat(comments.of(film, nagi, null).items()).isEmpty();
    }

    @Test
    void pagesOfCommentsHaveNeitherGapsNorDoublesWhileOthersWrite() {
        var film = film();
        var written = new ArrayList<String>();
        for (int n = 0; n < 25; n++) {
            clock.pass(Duration.ofSeconds(1));
            comments.post(cast.member("fan"), film.id(), "No. " + n, null);
            written.addFirst("No. " + n);
        }
        var read = new ArrayList<String>();
        Cursor before = null;
        String next;
        do {
            var page = comments.of(film, null, before);
            page.items().forEach(comment -> read.add(comment.text()));
            clock.pass(Duration.ofSeconds(1));
            comments.post(cast.member("fan"), film.id(), "Meanwhile", null);
            next = page.next();
            before = next == null ? null : Cursor.parse(next).orElseThrow();
        } while (next != null);

        assertThat(read).isEqualTo(written);
    }

    @Test
    void acrossABlockAndFromTheSuspendedNothingIsHeard() {
        var film = film();
        var nagi = cast.member("nagi");
        var loud = cast.member("loud");
        var gone = cast.member("gone");
        comments.post(loud, film.id(), "Me me me", null);
        comments.post(gone, film.id(), "I was here", null);
        follows.block(nagi, loud.id());
        accounts.suspend(gone.id());

        assertThat(comments.of(film, nagi, null).items()).isEmpty();
        assertThat(comments.of(film, loud, null).items())
                .extracting(CommentView::text)
                .containsExactly("Me me me");
    }

    @Test
    void postingFromAScriptAnswersTheFreshList() {
        var film = film();
        assertThat(mvc.post()
                        .uri("/videos/" + film.publicId() + "/comments")
                        .param("text", "I hear <b>rain</b>")
                        .header("X-Fragment", "comments")
                        .with(csrf())
                        .with(signedInAs(cast.member("nagi"))))
                .hasStatusOk()
                .bodyText()
                .contains("I hear &lt;b&gt;rain&lt;/b&gt;", "data-count=\"1\"")
                .doesNotContain("<html");
    }

    @Test
    void aCommentThatIsTooLongIsHandedBackWithTheRule() {
        var film = film();
        assertThat(mvc.post()
                        .uri("/videos/" + film.publicId() + "/comments")
                        .param("text", "a".repeat(501))
                        .header("X-Fragment", "comments")
                        .with(csrf())
                        .with(signedInAs(cast.member("nagi"))))
                .hasStatusOk()
                .bodyText()
                .contains("A comment has between 1 and 500 characters.");
    }

    @Test
    void nobodyWritesBeneathWhatTheyMayNotSee() {
        var hidden = cast.published(cast.member("mizuki"), Visibility.PRIVATE, "");
        assertThat(mvc.post()
                        .uri("/videos/" + PublicId.of(hidden) + "/comments")
                        .param("text", "Hello")
                        .with(csrf())
                        .with(signedInAs(cast.member("nagi"))))
                .hasStatus(404);
    }

    private VideoCard film() {
        return videos.find(null, cast.published(cast.member("mizuki"), Visibility.EVERYONE, ""))
                .orElseThrow();
    }

    @Test
    void whoIsNamedIsLinkedAndOnlyWhoIsHere() {
        var film = film();
        var nagi = cast.member("nagi");
        var sasa = cast.member("sasa");
        comments.post(nagi, film.id(), "Look, @" + sasa.handle() + " and @nobody_here, a@" + sasa.handle(), null);

        assertThat(comments.of(film, nagi, null).items().getFirst().parts())
                .filteredOn(part -> part.handle() != null)
                .extracting(Mention.Part::handle)
                .containsExactly(sasa.handle());
    }

    @Test
    void whoWroteMayChangeItAndNobodyElse() {
        var film = film();
        var nagi = cast.member("nagi");
        var id = comments.post(nagi, film.id(), "The whistel.", null);

        comments.edit(nagi, id, "The whistle.");

        assertThat(comments.of(film, nagi, null).items()).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("The whistle.");
            assertThat(comment.edited()).isTrue();
        });
        assertThatThrownBy(() -> comments.edit(cast.member("sasa"), id, "Mine."))
                .isInstanceOf(NoSuchVideo.class);
    }

    @Test
    void whatOneDeletedComesBackWithItsAnswersForAQuarterOfAnHour() {
        var film = film();
        var nagi = cast.member("nagi");
        var first = comments.post(nagi, film.id(), "The whistle.", null);
        comments.post(cast.member("sasa"), film.id(), "Yes.", first);

        comments.delete(nagi, first);
        assertThat(comments.of(film, nagi, null).items()).isEmpty();
        assertThatThrownBy(() -> comments.undelete(cast.member("sasa"), first)).isInstanceOf(NoSuchVideo.class);
        comments.undelete(nagi, first);
        assertThat(comments.of(film, nagi, null).items().getFirst().replies()).hasSize(1);
        assertThat(videos.find(null, film.id()).orElseThrow().comments()).isEqualTo(2);

        comments.delete(nagi, first);
        clock.pass(Duration.ofMinutes(16));
        assertThatThrownBy(() -> comments.undelete(nagi, first)).isInstanceOf(NoSuchVideo.class);
    }

    @Test
    void whatAModeratorRemovedItsAuthorCannotBringBack() {
        var film = film();
        var nagi = cast.member("nagi");
        var id = comments.post(nagi, film.id(), "The whistle.", null);
        comments.remove(id);
        assertThatThrownBy(() -> comments.undelete(nagi, id)).isInstanceOf(NoSuchVideo.class);

        var quick = comments.post(nagi, film.id(), "The whistle, again.", null);
        comments.delete(nagi, quick);
        comments.remove(quick);
        assertThatThrownBy(() -> comments.undelete(nagi, quick))
                .as("deleted before the moderator came")
                .isInstanceOf(NoSuchVideo.class);
        comments.restore(quick);
        assertThat(comments.of(film, nagi, null).items())
                .as("what they deleted stays so")
                .isEmpty();
    }

    @Test
    void whatTheAuthorOfTheFilmPinsStandsFirst() {
        var author = cast.member("mizuki");
        var film = videos.find(author, cast.published(author, Visibility.EVERYONE, "Moon line"))
                .orElseThrow();
        var nagi = cast.member("nagi");
        var old = comments.post(nagi, film.id(), "First.", null);
        for (int n = 0; n < 12; n++) {
            clock.pass(Duration.ofSeconds(1));
            comments.post(author, film.id(), "No. " + n, null);
        }

        comments.pin(author, old, true);

        var page = comments.of(film, nagi, null);
        assertThat(page.items()).hasSize(11);
        assertThat(page.items().getFirst().text()).isEqualTo("First.");
        assertThat(comments.of(film, nagi, Cursor.parse(page.next()).orElseThrow())
                        .items())
                .extracting(CommentView::text)
                .containsExactly("No. 1", "No. 0");
        assertThatThrownBy(() -> comments.pin(nagi, old, true)).isInstanceOf(NoSuchVideo.class);
    }

    @Test
    void aCommentIsLikedOnceByEach() {
        var film = film();
        var nagi = cast.member("nagi");
        var id = comments.post(nagi, film.id(), "The whistle.", null);
        var like = "/comments/" + PublicId.of(id) + "/like";
        for (int n = 0; n < 2; n++) {
            assertThat(mvc.put()
                            .uri(like)
                            .header("X-Fragment", "none")
                            .with(csrf())
                            .with(signedInAs(nagi)))
                    .hasStatus(204);
        }
        assertThat(comments.of(film, nagi, null).items().getFirst().likes()).isEqualTo(1);
        assertThat(mvc.delete()
                        .uri(like)
                        .header("X-Fragment", "none")
                        .with(csrf())
                        .with(signedInAs(nagi)))
                .hasStatus(204);
        assertThat(comments.of(film, nagi, null).items().getFirst().liked()).isFalse();
    }

    @Test
    void beneathAClosedFilmOnlyItsAuthorWrites() {
        var author = cast.member("mizuki");
        var film = cast.published(author, Visibility.EVERYONE, "Moon line");
        var nagi = cast.member("nagi");
        var closure = "/videos/" + PublicId.of(film) + "/comments/closure";
        assertThat(mvc.put().uri(closure).with(csrf()).with(signedInAs(nagi))).hasStatus(404);
        assertThat(mvc.put().uri(closure).with(csrf()).with(signedInAs(author))).hasStatus(303);

        assertThatThrownBy(() -> comments.post(nagi, film, "Too late.", null)).isInstanceOf(CommentsClosed.class);
        comments.post(author, film, "Thank you all.", null);
    }
}
