package app.emaki.social;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment as it is shown to one viewer.
 *
 * @param mentions handles of the people it names
 * @param mine whether the viewer may delete it: as its author, or as the author of the video
 * @param own whether the viewer wrote it, and may change it
 * @param byAuthor whether the video's author wrote it
 * @param replies oldest first; empty for a reply
 */
public record CommentView(
        UUID id,
        String publicId,
        String handle,
        String name,
        String text,
        List<String> mentions,
        String language,
        Instant createdAt,
        boolean edited,
        boolean pinned,
        long likes,
        boolean liked,
        boolean mine,
        boolean own,
        boolean byAuthor,
        List<CommentView> replies) {

    /** The text in runs; those that name somebody lead to them. */
    public List<Mention.Part> parts() {
        return Mention.parts(text, mentions);
    }
}
