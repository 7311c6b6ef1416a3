package app.emaki.studio;

import app.emaki.account.Plan;
import app.emaki.generation.Refusal;
import app.emaki.model.VideoModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Times, plans and refusals in the reader's words. */
@Component
class Wording {
    private static final long MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long ALMOST_TWO_MINUTES = 100;

    private final MessageSource messages;
    private final VideoModels models;
    private final Clock clock;

    Wording(MessageSource messages, VideoModels models, Clock clock) {
        this.messages = messages;
        this.models = models;
        this.clock = clock;
    }

    String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A length of time as one says it: to ten seconds, minutes or hours. */
    String time(Locale locale, long seconds) {
        if (seconds < 10) {
            return say(locale, "studio.time.seconds", Math.max(1, seconds));
        }
        if (seconds < ALMOST_TWO_MINUTES) {
            return say(locale, "studio.time.seconds", (seconds + 5) / 10 * 10);
        }
        long minutes = (seconds + MINUTE / 2) / MINUTE;
        return minutes < 100
                ? say(locale, "studio.time.minutes", minutes)
                : say(locale, "studio.time.hours", (minutes + 30) / 60);
    }

    /** The time until then. */
    String until(Locale locale, Instant then) {
        return time(locale, Math.max(1, Duration.between(clock.instant(), then).toSeconds()));
    }

    /** The time since then. */
    String ago(Locale locale, Instant then) {
        long seconds = Math.max(1, Duration.between(then, clock.instant()).toSeconds());
        return seconds < 2 * DAY ? time(locale, seconds) : say(locale, "studio.time.days", seconds / DAY);
    }

    String plan(Locale locale, Plan plan) {
        return say(locale, "studio.plan." + plan.name().toLowerCase(Locale.ROOT));
    }

    /** The name of a model; its id when it is not on offer any more. */
    String model(String id) {
        return models.offer(id).map(offer -> offer.name()).orElse(id);
    }

    /** Where somebody can be asked for their likeness, when that is the way out. */
    static @Nullable String ask(Refusal refusal) {
        return refusal.reason() == Refusal.Reason.CAMEO_ASK
                ? "/cameo/requests/" + refusal.arguments().get("cameo")
                : null;
    }

    /** The rule, the limit and the way out. */
    String refusal(Locale locale, Refusal refusal) {
        var arguments = refusal.arguments().values().stream()
                .map(argument -> word(locale, argument))
                .toArray();
        return say(locale, "studio.refused." + refusal.reason().name().toLowerCase(Locale.ROOT), arguments);
    }

    private Object word(Locale locale, Object argument) {
        return switch (argument) {
            case Plan plan -> plan(locale, plan);
            case Instant then -> until(locale, then);
            case List<?> words -> words.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> argument;
        };
    }
}
