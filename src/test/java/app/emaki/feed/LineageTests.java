package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.video.Kin;
import app.emaki.video.NewVideo;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class LineageTests {
    @Autowired
    LineageQuery lineages;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private Viewer author;

    @BeforeEach
    void somebody() {
        author = cast.member("author");
    }

    @Test
    void aFilmStandsBetweenWhatItContinuesAndWhatWasMadeOfIt() {
        var first = film(null, "満月の夜、浅い海に線路が一本");
        var second = film(first, "赤い月の夜、浅い海に線路が一本");
        var third = film(second, "赤い月の夜、浅い海に橋が一本");
        film(second, "赤い月の夜、浅い海に線路が一本");

        var lineage = lineages.find(second, null, LineageQuery.PAGE, null).orElseThrow();
        assertThat(lineage.first().node().id()).isEqualTo(first);
        assertThat(lineage.line()).extracting(LineageNode::id).containsExactly(first, second);
        assertThat(lineage.films()).isEqualTo(2);
        assertThat(lineage.here().changes()).singleElement().satisfies(change -> {
            assertThat(change.gone()).isEqualTo("満月");
            assertThat(change.fresh()).isEqualTo("赤い月");
        });
        assertThat(lineage.here().children())
                .extracting(child -> child.node().id())
                .contains(third)
                .hasSize(2);
        assertThat(mvc.get().uri("/v/" + PublicId.of(second) + "/lineage"))
                .hasStatusOk()
                .bodyText()
                .contains(PublicId.of(first), PublicId.of(third), "<del>満月</del><ins>赤い月</ins>");
        assertThat(mvc.get().uri("/v/" + PublicId.of(second) + "/change"))
                .hasStatusOk()
                .bodyText()
                .contains("<del>満月</del><ins>赤い月</ins>の夜、浅い海に線路が一本");
        assertThat(mvc.get().uri("/v/" + PublicId.of(first) + "/change")).hasStatus(404);
        assertThat(mvc.get().uri("/v/" + PublicId.of(third) + "/branch"))
                .hasStatusOk()
                .bodyText()
                .contains(PublicId.of(first), PublicId.of(second), PublicId.of(third));
        assertThat(mvc.get().uri("/v/" + PublicId.of(second)))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"lineage\"", "/v/" + PublicId.of(third));
    }

    @Test
    void aLinkThatIsGoneLeavesAGreySealWithoutContentAndTheChainHolds() {
        var first = film(null, "one");
        var middleAuthor = cast.member("middle");
        var second = film(middleAuthor, first, "secretwords two", Kin.REMIX);
        var third = film(second, "three");
        videos.delete(middleAuthor, second);

        var lineage = lineages.find(third, null, LineageQuery.PAGE, null).orElseThrow();
        assertThat(lineage.line()).extracting(LineageNode::id).containsExactly(first, second, third);
        var gone = lineage.line().get(1);
        assertThat(gone.seen()).isFalse();
        assertThat(gone.caption()).isNull();
        assertThat(gone.poster()).isNull();
        assertThat(gone.prompt()).isNull();
        assertThat(gone.handle()).isEqualTo(middleAuthor.handle());
        assertThat(mvc.get().uri("/v/" + PublicId.of(first) + "/lineage"))
                .bodyText()
                .contains("keifu__gone", "@" + middleAuthor.handle(), PublicId.of(third))
                .doesNotContain("secretwords", PublicId.of(second));
        assertThat(mvc.get().uri("/v/" + PublicId.of(second) + "/lineage")).hasStatus(404);

        jdbc.sql("update account set standing = 'CLOSED' where id = ?")
                .param(middleAuthor.id())
                .update();
        assertThat(mvc.get().uri("/v/" + PublicId.of(first) + "/lineage"))
                .bodyText()
                .contains("keifu__gone")
                .doesNotContain(middleAuthor.handle());
    }

    @Test
    void draftsAndWhatFollowersSeeAreNotTold() {
        var first = film(null, "one");
        var draft = cast.draft(cast.member("other"), first);
        var closed = cast.draft(author, first);
        videos.publish(author, closed, new Publication("for few", Visibility.FOLLOWERS, true));

        var seen = lineages.find(first, null, LineageQuery.PAGE, null).orElseThrow();
        assertThat(seen.first().children()).isEmpty();
        assertThat(lineages.find(first, author.id(), LineageQuery.PAGE, null)
                        .orElseThrow()
                        .first()
                        .children())
                .extracting(child -> child.node().id())
                .containsExactly(closed)
                .doesNotContain(draft);
    }

    @Test
    void wordsThatAnAuthorKeepsAreNotGivenAwayByTheirChange() {
        var first = film(null, "hiddenword by the sea");
        var second = film(first, "openword by the sea");
        videos.publish(author, first, new Publication("First", Visibility.EVERYONE, false));
        var stranger = cast.member("stranger");

        assertThat(mvc.get().uri("/v/" + PublicId.of(second) + "/lineage").with(signedInAs(stranger)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("hiddenword");
        assertThat(mvc.get().uri("/v/" + PublicId.of(second) + "/change").with(signedInAs(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("openword")
                .doesNotContain("hiddenword");
        assertThat(mvc.get().uri("/v/" + PublicId.of(second) + "/change").with(signedInAs(author)))
                .bodyText()
                .contains("<del>hiddenword</del>");
    }

    @Test
    void manyChildrenComeByThePageUntilTheLast() {
        var first = film(null, "one");
        for (int n = 0; n < 12; n++) {
            film(first, "child " + n);
        }
        var seen = new java.util.LinkedHashSet<UUID>();
        LineageQuery.After after = null;
        for (int page = 0; page < 5; page++) {
            var here = lineages.find(first, null, LineageQuery.PAGE, after)
                    .orElseThrow()
                    .here();
            here.children()
                    .forEach(child -> assertThat(seen.add(child.node().id())).isTrue());
            if (here.more() == null) {
                break;
            }
            after = LineageQuery.After.parse(here.more().split("after=", 2)[1]).orElseThrow();
            assertThat(mvc.get().uri(here.more()).header("X-Fragment", "rest"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("keifu__cell")
                    .doesNotContain("<html");
        }
        assertThat(seen).hasSize(12);
    }

    private UUID film(@Nullable UUID parent, String words) {
        return film(author, parent, words, Kin.REMIX);
    }

    private UUID film(Viewer maker, @Nullable UUID parent, String words, Kin kin) {
        var id = ids.next();
        videos.add(new NewVideo(
                id,
                maker.id(),
                "kamishibai-1",
                words,
                words.matches("[ -~]*") ? "en" : "ja",
                TestVideos.key("film", id, "mp4"),
                TestVideos.key("clea", id, "mp4"),
                TestVideos.key("post", id, "jpg"),
                null,
                null,
                720,
                1280,
                5,
                true,
                0x24487a,
                42,
                null,
                null,
                parent,
                parent == null ? null : kin,
                0));
        videos.publish(maker, id, new Publication(words, Visibility.EVERYONE, true));
        return id;
    }
}
