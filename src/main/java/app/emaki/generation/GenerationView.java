package app.emaki.generation;

import app.emaki.model.Aspect;
import app.emaki.model.Way;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generation as its owner sees it.
 *
 * @param take 1 to 4 within its group
 * @param progress 0 to 100; stays at 0 for backends that tell none
 * @param credits reserved, and since the end charged
 * @param place in the queue, 1 is next; only while queued
 * @param estimateSeconds until it is finished; only until then, and while its model takes films
 * @param waitsFor only while queued
 * @param rule of content that stopped it, as the admin worded it; for {@link Failure#POLICY} alone
 * @param video the finished film
 * @param way how it continues another film, where it does
 * @param references pictures that went with the words
 * @param cancelAsked whether the owner has called it off and the backend has still to stop
 */
public record GenerationView(
        UUID id,
        UUID group,
        int take,
        State state,
        int progress,
        String model,
        Prompt prompt,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        long seed,
        int credits,
        @Nullable Integer place,
        @Nullable Long estimateSeconds,
        @Nullable WaitsFor waitsFor,
        @Nullable Failure failure,
        @Nullable String rule,
        @Nullable UUID video,
        @Nullable UUID remixOf,
        Way way,
        List<Reference> references,
        List<String> flags,
        boolean cancelAsked,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
