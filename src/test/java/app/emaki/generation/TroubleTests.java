package app.emaki.generation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.generation.ScriptedBackend.Submit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What ends films and is for an admin to mend is told to admins: once for each cause, however many films it ends. */
@EngineTest
class TroubleTests {
    @Autowired
    EngineStage stage;

    @Autowired
    MockMvcTester mvc;

    Viewer admin;
    Viewer author;

    @BeforeEach
    void anAdminWhoHasSeenEverything() {
        stage.clear();
        stage.jdbc.sql("delete from engine_trouble").update();
        var handle = "a" + UUID.randomUUID().toString().substring(0, 12);
        admin = stage.accounts.registerAdmin(handle, handle + "@example.org", "long enough to guess");
        author = stage.someone(Plan.PLUS);
    }

    @AfterEach
    void nothingIsLeft() {
        stage.jdbc.sql("delete from engine_trouble").update();
        stage.clear();
    }

    @Test
    void filmsThatWereSentAndNeverSeenAgainAreToldOnce() {
        stage.backend.submit = Submit.GO_SILENT;
        stage.order(author, 3);
        stage.workFor(Duration.ofHours(2));

        assertThat(words(admin)).singleElement().asString().contains("scripted: Sent at");
        assertThat(words(author)).as("who ordered is not told of backends").isEmpty();
        page().contains("For you to look at", "Sent, never confirmed", "3 films");
    }

    @Test
    void eachCauseIsToldByItself() {
        stage.backend.submit = Submit.GO_SILENT;
        stage.order(author);
        stage.workFor(Duration.ofHours(1));
        lose();

        assertThat(words(admin)).hasSize(2).anySatisfy(it -> assertThat(it).contains("does not know job-"));
    }

    @Test
    void aWrongKeyIsToldEvenBeforeTheBackendCloses() {
        stage.backend.submit = Submit.REFUSE_KEY;
        stage.order(author);
        stage.work();

        assertThat(words(admin)).containsExactly("scripted: 401 bad key");
    }

    @Test
    void ourOwnMistakeIsTold() {
        stage.backend.meanwhile = () -> {
            if (stage.backend.asked > 0) {
                throw new IllegalStateException("a slip of ours");
            }
        };
        var id = stage.order(author);
        stage.workFor(Duration.ofMinutes(5));

        assertThat(stage.failure(id)).isEqualTo("INTERNAL");
        assertThat(words(admin)).singleElement().asString().contains("a slip of ours");
    }

    @Test
    void whatAnAdminHasSeenIsNewsAgain() {
        lose();
        stage.jdbc
                .sql("update notification set read_at = now() where account_id = ?")
                .param(admin.id())
                .update();
        lose();
        assertThat(words(admin)).as("reading is not yet seeing to it").hasSize(1);

        mvc.delete()
                .uri("/admin/engine/troubles")
                .param("failure", "LOST")
                .param("backend", "scripted")
                .with(signedInAs(admin))
                .with(csrf())
                .exchange();
        page().doesNotContain("For you to look at");
        lose();

        assertThat(words(admin)).hasSize(2);
    }

    @Test
    void whatGoesOnIsToldOnceADay() {
        lose();
        stage.jdbc
                .sql("update notification set read_at = now() where account_id = ?")
                .param(admin.id())
                .update();
        stage.clock.pass(Duration.ofHours(25));
        lose();
        lose();

        assertThat(words(admin)).hasSize(2);
    }

    @Test
    void whatIsNoneOfTheAdminsBusinessIsNotTold() {
        stage.backend.submit = Submit.REFUSE_WORDS;
        stage.order(author);
        stage.work();

        assertThat(words(admin)).isEmpty();
    }

    /** The backend forgets a film. */
    private void lose() {
        stage.backend.submit = Submit.TAKE;
        stage.backend.status = ScriptedBackend.working(10);
        stage.order(author);
        stage.work();
        stage.backend.jobs.clear();
        stage.workFor(Duration.ofSeconds(5));
    }

    private AbstractStringAssert<?> page() {
        return assertThat(mvc.get().uri("/admin/engine").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText();
    }

    private List<String> words(Viewer whom) {
        return stage.jdbc
                .sql("select words from notification where account_id = ? and kind = 'ENGINE_TROUBLE'")
                .param(whom.id())
                .query(String.class)
                .list();
    }
}
