package app.emaki.cameo;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.cameo.Standing.Grant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The cast beside the prompt: whom a member may show stands there, one press away, and nobody else does. */
@EmakiTest
class CastChipTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestCameos stage;

    @Test
    void oneOwnAndAllowedLikenessesStandBesideThePromptAndNoOthers() throws Exception {
        var me = stage.member("me");
        var friend = stage.member("friend");
        var stranger = stage.member("stranger");
        var own = stage.person(me, Level.NOBODY);
        stage.grant(stage.person(friend, Level.APPROVED, true, null), me, Grant.ALLOWED, false);
        stage.grant(stage.person(stranger, Level.APPROVED), me, Grant.REFUSED, false);

        var page = text(mvc.get().uri("/studio").with(signedInAs(me)).exchange());
        assertThat(page)
                .contains("id=\"cast-" + me.handle() + "\"", "/cameo/" + own + "/portrait")
                .contains("id=\"cast-" + friend.handle() + "\"", "asked for each film")
                .doesNotContain("cast-" + stranger.handle());
        assertThat(text(mvc.get()
                        .uri("/studio")
                        .with(signedInAs(stage.member("nobody")))
                        .exchange()))
                .contains("href=\"/cameo/new\"");
    }

    @Test
    void onePressCastsSomebodyAndTheNextTakesThemOut() throws Exception {
        var me = stage.member("me");
        var friend = stage.member("friend");
        var third = stage.member("third");
        stage.person(me, Level.NOBODY);
        for (var other : new Viewer[] {friend, third}) {
            stage.grant(stage.person(other, Level.APPROVED), me, Grant.ALLOWED, false);
        }

        var one = press(me, "A walk by the sea.", me.handle());
        assertThat(one).contains("@" + me.handle()).contains("A walk by the sea.");
        var two = press(me, one, friend.handle());
        assertThat(two).contains("@" + me.handle(), "@" + friend.handle());
        assertThat(press(me, two, third.handle())).as("a third is one too many").isEqualTo(two);
        assertThat(press(me, two, friend.handle())).isEqualTo(one);
        assertThat(press(me, two, me.handle())).contains("@" + friend.handle()).doesNotContain("@" + me.handle());
        assertThat(press(me, one, me.handle())).isEqualTo("A walk by the sea.");
        assertThat(press(me, one, "somebody_else")).isEqualTo(one);
    }

    private String press(Viewer viewer, String prompt, String handle) throws Exception {
        var answer = text(mvc.put()
                .uri("/studio/draft?cast=" + handle)
                .param("edited", "words")
                .param("text", prompt)
                .header("X-Fragment", "answer")
                .with(signedInAs(viewer))
                .with(csrf())
                .exchange());
        var area = answer.substring(answer.indexOf("id=\"answer-text\""));
        return area.substring(area.indexOf('>') + 1, area.indexOf("</textarea>"))
                .replaceFirst("^(?:&#10;|\n)", "");
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }
}
