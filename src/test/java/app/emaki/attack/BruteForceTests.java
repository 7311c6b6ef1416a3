package app.emaki.attack;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.TestCameos;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever can be guessed is guessed a few times and no more, whatever the request says of where it comes from. */
@EmakiTest
class BruteForceTests {
    private static final int MANY = 25;
    private static final AtomicInteger NETWORK = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestCameos people;

    @Autowired
    Accounts accounts;

    private enum Who {
        STRANGER,
        PENDING,
        MEMBER
    }

    static Stream<Arguments> doors() {
        return Stream.of(
                door(Who.STRANGER, "POST", "/sign-in", Map.of("username", "keeper", "password", "guess %d")),
                door(Who.STRANGER, "POST", "/sign-in/forgotten", Map.of("email", "guess%d@example.com")),
                door(
                        Who.STRANGER,
                        "POST",
                        "/sign-up",
                        Map.of(
                                "handle",
                                "guess_%d",
                                "email",
                                "keeper@example.com",
                                "password",
                                "a long enough password")),
                door(Who.STRANGER, "POST", "/waiting", Map.of("email", "guess%d@example.com", "words", "")),
                door(Who.STRANGER, "GET", "/b/ACD%03dEFGH", Map.of()),
                door(Who.STRANGER, "POST", "/sign-in/passkey", Map.of()),
                door(Who.PENDING, "POST", "/join", Map.of("code", "ACD%03d")),
                door(Who.MEMBER, "POST", "/invites/gift", Map.of("code", "ACD%03d")),
                door(Who.MEMBER, "POST", "/settings/proof", Map.of("password", "guess %d")),
                door(Who.MEMBER, "POST", "/settings/closure", Map.of("password", "guess %d")),
                door(
                        Who.MEMBER,
                        "PUT",
                        "/settings/password",
                        Map.of("current", "guess %d", "password", "a new long password")),
                door(
                        Who.MEMBER,
                        "PUT",
                        "/settings/email",
                        Map.of("email", "new%d@example.com", "password", "guess %d")),
                door(Who.MEMBER, "DELETE", "/settings/second-factor", Map.of("code", "%06d")),
                door(Who.MEMBER, "POST", "/settings/recovery-codes", Map.of("code", "%06d")));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("doors")
    void guessingEndsSoon(Who who, String method, String path, Map<String, String> fields) {
        var viewer = viewer(who);
        var network = "203.0.112." + NETWORK.incrementAndGet();
        int tries = 0;
        int status = 200;
        while (status != 429 && tries < MANY) {
            status = guess(viewer, network, method, path, fields, tries++);
            assertThat(status).isLessThan(500);
        }
        assertThat(status).as("after %d tries", tries).isEqualTo(429);

        assertThat(guess(viewer, network, method, path, fields, 999)).isEqualTo(429);
    }

    @Test
    void theRightPasswordOpensNothingEitherWhileItIsTooEarly() {
        var network = "203.0.112.250";
        var handle = people.member("brute").handle();
        for (int i = 0; i < 11; i++) {
            guess(null, network, "POST", "/sign-in", Map.of("username", handle, "password", "guess %d"), i);
        }
        assertThat(guess(
                        null,
                        network,
                        "POST",
                        "/sign-in",
                        Map.of("username", handle, "password", "a long enough password"),
                        0))
                .isEqualTo(429);
    }

    private int guess(
            Viewer viewer, String network, String method, String path, Map<String, String> fields, int number) {
        var elsewhere = "198.18.%d.%d".formatted(number % 250, number % 7);
        var request = mvc.method(HttpMethod.valueOf(method))
                .uri(path.contains("%") ? path.formatted(number) : path)
                .remoteAddress(network)
                .header("X-Forwarded-For", elsewhere)
                .header("X-Real-IP", elsewhere)
                .header("Forwarded", "for=" + elsewhere)
                .header("True-Client-IP", elsewhere)
                .header("User-Agent", "guess " + number)
                .with(csrf());
        if (path.endsWith("/passkey")) {
            request = request.contentType(MediaType.APPLICATION_JSON).content("{\"id\":\"" + number + "\"}");
        }
        for (var field : fields.entrySet()) {
            var value = field.getValue();
            request = request.param(field.getKey(), value.contains("%") ? value.formatted(number) : value);
        }
        return (viewer == null ? request : request.with(signedInAs(viewer)))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private Viewer viewer(Who who) {
        return switch (who) {
            case STRANGER -> null;
            case PENDING -> {
                var handle = "brute_" + NETWORK.get();
                yield accounts.register(handle, handle + "@example.org", "a long enough password");
            }
            case MEMBER -> people.member("brute");
        };
    }

    private static Arguments door(Who who, String method, String path, Map<String, String> fields) {
        return Arguments.of(who, method, path, fields);
    }
}
