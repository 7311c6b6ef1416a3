package app.emaki.api;

import app.emaki.generation.Failure;
import app.emaki.generation.State;
import app.emaki.model.Aspect;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film of the protocol: a generation and, once it is finished, its video.
 *
 * @param id of the film, known from the start
 * @param seconds of the whole film, where it goes on from another in one
 * @param film, poster, strip its files, null until it is finished
 */
record Job(
        UUID id,
        UUID generation,
        UUID account,
        String model,
        State state,
        int progress,
        String prompt,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        @Nullable UUID remixOf,
        @Nullable Failure failure,
        @Nullable String film,
        @Nullable String poster,
        @Nullable String strip,
        @Nullable String size,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Width and height, as they are or will be. */
    String pixels() {
        return size == null ? aspect.size(lines).toString() : size;
    }
}
