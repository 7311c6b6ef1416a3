package app.emaki.moderation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class ModerationPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Accounts accounts;

    @Autowired
    Moderation moderation;

    @Autowired
    Ids ids;

    Viewer member;
    Viewer admin;
    UUID video;

    @BeforeEach
    void people() {
        member = stage.member("me");
        video = stage.published(stage.member("au"), Visibility.EVERYONE, "Colony landing");
        var handle = "ad" + PublicId.of(ids.next()).toLowerCase().substring(10);
        admin = accounts.registerAdmin(handle, handle + "@example.org", "a long enough password");
    }

    @Test
    void aMemberReportsAndTheAdminTakesDown() {
        assertThat(mvc.post()
                        .uri("/reports")
                        .with(signedInAs(member))
                        .with(csrf())
                        .param("video", PublicId.of(video))
                        .param("rule", "MISLEADING")
                        .param("note", "Not real"))
                .hasRedirectedUrl("/reports/thanks");

        assertThat(mvc.get()
                        .uri("/admin/moderation?video=" + PublicId.of(video))
                        .with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Not real", "It is passed off as real.");

        assertThat(mvc.post()
                        .uri("/admin/moderation/decisions")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("video", PublicId.of(video))
                        .param("outcome", "REMOVE")
                        .param("rule", "MISLEADING")
                        .param("words", ""))
                .hasRedirectedUrl("/admin/moderation");

        assertThat(mvc.get().uri("/reports/new?video=" + PublicId.of(video)).with(signedInAs(member)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/admin/moderation/decisions").with(signedInAs(admin)))
                .bodyText()
                .contains("Removed");
        assertThat(mvc.get().uri("/admin/moderation/log").with(signedInAs(admin)))
                .bodyText()
                .contains("Removed a film", "The log is whole");
    }

    @Test
    void aReportWithoutARuleSaysWhatIsMissingInTheReadersLanguage() {
        assertThat(mvc.post()
                        .uri("/reports")
                        .with(signedInAs(member))
                        .with(csrf())
                        .header("Accept-Language", "ja")
                        .param("video", PublicId.of(video))
                        .param("note", "言葉は残る"))
                .hasStatusOk()
                .bodyText()
                .contains("問題を一つ選んでください。", "言葉は残る");
    }

    @Test
    void whatAMemberMayNotSeeCannotBeReported() {
        var draft = stage.draft(stage.member("au"));

        assertThat(mvc.get().uri("/reports/new?video=" + PublicId.of(draft)).with(signedInAs(member)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void membersDoNotReachThePagesOfModeration() {
        for (var page : new String[] {"", "/decisions", "/log"}) {
            assertThat(mvc.get().uri("/admin/moderation" + page).with(signedInAs(member)))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void aDecisionWithoutAValidTokenChangesNothing() {
        assertThat(mvc.post()
                        .uri("/admin/moderation/decisions")
                        .with(signedInAs(admin))
                        .param("video", PublicId.of(video))
                        .param("outcome", "REMOVE")
                        .param("rule", "SPAM"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}
