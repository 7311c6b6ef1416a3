package app.emaki.attack;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.cameo.TestCameos;
import app.emaki.generation.ReferenceImages;
import app.emaki.platform.Settings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every field in which somebody names an address: none of them makes the house call itself, or its neighbours. */
@EmakiTest
class NamedAddressTests {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i).*(url|uri|endpoint|address|host|origin|webhook|issuer|site|link).*");
    /** What becomes of each, so that a new one has to be ruled on here. */
    private static final Map<String, String> FIELDS = Map.of(
            "POST /settings/webhooks url", "called later; attacked below",
            "POST /settings/notifications/push endpoint", "called later; attacked below",
            "DELETE /settings/notifications/push endpoint", "looked up among one's own",
            "GET /oembed url", "read, never called; attacked below",
            "POST /admin/backends url", "an admin's choice, which may be private; where its answers lead is looked at",
            "PUT /admin/backends/{id} url", "the same",
            "POST /takedown website", "a trap for programs that fill in every field",
            "PUT /studio/draft original", "words");

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static HttpServer house;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestCameos people;

    @Autowired
    ReferenceImages pictures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Viewer attacker;

    @BeforeAll
    static void somethingListensInTheHouse() throws IOException {
        house = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        house.createContext("/", call -> {
            CALLS.incrementAndGet();
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        house.start();
    }

    @AfterAll
    static void quiet() {
        house.stop(0);
    }

    @BeforeEach
    void somebody() {
        settings.put("webhook.private", "no"); // an admin may have allowed it, in another test
        attacker = people.member("ssrf");
        CALLS.set(0);
    }

    @AfterEach
    void nobodyCalled() {
        assertThat(CALLS).hasValue(0);
    }

    static List<String> addresses() {
        int port = house.getAddress().getPort();
        return List.of(
                "http://127.0.0.1:" + port + "/",
                "https://127.0.0.1:" + port + "/",
                "https://localhost:" + port + "/",
                "https://LOCALHOST.:" + port + "/",
                "https://[::1]:" + port + "/",
                "https://[::ffff:127.0.0.1]:" + port + "/",
                "https://[64:ff9b::7f00:1]/",
                "https://0.0.0.0:" + port + "/",
                "https://0:" + port + "/",
                "https://2130706433:" + port + "/",
                "https://127.1:" + port + "/",
                "https://example.com@127.0.0.1:" + port + "/",
                "https://127.0.0.1:" + port + "#@example.com/",
                "https://127.0.0.1:" + port + "\\@example.com/",
                "https://127。0。0。1:" + port + "/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:" + port + "/x",
                "ftp://127.0.0.1:" + port + "/",
                "jar:https://127.0.0.1:" + port + "!/x",
                "data:text/html,<script>alert(1)</script>",
                "javascript:alert(1)",
                "//127.0.0.1:" + port + "/",
                "https:///etc/passwd",
                "https://");
    }

    @Test
    void everyFieldThatTakesAnAddressIsKnown() {
        var found = new TreeMap<String, String>();
        Fields.of(mapping).forEach(field -> {
            if (ADDRESS.matcher(field.name()).matches()) {
                found.put(field.toString(), FIELDS.getOrDefault(field.toString(), "nobody has ruled on it"));
            }
        });

        assertThat(found).isEqualTo(new TreeMap<>(FIELDS));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void noWebhookLeadsInside(String address) {
        var answer = mvc.post()
                .uri("/settings/webhooks")
                .param("url", address)
                .param("events", "VIDEO_COMPLETED")
                .with(signedInAs(attacker))
                .with(csrf())
                .exchange();

        assertThat(answer.getUnresolvedException()).isNull();
        assertThat(jdbc.sql("select count(*) from webhook_endpoint where account_id = ?")
                        .param(attacker.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void noBrowserIsWrittenToInside(String address) {
        assertThat(mvc.post()
                        .uri("/settings/notifications/push")
                        .param("endpoint", address)
                        .param(
                                "key",
                                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
                        .param("secret", "BTBZMqHH6r4Tts7J_aSIgg")
                        .with(signedInAs(attacker))
                        .with(csrf()))
                .hasStatus(422);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void noPictureIsFetchedFromInside(String address) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> pictures.fetch(attacker, address, null)))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatAPageIsAskedForIsNeverCalled(String address) {
        assertThat(mvc.get().uri("/oembed").queryParam("url", address)).hasStatus4xxClientError();
    }
}
