package app.emaki.model.remote;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls by which backends tell of their jobs: believed only with a signature, and not for longer than five minutes. A call that
 * comes twice, late or never does no harm, since it only makes the engine look.
 */
@Component
class Hooks {
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern JOB = Pattern.compile("[A-Za-z0-9_-]{4,100}");

    private final FalKeys falKeys;
    private final Clock clock;

    Hooks(FalKeys falKeys, Clock clock) {
        this.falKeys = falKeys;
        this.clock = clock;
    }

    /** The job that a call is about; empty for a call that is not what it says. */
    Optional<String> job(RemoteBackend backend, HttpHeaders headers, byte[] body) {
        boolean signed = backend.dialect() == Dialect.FAL
                ? falKeys.signed(headers, body, clock.instant())
                : signedWithOurSecret(backend, headers, body);
        return signed ? named(backend.dialect(), body) : Optional.empty();
    }

    private static boolean signedWithOurSecret(RemoteBackend backend, HttpHeaders headers, byte[] body) {
        if (backend.hookSecret() == null) {
            return false;
        }
        var parts = new HashMap<String, List<String>>();
        for (var name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            var value = headers.getFirst(name);
            if (value == null) {
                return false;
            }
            parts.put(name, List.of(value));
        }
        try {
            // the library keeps to five minutes by itself
            new Webhook(backend.hookSecret())
                    .verify(
                            new String(body, StandardCharsets.UTF_8),
                            java.net.http.HttpHeaders.of(parts, (name, value) -> true));
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> named(Dialect dialect, byte[] body) {
        try {
            var news = JsonMapper.shared().readTree(body);
            var job = switch (dialect) {
                case FAL -> news.path("request_id");
                case REPLICATE -> news.path("id");
                default -> news.path("data").path("id");
            };
            return Optional.of(job)
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .filter(it -> JOB.matcher(it).matches());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
