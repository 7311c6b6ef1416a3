package app.emaki.api;

import app.emaki.platform.PublicId;
import java.util.Optional;
import java.util.UUID;

/** How a film is called in the protocol: {@code video_} and the short id that its page has too, so that both stand for one thing. */
final class VideoId {
    private static final String MARK = "video_";

    private VideoId() {}

    static String of(UUID id) {
        return MARK + PublicId.of(id);
    }

    /** Reads an id, with or without its mark; empty for anything that is none. */
    static Optional<UUID> parse(String text) {
        return PublicId.parse(text.startsWith(MARK) ? text.substring(MARK.length()) : text);
    }

    /** The film that a caller means. */
    static UUID require(String text) {
        return parse(text).orElseThrow(() -> new ApiException(gone(text)));
    }

    static ApiError gone(String text) {
        return ApiError.notFound("There is no video " + text + " of yours. List yours with GET /v1/videos.");
    }
}
