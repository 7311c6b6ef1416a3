package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Busy;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a backend answered, and what that means, whichever shape it gives its errors. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(5);
    private static final Duration BUSY = Duration.ofSeconds(15);
    private static final int MOST_WORDS = 2_000;

    /** What is no words: some servers tell a whole request again in an error, with faces in it. */
    private static final String LONG_CODE = "[A-Za-z0-9+/=_-]{120,}";

    /** Codes and types by which backends say that their rules on content forbid something. */
    private static final Set<String> POLICY = Set.of(
            "moderation_blocked",
            "content_policy_violation",
            "content_policy",
            "content_filter",
            "content_blocked",
            "image_generation_user_error",
            "safety",
            "prohibited_content");

    boolean successful() {
        return status / 100 == 2;
    }

    /** The body as JSON; nothing for a body that is none. */
    JsonNode json() {
        try {
            var node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The body of a success that must be a JSON object. */
    JsonNode object() throws Unclear {
        var node = json();
        if (!node.isObject()) {
            throw new Unclear("No JSON object came back: " + words());
        }
        return node;
    }

    /** When the backend wants to be asked again, within what makes sense. */
    Duration pollAfter(Duration otherwise) {
        var wish = wish().orElse(otherwise);
        return wish.compareTo(SHORTEST) < 0 ? SHORTEST : wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }

    /** What becomes of a submit that was answered so; never called for a success. */
    BackendException refusal() {
        if (status == 429) {
            return new Busy(words(), patience(BUSY));
        }
        if (status == 408 || status == 409 || status == 425 || status >= 500 && status != 501) {
            return new Unclear(words(), patience(Duration.ZERO));
        }
        return new Refused(ground(), words());
    }

    /** What becomes of a question that was answered so, which changed nothing; never called for a success. */
    BackendException unanswered() {
        return switch (status) {
            case 401, 403 -> new Refused(Ground.SETUP, words());
            case 429 -> new Busy(words(), patience(BUSY));
            default -> new Unclear(words(), patience(Duration.ZERO));
        };
    }

    /** Why a call was refused. */
    Ground ground() {
        if (policy(json())) {
            return Ground.POLICY;
        }
        return switch (status) {
            case 400, 413, 415, 422 -> Ground.INPUT;
            default -> Ground.SETUP;
        };
    }

    /** Whether an error, wherever in the answer it stands, is one of content. */
    static boolean policy(JsonNode node) {
        for (var field : Set.of("code", "type", "error_type", "reason")) {
            if (node.path(field).isString()
                    && POLICY.contains(node.path(field).stringValue().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        if (node.path("error").isObject() && policy(node.path("error"))) {
            return true;
        }
        for (var detail : node.path("detail")) {
            if (policy(detail)) {
                return true;
            }
        }
        return false;
    }

    /** Status and the beginning of the body, for the admin. */
    String words() {
        var text = body.strip().replaceAll("\\s+", " ").replaceAll(LONG_CODE, "…");
        return status + " " + (text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) + "…" : text);
    }

    private Duration patience(Duration otherwise) {
        var wish = wish().orElse(otherwise);
        return wish.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : wish;
    }

    /** How long the backend wants to be left alone, if it says so in one of the ways that there are. */
    private Optional<Duration> wish() {
        return headers.firstValue("openai-poll-after-ms")
                .filter(it -> it.matches("\\d{1,9}"))
                .map(it -> Duration.ofMillis(Long.parseLong(it)))
                .or(() -> headers.firstValue("retry-after").flatMap(this::retryAfter));
    }

    /** In seconds, or as a date, which is held against the server's own clock. */
    private Optional<Duration> retryAfter(String value) {
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return headers.firstValue("date")
                .flatMap(Answer::moment)
                .flatMap(now -> moment(value).map(then -> Duration.between(now, then)))
                .filter(Duration::isPositive);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
