package app.emaki.social;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote beneath a video.
 *
 * @param replyTo the comment it answers
 */
public record CommentPosted(
        UUID comment, UUID video, UUID author, @Nullable UUID replyTo) {}
