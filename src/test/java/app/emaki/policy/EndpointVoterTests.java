package app.emaki.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.policy.Verdict.Effect;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A moderation endpoint as OpenAI made it, over real HTTP, with all that can go wrong with one. */
class EndpointVoterTests {
    private static final String FLAGGED =
            "{\"results\":[{\"flagged\":true,\"categories\":{\"violence\":true,\"hate\":false}}]}";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String answer = FLAGGED;
    private int status = 200;
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    @BeforeEach
    void opens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/moderations", call -> {
            asked.add(call.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            if (status == 302) {
                call.getResponseHeaders().set("Location", "/v1/moderations?again");
            }
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void closes() {
        server.stop(0);
    }

    @Test
    void whatItFlagsIsHeldAndNamed() {
        var verdict = voter(Effect.HOLD, Effect.ALLOW).vote(Use.PROMPT, "a brawl", "en");

        assertThat(verdict.effect()).isEqualTo(Effect.HOLD);
        assertThat(verdict.rule()).contains("violence").doesNotContain("hate");
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("Bearer secret ")
                .contains("\"input\":\"a brawl\"", "omni");
    }

    @Test
    void whatItLetsThroughIsFine() {
        answer = "{\"results\":[{\"flagged\":false,\"categories\":{\"violence\":false}}]}";
        assertThat(voter(Effect.BLOCK, Effect.BLOCK).vote(Use.PROMPT, "a fox", "en"))
                .isEqualTo(Verdict.FINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "{\"results\":[]}", "{\"results\":[{\"flagged\":\"yes\"}]}", "null"})
    void anAnswerThatIsNoneIsAFailure(String words) {
        answer = words;
        assertThat(voter(Effect.BLOCK, Effect.HOLD)
                        .vote(Use.PROMPT, "a fox", "en")
                        .effect())
                .isEqualTo(Effect.HOLD);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 429, 500})
    void afterAFailureItIsLeftAloneForAWhile(int code) {
        status = code;
        var voter = voter(Effect.BLOCK, Effect.ALLOW);
        assertThat(voter.vote(Use.PROMPT, "a fox", "en")).isEqualTo(Verdict.FINE);
        assertThat(voter.vote(Use.PROMPT, "a fox", "en")).isEqualTo(Verdict.FINE);
        assertThat(asked).hasSize(1);

        status = 200;
        now = now.plusSeconds(31);
        assertThat(voter.vote(Use.PROMPT, "a brawl", "en").effect()).isEqualTo(Effect.BLOCK);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        answer = "{\"results\":[{\"flagged\":true,\"categories\":{\"" + "a".repeat(200_000) + "\":true}}]}";
        assertThat(voter(Effect.BLOCK, Effect.ALLOW).vote(Use.PROMPT, "a fox", "en"))
                .isEqualTo(Verdict.FINE);
    }

    @Test
    void whereThereIsNoneNobodyIsAsked() {
        var settings = new PolicySettings(new PolicySettings.Endpoint(
                "", "", "", Effect.HOLD, Effect.ALLOW, Duration.ofSeconds(3), Duration.ofSeconds(30)));
        assertThat(new EndpointVoter(settings, messages(), clock()).vote(Use.PROMPT, "a brawl", "en"))
                .isEqualTo(Verdict.FINE);
        assertThat(asked).isEmpty();
    }

    private EndpointVoter voter(Effect flagged, Effect failed) {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/moderations";
        return new EndpointVoter(
                new PolicySettings(new PolicySettings.Endpoint(
                        address, "secret", "omni", flagged, failed, Duration.ofSeconds(3), Duration.ofSeconds(30))),
                messages(),
                clock());
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/policy");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
