package app.emaki.policy;

import app.emaki.policy.Verdict.Effect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an OpenAI-compatible moderation endpoint, if there is one. After a failure it is left alone for a while. */
@Component
class EndpointVoter implements Voter {
    private static final Logger log = LoggerFactory.getLogger(EndpointVoter.class);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final PolicySettings.Endpoint endpoint;
    private final MessageSource messages;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client;
    private volatile Instant restsUntil = Instant.MIN;

    EndpointVoter(PolicySettings settings, MessageSource messages, Clock clock) {
        this.endpoint = settings.endpoint();
        this.messages = messages;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(endpoint.timeout())
                .build();
    }

    @Override
    public Verdict vote(Use use, String text, String language) {
        if (endpoint.url().isBlank()) {
            return Verdict.FINE;
        }
        if (clock.instant().isBefore(restsUntil)) {
            return failed(language);
        }
        try {
            return heard(ask(text), language);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return rest(e, language);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return rest(e, language);
        }
    }

    private Verdict rest(Exception cause, String language) {
        restsUntil = clock.instant().plus(endpoint.rest());
        log.warn(
                "The moderation endpoint does not answer and is left alone for {}: {}",
                endpoint.rest(),
                cause.toString());
        return failed(language);
    }

    private JsonNode ask(String text) throws IOException, InterruptedException {
        var question = new LinkedHashMap<String, String>();
        if (!endpoint.model().isBlank()) {
            question.put("model", endpoint.model());
        }
        question.put("input", text);
        var request = HttpRequest.newBuilder(URI.create(endpoint.url()))
                .timeout(endpoint.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(question), StandardCharsets.UTF_8));
        if (!endpoint.key().isBlank()) {
            request.header("Authorization", "Bearer " + endpoint.key());
        }
        var answer = client.send(
                request.build(),
                info -> info.statusCode() == 200
                        ? BodySubscribers.limiting(BodySubscribers.ofByteArray(), LONGEST_ANSWER)
                        : BodySubscribers.replacing(new byte[0]));
        if (answer.statusCode() != 200) {
            throw new IOException("It answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }

    private Verdict heard(JsonNode answer, String language) throws IOException {
        var result = answer.path("results").path(0);
        if (!result.path("flagged").isBoolean()) {
            throw new IOException("It answered something else than a verdict");
        }
        if (!result.path("flagged").booleanValue()) {
            return Verdict.FINE;
        }
        var categories = result.path("categories")
                .propertyStream()
                .filter(category ->
                        category.getValue().isBoolean() && category.getValue().booleanValue())
                .map(Map.Entry::getKey)
                .limit(5)
                .collect(Collectors.joining(", "));
        return verdict(endpoint.flagged(), say("policy.endpoint.flagged", language, categories));
    }

    private Verdict failed(String language) {
        return verdict(endpoint.failed(), say("policy.endpoint.failed", language));
    }

    private static Verdict verdict(Effect effect, String rule) {
        return effect == Effect.ALLOW ? Verdict.FINE : new Verdict(effect, rule, List.of(), List.of());
    }

    private String say(String key, String language, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag(language));
    }
}
