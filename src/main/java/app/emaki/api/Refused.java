package app.emaki.api;

import app.emaki.cameo.ConsentMissing;
import app.emaki.generation.FilmRefused;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.ReferenceImages;
import app.emaki.generation.SentFilms;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** Says to programs why an order or a picture was not taken: the field, the limit, and what helps. */
final class Refused {
    private Refused() {}

    static ApiError of(GenerationRefused refused) {
        var with = refused.arguments();
        return switch (refused.reason()) {
            case EMPTY_PROMPT ->
                ApiError.invalid("missing_parameter", "prompt", "Say in prompt what the film shall show.");
            case PROMPT_TOO_LONG ->
                ApiError.invalid(
                        "string_above_max_length",
                        "prompt",
                        "A prompt may have " + with.get("limit") + " characters here; this one has " + with.get("asked")
                                + ".");
            case POLICY ->
                new ApiError(
                        HttpStatus.BAD_REQUEST,
                        "image_generation_user_error",
                        "moderation_blocked",
                        "prompt",
                        "The rules of this place do not allow this prompt (" + with.get("rule")
                                + "). Nothing was charged; say it in other words.");
            case UNKNOWN_MODEL ->
                new ApiError(
                        HttpStatus.BAD_REQUEST,
                        "invalid_request_error",
                        "model_not_found",
                        "model",
                        "There is no model " + with.get("model") + " here. GET /v1/models lists them.");
            case MODEL_CLOSED ->
                new ApiError(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "server_error",
                        "model_closed",
                        "model",
                        with.get("model")
                                + " takes no films at the moment. Try again later, or another one of GET /v1/models.");
            case TOO_LONG ->
                limit(
                        "seconds",
                        "Plan " + with.get("plan") + " with this model makes films of at most " + with.get("limit")
                                + " seconds; " + with.get("asked") + " were asked for.");
            case TOO_SHORT ->
                limit(
                        "seconds",
                        "This model makes films of at least " + with.get("limit") + " seconds; " + with.get("asked")
                                + " were asked for.");
            case LENGTH ->
                limit(
                        "seconds",
                        "This model makes no films of " + with.get("asked") + " seconds. The nearest length is "
                                + with.get("limit") + ".");
            case RESOLUTION ->
                limit(
                        "size",
                        "Plan " + with.get("plan") + " with this model makes films of at most " + with.get("limit")
                                + " lines on the shorter side; " + with.get("asked") + " were asked for.");
            case ASPECT ->
                limit("size", with.get("model") + " makes no films of this shape. Try 720x1280 or 1280x720.");
            case NO_SOUND ->
                limit("generate_audio", with.get("model") + " makes silent films. Send generate_audio=false.");
            case TAKES -> limit("takes", "One order makes one to " + with.get("limit") + " takes.");
            case REMIX ->
                limit(
                        "video",
                        with.get("model")
                                + " cannot start from this film in this way. GET /v1/models tells which ones can.");
            case PICTURE ->
                limit(
                        "input_reference",
                        with.get("model") + " starts from words alone. GET /v1/models tells which ones take pictures.");
            case NO_PARENT -> ApiError.notFound("There is no such video, or you may not watch it.");
            case FOLLOWERS_REMIX ->
                limit("video", "Its author lets followers alone continue this film. Follow them first.");
            case NOBODY_REMIXES -> limit("video", "Its author wants this film left as it is. Start from another one.");
            case CAMEO_MANY -> limit("characters", "At most " + with.get("limit") + " likenesses may be in one film.");
            case CAMEO_NONE ->
                limit("characters", "There is nobody called @" + with.get("cameo") + " to show. Leave them out.");
            case CAMEO_ASK, CAMEO_ASKED, CAMEO_REFUSED, CAMEO_ENDED, CAMEO_WORDS ->
                new ApiError(
                        HttpStatus.BAD_REQUEST,
                        "invalid_request_error",
                        "consent_required",
                        "characters",
                        "@" + with.get("cameo")
                                + " has not agreed to be in this film. Their page says how to ask; or leave them out.");
            case CREDITS ->
                new ApiError(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "insufficient_quota",
                        "insufficient_quota",
                        null,
                        "This film costs " + with.get("price") + " credits and " + with.get("left")
                                + " are left. More come at " + with.getOrDefault("resetsAt", Instant.EPOCH)
                                + "; a shorter film costs less.");
            case QUEUE_FULL ->
                new ApiError(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "rate_limit_error",
                        "queue_full",
                        null,
                        "You have " + with.get("limit") + " films waiting already. Order more when some are finished.");
            default ->
                ApiError.invalid("refused", null, "This order cannot be taken: " + refused.reason() + " " + with + ".");
        };
    }

    static ApiError of(ImageRefused refused) {
        return of(refused, "input_reference");
    }

    /** @param field the one that the picture came in */
    static ApiError of(ImageRefused refused, String field) {
        if (refused.reason() == ImageRefused.Reason.FACE) {
            return face(field);
        }
        var message = switch (refused.reason()) {
            case TOO_MANY_BYTES -> "A picture may have " + ReferenceImages.MOST_BYTES / 1_000_000 + " MB.";
            case SIZE ->
                "A picture may have " + ReferenceImages.MOST_PIXELS / 1_000_000
                        + " megapixels, and at least 32 pixels on each side.";
            case KIND -> "This is neither JPEG nor PNG nor WebP.";
            case BROKEN -> "This picture cannot be read.";
            case ADDRESS -> "Send image_url as a data URL in base64 or as an https address.";
            case PRIVATE_ADDRESS -> "The address of the picture leads into a private network.";
            case FACE, GONE -> "This picture is gone. Send it again.";
            case UNREACHABLE ->
                "Nothing was found at the address of the picture; redirects are not followed. Send the picture itself.";
        };
        return ApiError.invalid("invalid_image", field, message);
    }

    static ApiError of(ConsentMissing missing) {
        var who = "@" + missing.handle();
        return new ApiError(
                HttpStatus.FORBIDDEN,
                "invalid_request_error",
                "consent_missing",
                null,
                switch (missing.ground()) {
                    case WAITING -> who + " has to see this film and say yes before others can; they have been told.";
                    case NONE -> who + " does not agree that this film is shown.";
                    case WORDS ->
                        who + " keeps this away from their likeness: " + String.join(", ", missing.words()) + ".";
                    case ADVERTISING -> who + " does not let their likeness advertise anything.";
                });
    }

    static ApiError of(FilmRefused refused) {
        return switch (refused.reason()) {
            case TOO_MANY_BYTES -> film("A film may have " + SentFilms.MOST_BYTES / 1_000_000 + " MB.");
            case KIND ->
                film(
                        "This is no MP4 file with pictures in H.264, HEVC, VP9, AV1 or MPEG-4. Convert it, or name a film of yours: video[id].");
            case TOO_LONG ->
                film("A film that is sent along may have up to " + SentFilms.LONGEST_SECONDS + " seconds.");
            case SIZE -> film("A film may have up to 4096 x 2304 pixels.");
            case BROKEN -> film("This film cannot be read to its end. Send it again, or write it anew.");
            case FACE -> face("video");
            case CONSENT ->
                new ApiError(
                        HttpStatus.FORBIDDEN,
                        "invalid_request_error",
                        "consent_missing",
                        "video",
                        "This is a copy of a film with somebody in it who has not agreed to this. Only they can change that.");
            case BUSY ->
                new ApiError(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "server_error",
                        "server_busy",
                        "video",
                        "Other films that were sent are looked at just now. Try again in a minute.");
        };
    }

    /** Somebody can be seen, and nobody has said that they agree. */
    static ApiError face(String param) {
        return ApiError.invalid(
                "consent_required",
                param,
                "There is a face in it. If it is yours, or of somebody who agreed, say so: face_consent=true. Else take another one.");
    }

    private static ApiError film(String message) {
        return ApiError.invalid("invalid_video", "video", message);
    }

    private static ApiError limit(String param, String message) {
        return ApiError.invalid("unsupported_value", param, message);
    }
}
