package app.emaki.policy;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class PolicyPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ContentPolicy policy;

    @Autowired
    PolicyRules rules;

    @Autowired
    Ids ids;

    Viewer admin;
    String word;

    @BeforeEach
    void anAdminAndAWord() {
        word = "w" + PublicId.of(ids.next()).toLowerCase().substring(8);
        admin = accounts.registerAdmin(word, word + "@example.org", "a long enough password");
    }

    @Test
    void aRuleIsRehearsedBeforeItIsSavedAndHoldsAtOnce() {
        var rehearsed = submit("");
        assertThat(rehearsed).hasStatusOk().bodyText().contains("Rehearsal", "met this rule before");
        assertThat(policy.check("a " + word, "en").blocks()).isFalse();

        assertThat(submit(print())).hasRedirectedUrl("/admin/policy");

        var verdict = policy.check("a " + word + " at dawn", "en");
        assertThat(verdict.rule()).isEqualTo("Not that word.");
        assertThat(verdict.rewritten()).isEqualTo("a fox at dawn");
    }

    @Test
    void theTestBoxSaysWhatEveryRuleTogetherSays() {
        submit(print());

        assertThat(mvc.post()
                        .uri("/admin/policy/trial")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("text", "a " + word))
                .hasStatusOk()
                .bodyText()
                .contains("It would be refused", "Not that word.", "<del>" + word + "</del>", "<ins>fox</ins>");
    }

    @Test
    void allRulesGoOutAndComeBackIn() {
        submit(print());
        var file = mvc.get()
                .uri("/admin/policy/rules.json")
                .with(signedInAs(admin))
                .exchange();
        assertThat(file).hasStatusOk().bodyText().contains(word);
        var row = rules.find(false, word).orElseThrow();
        rules.delete(row.id());

        assertThat(upload(body(file))).hasRedirectedUrl("/admin/policy");

        assertThat(rules.find(false, word))
                .hasValueSatisfying(it -> assertThat(it.terms()).isEqualTo(row.terms()));
    }

    @Test
    void aBadFileChangesNothing() {
        int before = rules.all().size();

        upload(
                "[{\"term\": \"fine\", \"effect\": \"ALLOW\"}, {\"term\": \"(\", \"pattern\": true, \"effect\": \"ALLOW\"}]");
        upload("{not json");

        assertThat(rules.all()).hasSize(before);
    }

    @Test
    void everyChangeStandsInTheAuditLogWithItsReason() {
        submit(print());

        assertThat(mvc.get().uri("/admin/moderation/log").with(signedInAs(admin)))
                .bodyText()
                .contains("Added a rule on words", word, "Somebody asked for it");
    }

    @Test
    void anUnknownRuleIsNotFound() {
        assertThat(mvc.get().uri("/admin/policy/rules/nothing").with(signedInAs(admin)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private String print() {
        return new RuleForm(
                        PolicyRule.Kind.WORDS,
                        false,
                        word,
                        Verdict.Effect.BLOCK,
                        "",
                        "Not that word.",
                        "その言葉は使えません。",
                        "fox",
                        "狐",
                        true,
                        "",
                        "")
                .print();
    }

    private MvcTestResult submit(String rehearsed) {
        return mvc.post()
                .uri("/admin/policy/rules")
                .with(signedInAs(admin))
                .with(csrf())
                .param("kind", "WORDS")
                .param("term", word)
                .param("effect", "BLOCK")
                .param("language", "")
                .param("textEn", "Not that word.")
                .param("textJa", "その言葉は使えません。")
                .param("insteadEn", "fox")
                .param("insteadJa", "狐")
                .param("inForce", "true")
                .param("rehearsed", rehearsed)
                .param("why", "Somebody asked for it")
                .exchange();
    }

    private MvcTestResult upload(String file) {
        return mvc.post()
                .uri("/admin/policy/import")
                .multipart()
                .file(new MockMultipartFile(
                        "rules", "rules.json", "application/json", file.getBytes(StandardCharsets.UTF_8)))
                .with(signedInAs(admin))
                .with(csrf())
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
