package app.emaki.video;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video is gone for everyone but its author.
 *
 * @param reason the moderator's words, null when the author took it back
 */
public record VideoRemoved(
        UUID video, UUID author, @Nullable String reason) {}
