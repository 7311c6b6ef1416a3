package app.emaki.generation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EngineTest
class EnginePageTests {
    @Autowired
    EngineStage stage;

    @Autowired
    MockMvcTester mvc;

    Viewer admin;
    Viewer author;
    UUID running;

    @BeforeEach
    void aFilmUnderWay() {
        stage.clear();
        var handle = "a" + UUID.randomUUID().toString().substring(0, 12);
        admin = stage.accounts.registerAdmin(handle, handle + "@example.org", "long enough to guess");
        author = stage.someone(Plan.FREE);
        stage.backend.status = ScriptedBackend.working(40);
        running = stage.order(author);
        stage.work();
    }

    @Test
    void anAdminSeesWhatRunsAndThatTheLedgerAddsUpButNoPrompt() {
        mvc.post()
                .uri("/admin/engine/ledger-check")
                .with(signedInAs(admin))
                .with(csrf())
                .exchange();

        assertThat(mvc.get().uri("/admin/engine").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("@" + author.handle(), "Every credit is accounted for", "kamishibai")
                .doesNotContain("A cat walks");
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(mvc.get().uri("/admin/engine").with(signedInAs(author))).hasStatus(403);
    }

    @Test
    void anAdminEndsAFilmAndItsCreditsGoBack() {
        mvc.post()
                .uri("/admin/engine/generations/{id}/failure", PublicId.of(running))
                .with(signedInAs(admin))
                .with(csrf())
                .exchange();

        assertThat(stage.state(running)).isEqualTo(State.FAILED);
        assertThat(stage.credits.balance(author).left()).isEqualTo(10);

        stage.farewells.sayAll(stage.worker.node());
        assertThat(stage.backend.cancelled).containsExactly("job-" + running);
    }

    @Test
    void anAdminOrdersAgainWhatFailedThroughNoFaultOfItsAuthor() {
        stage.backend.submit = ScriptedBackend.Submit.REFUSE_KEY;
        var author = stage.someone(Plan.FREE);
        var failed = stage.order(author);
        stage.work();
        assertThat(stage.state(failed)).isEqualTo(State.FAILED);
        assertThat(mvc.get().uri("/admin/engine").with(signedInAs(admin)))
                .bodyText()
                .contains("401 bad key", "Order it again");

        stage.backend.reset();
        mvc.post()
                .uri("/admin/engine/generations/{id}/retry", PublicId.of(failed))
                .with(signedInAs(admin))
                .with(csrf())
                .exchange();
        stage.workFor(java.time.Duration.ofSeconds(5));

        assertThat(stage.generations.list(author, null).items())
                .extracting(GenerationView::state)
                .containsExactlyInAnyOrder(State.SUCCEEDED, State.FAILED);
    }

    @Test
    void anAdminDrainsABackendAndOpensItAgain() {
        var waiting = stage.order(stage.someone(Plan.FREE));
        var drain = "/admin/engine/backends/scripted/draining";
        mvc.put().uri(drain).with(signedInAs(admin)).with(csrf()).exchange();
        stage.work();
        assertThat(stage.state(waiting)).isEqualTo(State.QUEUED);

        mvc.delete().uri(drain).with(signedInAs(admin)).with(csrf()).exchange();
        stage.work();
        assertThat(stage.state(waiting)).isEqualTo(State.RUNNING);
    }

    @Test
    void aRuleThatCameToHoldMeanwhileStopsAFilmAndItsAuthorReadsWhich() {
        var author = stage.someone(Plan.FREE);
        var id = stage.order(author);
        var rule = UUID.randomUUID();
        stage.jdbc.sql("""
                        insert into policy_rule (id, kind, is_pattern, term, effect, text_en, text_ja)
                        values (?, 'WORDS', false, 'walks through rain', 'BLOCK', 'Nobody gets wet here.', '雨は禁止です。')""").param(rule).update();
        try {
            stage.clock.pass(java.time.Duration.ofSeconds(15));
            stage.work();

            assertThat(stage.failure(id)).isEqualTo("POLICY");
            assertThat(stage.backend.submits).doesNotContain(id);
            assertThat(stage.credits.balance(author).left()).isEqualTo(10);
            assertThat(mvc.get().uri("/generations").with(signedInAs(author)).header("Accept-Language", "en"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Nobody gets wet here.", "Only other words help here", "Open it in the studio");
        } finally {
            stage.jdbc.sql("delete from policy_rule where id = ?").param(rule).update();
            stage.clock.pass(java.time.Duration.ofSeconds(15));
        }
    }

    @Test
    void whoWaitsForOthersOfTheSamePlanIsTold() {
        var waiting = stage.someone(Plan.FREE);
        stage.order(waiting);
        stage.jdbc
                .sql("update plan_limits set together = 1 where plan = 'FREE'")
                .update();
        try {
            stage.work();
            assertThat(mvc.get().uri("/generations").with(signedInAs(waiting)).header("Accept-Language", "en"))
                    .bodyText()
                    .contains("Everybody with your plan makes one film at a time together.");
        } finally {
            stage.jdbc.sql("update plan_limits set together = null").update();
        }
    }

    @Test
    void thePlanPageShowsWhatIsLeftAndTheRowsThatTheChecksRead() {
        assertThat(mvc.get().uri("/plan").with(signedInAs(author)))
                .hasStatusOk()
                .bodyText()
                .contains("9 credits left today, of 10", "2,000 a month", "1080p", "20 s", "Set aside for a film");
    }
}
