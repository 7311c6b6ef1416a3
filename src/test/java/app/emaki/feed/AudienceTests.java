package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.media.MediaGuard;
import app.emaki.media.MediaGuard.Ruling;
import app.emaki.platform.PublicId;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every kind of viewer, every state of a video, every way to reach it: the SQL rule against the same rule told in Java. */
@EmakiTest
class AudienceTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<MediaGuard> guards;

    @Autowired
    FeedQuery feed;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    SearchQuery search;

    @Autowired
    ProfileQuery profiles;

    enum Who {
        SIGNED_OUT,
        STRANGER,
        FOLLOWER,
        BLOCKED_BY_AUTHOR,
        BLOCKS_AUTHOR,
        MUTES_AUTHOR,
        MODERATOR,
        AUTHOR
    }

    enum State {
        DRAFT,
        PRIVATE,
        LINK,
        FOLLOWERS,
        EVERYONE,
        TAKEN_DOWN,
        DELETED,
        AUTHOR_SUSPENDED;

        boolean watchedBy(Who who) {
            return switch (this) {
                case DELETED -> false;
                case DRAFT, PRIVATE -> who == Who.AUTHOR;
                case TAKEN_DOWN, AUTHOR_SUSPENDED -> who == Who.AUTHOR || who == Who.MODERATOR;
                case FOLLOWERS -> who == Who.AUTHOR || who == Who.MODERATOR || who == Who.FOLLOWER;
                case LINK, EVERYONE -> who != Who.BLOCKED_BY_AUTHOR && who != Who.BLOCKS_AUTHOR;
            };
        }

        /** Whether it leaves the instance: by embed, oEmbed and share card. */
        boolean open() {
            return this == LINK || this == EVERYONE;
        }

        boolean listedFor(Who who) {
            return switch (this) {
                case FOLLOWERS -> who == Who.AUTHOR || who == Who.FOLLOWER;
                case EVERYONE -> who != Who.BLOCKED_BY_AUTHOR && who != Who.BLOCKS_AUTHOR && who != Who.MUTES_AUTHOR;
                default -> false;
            };
        }
    }

    static Stream<Arguments> everyPair() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Who.values()).map(who -> Arguments.of(state, who)));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("everyPair")
    void nothingLeaksAndNothingIsMissing(State state, Who who) throws Exception {
        var author = cast.member("author");
        var word = "word" + author.handle();
        var id = film(author, state, word);
        var viewer = viewer(who, author);

        var publicId = PublicId.of(id);
        // whoever is suspended cannot even sign in
        boolean absent = state == State.AUTHOR_SUSPENDED && who == Who.AUTHOR;
        boolean watches = state.watchedBy(who);
        assertThat(videos.find(viewer, id).isPresent()).as("door").isEqualTo(watches);
        assertThat(guardAllows(id, "film", viewer)).as("film").isEqualTo(watches);
        assertThat(guardAllows(id, "post", viewer)).as("poster").isEqualTo(watches);
        assertThat(guardAllows(id, "clea", viewer)).as("clean film").isFalse();
        assertThat(mvc.get().uri("/embed/" + publicId)).as("embed").hasStatus(state.open() ? 200 : 404);
        assertThat(mvc.get().uri("/oembed?url=http://localhost/v/" + publicId))
                .as("oEmbed")
                .hasStatus(state.open() ? 200 : 404);
        if (who == Who.SIGNED_OUT) {
            var atom =
                    mvc.get().uri("/@" + author.handle() + "/atom").exchange().getResponse();
            assertThat(atom.getStatus() == 200 && atom.getContentAsString().contains(id.toString()))
                    .as("Atom")
                    .isEqualTo(state == State.EVERYONE);
        }
        if (!absent) {
            var page = mvc.get().uri("/v/" + PublicId.of(id));
            assertThat(viewer == null ? page : page.with(signedInAs(viewer)))
                    .as("page")
                    .hasStatus(watches ? 200 : 404);
        }
        if (viewer != null && !absent) {
            assertThat(mvc.put()
                            .uri("/videos/" + PublicId.of(id) + "/like")
                            .with(csrf())
                            .with(signedInAs(viewer)))
                    .as("like")
                    .hasStatus(watches ? 303 : 404);
        }
        if (viewer != null) {
            if (!absent) {
                assertThat(mvc.get().uri("/v/" + publicId + "/why").with(signedInAs(viewer)))
                        .as("why")
                        .hasStatus(watches && state != State.DRAFT ? 200 : 404);
                for (var way : List.of("/share", "/qr", "/lineage")) {
                    assertThat(mvc.get().uri("/v/" + publicId + way).with(signedInAs(viewer)))
                            .as(way)
                            .hasStatus(watches ? 200 : 404);
                }
                assertThat(mvc.put()
                                .uri("/videos/" + publicId + "/bookmark")
                                .with(csrf())
                                .with(signedInAs(viewer)))
                        .as("bookmark")
                        .hasStatus(watches ? 303 : 404);
                assertThat(mvc.post()
                                .uri("/videos/" + publicId + "/comments")
                                .param("text", "Seen.")
                                .header("X-Fragment", "comments")
                                .with(csrf())
                                .with(signedInAs(viewer)))
                        .as("comments")
                        .hasStatus(watches ? 200 : 404);
                assertThat(profiles.find(author.handle(), viewer.id())
                                .map(Profile::videos)
                                .orElse(0L))
                        .as("count")
                        .isEqualTo(state.listedFor(who) ? 1L : 0L);
            }
            boolean listed = state.listedFor(who);
            assertThat(inFeed(Tab.LATEST, viewer, id)).as("latest").isEqualTo(listed);
            assertThat(inFeed(Tab.FOR_YOU, viewer, id)).as("for you").isEqualTo(listed);
            assertThat(inFeed(Tab.FOLLOWING, viewer, id)).as("following").isEqualTo(listed && who == Who.FOLLOWER);
            assertThat(search.videos(Wanted.of(word), viewer.id(), null).items())
                    .as("words")
                    .hasSize(listed ? 1 : 0);
            assertThat(search.videos(Wanted.of("#" + word), viewer.id(), null).items())
                    .as("tag")
                    .hasSize(listed ? 1 : 0);
            assertThat(search.mostRemixed(Wanted.of(word), viewer.id(), null))
                    .as("words, by remixes")
                    .hasSize(listed ? 1 : 0);
            assertThat(profiles.videos(author.id(), viewer.id(), null).items())
                    .as("profile")
                    .hasSize(listed ? 1 : 0);
        }
    }

    @Test
    void aRemixDoesNotTellOfASourceThatItsViewerMayNotSee() {
        var author = cast.member("author");
        var source = film(author, State.EVERYONE, "secretsource");
        var remixer = cast.member("remixer");
        var remix = cast.draft(remixer, source);
        videos.publish(remixer, remix, new Publication("A remix", Visibility.EVERYONE, true));
        var page = "/v/" + PublicId.of(remix);
        assertThat(mvc.get().uri(page)).bodyText().contains("secretsource");

        videos.publish(author, source, new Publication("secretsource", Visibility.PRIVATE, true));
        assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().doesNotContain("secretsource", PublicId.of(source));
    }

    private UUID film(Viewer author, State state, String word) {
        // later than all the others, so that it stands on the first page
        clock.pass(Duration.ofSeconds(1));
        var id = cast.draft(author);
        if (state == State.DRAFT) {
            return id;
        }
        var visibility = switch (state) {
            case PRIVATE -> Visibility.PRIVATE;
            case LINK -> Visibility.LINK;
            case FOLLOWERS -> Visibility.FOLLOWERS;
            default -> Visibility.EVERYONE;
        };
        videos.publish(author, id, new Publication(word + " #" + word, visibility, true));
        switch (state) {
            case TAKEN_DOWN -> videos.takeDown(id, "Not like this.");
            case DELETED -> videos.delete(author, id);
            case AUTHOR_SUSPENDED -> accounts.suspend(author.id());
            default -> {}
        }
        return id;
    }

    private @Nullable Viewer viewer(Who who, Viewer author) {
        if (who == Who.SIGNED_OUT) {
            return null;
        }
        if (who == Who.AUTHOR) {
            return author;
        }
        var viewer = cast.member("viewer");
        switch (who) {
            case FOLLOWER -> press(viewer, author, "follow");
            case BLOCKS_AUTHOR -> press(viewer, author, "block");
            case MUTES_AUTHOR -> press(viewer, author, "mute");
            case BLOCKED_BY_AUTHOR -> press(author, viewer, "block");
            case MODERATOR ->
                jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                        .param(viewer.id())
                        .update();
            default -> {}
        }
        return accounts.find(viewer.id()).orElseThrow();
    }

    /** By SQL, as somebody who is suspended already can press nothing. */
    private void press(Viewer who, Viewer whom, String what) {
        var sql = "insert into " + what + " values (?, ?, now())";
        jdbc.sql(sql).params(who.id(), whom.id()).update();
    }

    private boolean guardAllows(UUID id, String part, @Nullable Viewer viewer) {
        var key = TestVideos.key(part, id, part.equals("post") ? "jpg" : "mp4");
        var rulings = guards.stream()
                .map(guard -> guard.mayRead(key, viewer == null ? null : viewer.id()))
                .toList();
        return rulings.contains(Ruling.ALLOW) && !rulings.contains(Ruling.DENY);
    }

    private boolean inFeed(Tab tab, Viewer viewer, UUID id) {
        return feed.page(tab, viewer.id(), Place.TOP).items().stream()
                .anyMatch(slide -> slide.video().id().equals(id));
    }
}
