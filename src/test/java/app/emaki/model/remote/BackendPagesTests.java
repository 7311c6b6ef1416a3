package app.emaki.model.remote;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.model.BackendException;
import app.emaki.model.VideoModels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An admin sets up a backend, and its models are there for everybody. */
@EmakiTest
class BackendPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    VideoModels models;

    @Autowired
    RemoteBackends remote;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Health health;

    Viewer admin;
    FakeBackend fake;

    @BeforeEach
    void start() {
        fake = FakeBackend.of(Dialect.VLLM_OMNI);
        admin = accounts.find("backend_admin").orElseGet(() -> {
            var made = accounts.register("backend_admin", "ba@example.com", "x");
            accounts.activate(made.id());
            jdbc.sql("update account set role = 'ADMIN' where id = ?")
                    .param(made.id())
                    .update();
            return accounts.find(made.id()).orElseThrow();
        });
    }

    @AfterEach
    void stop() {
        fake.close();
        jdbc.sql("delete from remote_backend").update();
        jdbc.sql("select nextval('remote_backend_change')").query(Long.class).single();
        remote.changed("room");
    }

    @Test
    void aBackendIsAddedTestedAndOffersWhatItIsToldToOffer() {
        add();
        assertThat(send(HttpMethod.POST, "/admin/backends/room/check", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(send(HttpMethod.POST, "/admin/backends/room/models", model("4, 6")))
                .hasStatus3xxRedirection();
        assertThat(models.offer("far-1")).hasValueSatisfying(offer -> {
            assertThat(offer.capabilities().lengths()).containsExactly(4, 6);
            assertThat(offer.backend()).isEqualTo("room");
        });
        assertThat(mvc.get().uri("/admin/backends").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("The next room", "Far one");

        assertThat(send(HttpMethod.PUT, "/admin/backends/room/place", Map.of())).hasStatus3xxRedirection();
        assertThat(models.slots().getLast().backend()).isNotEqualTo("room");
        assertThat(send(HttpMethod.DELETE, "/admin/backends/room/models/far-1", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(models.offer("far-1")).isEmpty();
        assertThat(send(HttpMethod.DELETE, "/admin/backends/room", Map.of())).hasStatus3xxRedirection();
        assertThat(models.backend("room")).isEmpty();
    }

    @Test
    void whatABackendSaidLastAndHowLongItRestsAreShown() {
        add();
        health.ill("room", new BackendException.Refused(BackendException.Ground.SETUP, "401 who are you"));
        assertThat(mvc.get().uri("/admin/backends/room").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("401 who are you");
        assertThat(mvc.get().uri("/admin/backends").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("401 who are you");
        health.forget("room");
    }

    @Test
    void theKeyIsKeptSealedAndNeverShownAgain() {
        add();
        var secret = jdbc.sql("select secret from remote_backend where id = 'room'")
                .query(byte[].class)
                .single();
        assertThat(new String(secret, StandardCharsets.ISO_8859_1)).doesNotContain(FakeBackend.KEY);
        assertThat(mvc.get().uri("/admin/backends/room").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(FakeBackend.KEY);
        // an empty key leaves the one that is there
        assertThat(send(
                        HttpMethod.PUT,
                        "/admin/backends/room",
                        Map.of("name", "Room", "url", fake.url().toString(), "concurrent", "1", "patience", "5")))
                .hasStatus3xxRedirection();
        assertThat(remote.find("room")).hasValueSatisfying(it -> {
            assertThat(it.key()).isEqualTo(FakeBackend.KEY);
            assertThat(it.patience()).isEqualTo(Duration.ofSeconds(5));
        });
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept() {
        var wrong = Map.of(
                "dialect", "FAL", "id", "Bad Id", "name", "", "url", "ftp://x", "concurrent", "0", "patience", "5");
        assertThat(send(HttpMethod.POST, "/admin/backends", wrong))
                .hasStatusOk()
                .bodyText()
                .contains("Two to forty small letters", "http:// or https://", "cannot be used without a key");
        assertThat(remote.all()).isEmpty();
        add();
        assertThat(send(HttpMethod.POST, "/admin/backends/room/models", model("soon")))
                .hasStatusOk()
                .bodyText()
                .contains("Whole seconds");
        assertThat(models.offer("far-1")).isEmpty();
    }

    private void add() {
        assertThat(send(
                        HttpMethod.POST,
                        "/admin/backends",
                        Map.of(
                                "dialect", "VLLM_OMNI",
                                "id", "room",
                                "name", "The next room",
                                "url", fake.url() + "/",
                                "key", FakeBackend.KEY,
                                "concurrent", "2",
                                "patience", "30")))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/admin/backends/room");
    }

    private static Map<String, String> model(String lengths) {
        return Map.of(
                "id", "far-1",
                "remote", "far/model",
                "name", "Far one",
                "lengths", lengths,
                "lines", "480, 720",
                "aspects", "PORTRAIT",
                "sound", "true",
                "credits", "3",
                "pace", "4.5",
                "input", "{\"seed\": \"{seed}\"}");
    }

    private MvcTestResult send(HttpMethod method, String uri, Map<String, String> form) {
        var request = mvc.method(method)
                .uri(uri)
                .header("Accept-Language", "en")
                .with(signedInAs(admin))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
