package app.emaki.api;

import app.emaki.generation.Failure;
import app.emaki.generation.State;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A film as the Videos protocol writes it: thirteen keys, none ever left out. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VideoResource(
        String id,
        String object,
        String model,
        String status,
        int progress,
        @JsonProperty("created_at") long createdAt,
        @JsonProperty("completed_at") @Nullable Long completedAt,
        @JsonProperty("expires_at") @Nullable Long expiresAt,
        @Nullable String prompt,
        String size,
        String seconds,
        @JsonProperty("remixed_from_video_id") @Nullable String remixedFrom,
        @Nullable Problem error) {

    static VideoResource of(Job job) {
        boolean done = job.state() == State.SUCCEEDED;
        return new VideoResource(
                VideoId.of(job.id()),
                "video",
                job.model(),
                status(job.state()),
                job.progress(),
                job.createdAt().getEpochSecond(),
                done && job.finishedAt() != null ? job.finishedAt().getEpochSecond() : null,
                null,
                job.prompt(),
                job.pixels(),
                String.valueOf(job.seconds()),
                source(job.remixOf()),
                job.failure() == null ? null : Problem.of(job.failure()));
    }

    private static @Nullable String source(@Nullable UUID id) {
        return id == null ? null : VideoId.of(id);
    }

    private static String status(State state) {
        return switch (state) {
            case QUEUED -> "queued";
            case RUNNING, MASTERING, UNKNOWN -> "in_progress";
            case SUCCEEDED -> "completed";
            case FAILED, CANCELLED -> "failed";
        };
    }

    /** Why there is no film. */
    record Problem(String code, String message) {

        static Problem of(Failure failure) {
            return switch (failure) {
                case POLICY, BACKEND_POLICY ->
                    new Problem(
                            "moderation_blocked",
                            "The rules on content stopped this film. Nothing was charged; say it in other words.");
                case BUSY ->
                    new Problem(
                            "backend_busy",
                            "The model had no room for a long time. Nothing was charged; try again later.");
                case BACKEND_DOWN ->
                    new Problem(
                            "backend_down",
                            "The model is out of reach. Nothing was charged; its keeper has been told.");
                case BACKEND_ERROR ->
                    new Problem(
                            "generation_failed",
                            "The model gave up on it. Nothing was charged; try again, simpler or shorter.");
                case BAD_RESULT ->
                    new Problem(
                            "bad_result",
                            "What came was not the film that was ordered. Nothing was charged; try again.");
                case TIMED_OUT ->
                    new Problem("timed_out", "It took too long. Nothing was charged; make it shorter or smaller.");
                case LOST -> new Problem("lost", "The model forgot it. Nothing was charged; try again.");
                case UNCONFIRMED ->
                    new Problem(
                            "unconfirmed",
                            "Nobody could tell whether the model took it. Nothing was charged; try again.");
                case INTERNAL -> new Problem("server_error", "A mistake of ours. Nothing was charged; try again.");
                case CANCELLED -> new Problem("cancelled", "It was called off. Nothing was charged.");
            };
        }
    }
}
