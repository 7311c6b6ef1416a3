package app.emaki.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an endpoint may be told. */
enum WebhookEvent {
    VIDEO_COMPLETED,
    VIDEO_FAILED,
    VIDEO_PUBLISHED,
    /** Of any member's; for those who keep the place. */
    MODERATION_VIDEO_REMOVED,
    MODERATION_ACCOUNT_SUSPENDED,
    MODERATION_ACCOUNT_REINSTATED;

    /** As it is written: the first word, a dot, the rest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    boolean forAdmins() {
        return name().startsWith("MODERATION_");
    }

    /** What somebody may choose among. */
    static List<WebhookEvent> choices(boolean admin) {
        return Arrays.stream(values()).filter(it -> admin || !it.forAdmins()).toList();
    }
}
