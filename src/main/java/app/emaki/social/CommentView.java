package app.emaki.social;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment as it is shown.
 *
 * @param mine whether the viewer may delete it: as its author, or as the author of the video
 * @param byAuthor whether the video's author wrote it
 * @param replies oldest first; empty for a reply
 */
public record CommentView(
        UUID id,
        String publicId,
        String handle,
        String name,
        String text,
        String language,
        Instant createdAt,
        boolean mine,
        boolean byAuthor,
        List<CommentView> replies) {}
