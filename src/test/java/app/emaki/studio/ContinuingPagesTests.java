package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.Publication;
import app.emaki.video.Remixable;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The desk for a film that continues another one. */
@EmakiTest
class ContinuingPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos cast;

    @Autowired
    Videos videos;

    @Autowired
    JdbcClient jdbc;

    private Viewer author;
    private Viewer viewer;
    private String film;

    @BeforeEach
    void aFilmOfSomebodyElse() {
        author = cast.member("author");
        viewer = cast.member("viewer");
        film = PublicId.of(cast.published(author, Visibility.EVERYONE, "Fox in the rain"));
    }

    @Test
    void theDeskOpensWithTheFilmItsWordsSettingsAndSeed() {
        assertThat(open("remix=" + film))
                .bodyText()
                .contains(
                        "a fox on a bridge in the rain",
                        "Fox in the rain",
                        "@" + author.handle(),
                        "name=\"remix\" value=\"" + film + "\"",
                        "name=\"way\" value=\"REMIX\"",
                        "value=\"42\"",
                        "Nothing is changed yet");
    }

    @Test
    void whatIsChangedShowsAsWordsAndGoesBack() {
        assertThat(keep("a fox on a bridge in the snow", ""))
                .hasStatusOk()
                .bodyText()
                .contains("<del>rain</del><ins>snow</ins>");
        assertThat(keep("a fox on a bridge in the rain", "&resolution=480"))
                .bodyText()
                .containsPattern("Resolution</span> <del>\\d+p</del> <ins>480p</ins>")
                .containsPattern("Sound</span> <del>with sound</del> <ins>silent</ins>");
        assertThat(keep("a fox on a bridge in the snow", "&original=true"))
                .bodyText()
                .doesNotContain("<ins>snow</ins>")
                .contains("a fox on a bridge in the rain");
    }

    @Test
    void anotherStyleIsOneTap() {
        assertThat(open("restyle=" + film)).bodyText().contains("<ins>", "paper theatre");
        assertThat(keep("a fox on a bridge in the rain", "&style=7")).bodyText().contains("Style: watercolour");
    }

    @Test
    void aStoryGoesOnWithWordsOfItsOwn() {
        assertThat(open("extend=" + film))
                .bodyText()
                .contains("name=\"way\" value=\"EXTEND\"", "Write what happens next")
                .doesNotContain("a fox on a bridge in the rain");
    }

    @Test
    void wordsThatAreKeptAreNotLaidOnTheDesk() {
        videos.publish(
                author,
                PublicId.parse(film).orElseThrow(),
                new Publication("Fox in the rain", Visibility.EVERYONE, false));
        assertThat(open("remix=" + film))
                .bodyText()
                .contains("Its author keeps the words")
                .doesNotContain("a fox on a bridge");
    }

    @Test
    void aFilmThatIsNotToBeContinuedIsRefusedWithTheReason() {
        videos.publish(
                author,
                PublicId.parse(film).orElseThrow(),
                new Publication("Fox in the rain", Visibility.EVERYONE, true, Remixable.NOBODY));
        assertThat(mvc.post()
                        .uri("/generations")
                        .with(csrf())
                        .with(signedInAs(viewer))
                        .param("text", "a fox on a bridge in the snow")
                        .param("seconds", "4")
                        .param("resolution", "480")
                        .param("remix", film))
                .hasStatus(422)
                .bodyText()
                .contains("wants this film left as it is");
        assertThat(open("remix=" + film)).bodyText().contains("wants this film left as it is");
        assertThat(jdbc.sql("select count(*) from generation where account_id = ?")
                        .param(viewer.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFilmThatIsGoneIsNotFound() {
        videos.delete(author, PublicId.parse(film).orElseThrow());
        assertThat(open("remix=" + film)).hasStatus(404);
    }

    private MvcTestResult open(String query) {
        return mvc.get().uri("/studio?" + query).with(signedInAs(viewer)).exchange();
    }

    private MvcTestResult keep(String text, String touch) {
        return mvc.put()
                .uri("/studio/draft?x=1" + touch)
                .header("X-Fragment", "answer")
                .with(csrf())
                .with(signedInAs(viewer))
                .param("text", text)
                .param("edited", "words")
                .param("seed", "42")
                .param("seconds", "5")
                .param("remix", film)
                .param("way", "REMIX")
                .exchange();
    }
}
