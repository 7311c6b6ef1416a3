package app.emaki.model;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The film that another one starts from.
 *
 * @param video its id here
 * @param plan what the backend kept of it, as {@link Fetched#plan()} gave it
 * @param film its file without the watermark
 * @param remoteId the backend's own name for it, where the same backend, configured as it is now, made it
 */
public record Source(
        Way way,
        UUID video,
        @Nullable String plan,
        @Nullable Path film,
        @Nullable String remoteId) {}
