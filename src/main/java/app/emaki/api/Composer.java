package app.emaki.api;

import app.emaki.account.Plans;
import app.emaki.api.Orders.Wanted;
import app.emaki.api.PublicationWishes.Wish;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Generations;
import app.emaki.generation.Prompt;
import app.emaki.generation.SentFilms;
import app.emaki.model.Aspect;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.Way;
import app.emaki.video.Caption;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes orders out of the fields of requests, in the words of the protocol and in the wider ones that other makers share. */
@Component
class Composer {
    static final Set<String> CREATE = Set.of(
            "prompt",
            "model",
            "seconds",
            "size",
            "input_reference",
            "input_reference[image_url]",
            "input_reference[file_id]",
            "input_references",
            "input_references[]",
            "input_references[][image_url]",
            "portraits",
            "portraits[]",
            "portraits[][image_url]",
            "characters[][id]",
            "characters[]",
            "aspect_ratio",
            "negative_prompt",
            "seed",
            "generate_audio",
            "takes",
            "n",
            "visibility",
            "caption",
            "face_consent",
            "user");
    static final Set<String> REMIX = Set.of("prompt", "model", "user");
    static final Set<String> EDIT = Set.of(
            "prompt",
            "video",
            "video[id]",
            "input_references",
            "input_references[]",
            "input_references[][image_url]",
            "portraits",
            "portraits[]",
            "portraits[][image_url]",
            "model",
            "face_consent",
            "user");
    static final Set<String> EXTEND =
            Stream.concat(EDIT.stream(), Stream.of("seconds", "stitch")).collect(Collectors.toUnmodifiableSet());

    private static final String DEFAULT_MODEL = "sora-2";
    private static final int DEFAULT_SECONDS = 4;
    /** No id is as long as this, and no film as short. */
    private static final int LONGEST_ID = 64;

    /** Longest film that extensions may grow to. */
    private static final int LONGEST_WHOLE = 120;

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "private", Visibility.PRIVATE,
            "link", Visibility.LINK,
            "unlisted", Visibility.LINK,
            "followers", Visibility.FOLLOWERS,
            "everyone", Visibility.EVERYONE,
            "public", Visibility.EVERYONE);

    private final Models models;
    private final Generations generations;
    private final Plans plans;
    private final Videos videos;
    private final JobQuery jobs;
    private final SentPictures pictures;
    private final SentFilms films;

    Composer(
            Models models,
            Generations generations,
            Plans plans,
            Videos videos,
            JobQuery jobs,
            SentPictures pictures,
            SentFilms films) {
        this.models = models;
        this.generations = generations;
        this.plans = plans;
        this.videos = videos;
        this.jobs = jobs;
        this.pictures = pictures;
        this.films = films;
    }

    /** A film from words, and from a picture where one is sent. */
    Wanted create(Caller caller, Fields fields) {
        var wish = wish(caller, fields);
        var offer = models.named(fields.text("model").orElse(DEFAULT_MODEL), SentPictures.needs(fields));
        var can = offer.capabilities();
        int mostLines = plans.limits(caller.viewer().plan()).maxLines();
        var shape = Shape.of(
                fields.text("size").orElse(null),
                fields.text("aspect_ratio").orElse(null),
                can,
                mostLines,
                Shape.plain(can, mostLines));
        int seconds = whole(fields, "seconds").map(Math::toIntExact).orElseGet(() -> can.nearest(DEFAULT_SECONDS));
        var request = new GenerationRequest(
                prompt(fields),
                offer.id(),
                shape.aspect(),
                seconds,
                shape.lines(),
                yes(fields, "generate_audio").orElse(can.sound()),
                whole(fields, "seed").orElse(null),
                takes(fields),
                null,
                Way.REMIX,
                characters(fields),
                pictures.of(caller, fields, offer, shape, agreed(fields)));
        return new Wanted(request, wish);
    }

    /** The same film told otherwise. */
    Wanted remix(Caller caller, UUID source, Fields fields) {
        return from(caller, source, fields, Way.REMIX);
    }

    /** The same film told otherwise, be it one that was made here or one that is sent along. */
    Wanted edit(Caller caller, Fields fields) {
        return from(caller, source(caller, fields, Way.REMIX), fields, Way.REMIX);
    }

    /** What goes on where a film ended, with that film before it unless the new part alone is wanted. */
    Wanted extend(Caller caller, Fields fields) {
        return from(caller, source(caller, fields, Way.EXTEND), fields, Way.EXTEND);
    }

    /** The film that {@code video[id]} names, or a draft of the one that is sent along. */
    private UUID source(Caller caller, Fields fields, Way way) {
        var named = fields.text("video[id]")
                .or(() -> fields.bytes("video")
                        .filter(it -> it.length < LONGEST_ID)
                        .map(it -> new String(it, StandardCharsets.UTF_8).strip())
                        .filter(it -> it.startsWith("video_")));
        var sent = fields.bytes("video").filter(it -> it.length >= LONGEST_ID);
        if (named.isPresent() && sent.isPresent()) {
            throw new ApiException(ApiError.invalid("invalid_value", "video", "Send a film or name one, not both."));
        }
        if (named.isPresent()) {
            return VideoId.require(named.get());
        }
        var film = sent.orElseThrow(() -> new ApiException(ApiError.invalid(
                "missing_parameter", "video", "Send a film as video, or name the one to start from: video[id].")));
        // what is wrong with the words or the credits is said before a film is looked at, which is much work
        outlook(caller, fields, starter(fields, way));
        return films.take(caller.viewer(), film, agreed(fields));
    }

    /** Refuses what would not be taken in the smallest of its shapes either. */
    private void outlook(Caller caller, Fields fields, ModelOffer offer) {
        var can = offer.capabilities();
        int seconds = whole(fields, "seconds").map(Math::toIntExact).orElseGet(() -> can.nearest(DEFAULT_SECONDS));
        var least = new GenerationRequest(
                prompt(fields),
                offer.id(),
                can.aspects().iterator().next(),
                seconds,
                Collections.min(can.lines()),
                false,
                null,
                1,
                null);
        var refusal = generations.quote(caller.viewer(), least).refusal();
        if (refusal != null) {
            throw new GenerationRefused(refusal);
        }
    }

    /** A model that can start from a film that it did not make: by a picture of it, or, going on, by whatever it can. */
    private ModelOffer starter(Fields fields, Way way) {
        var offer = models.named(fields.text("model").orElse(DEFAULT_MODEL), EnumSet.of(Input.FIRST_FRAME));
        if (way == Way.REMIX && !offer.capabilities().takes(Input.FIRST_FRAME)) {
            throw new ApiException(
                    ApiError.invalid(
                            "unsupported_value",
                            "video",
                            offer.name()
                                    + " tells only films of its own otherwise. Name a model with first_frame among the inputs of GET /v1/models,"
                                    + " or a film that was made here: video[id]; POST /v1/videos/extensions goes on from any film."));
        }
        return offer;
    }

    /** Model, shape and length are those of the film that it starts from, where they can be. */
    private Wanted from(Caller caller, UUID source, Fields fields, Way way) {
        var parent = videos.find(caller.viewer(), source)
                .orElseThrow(() -> new ApiException(
                        jobs.exists(caller.viewer().id(), source) ? notReady() : VideoId.gone(VideoId.of(source))));
        var offer = offer(parent.model(), fields, way);
        var can = offer.capabilities();
        int mostLines = plans.limits(caller.viewer().plan()).maxLines();
        var aspect = parent.width() == parent.height()
                ? Aspect.SQUARE
                : parent.width() < parent.height() ? Aspect.PORTRAIT : Aspect.LANDSCAPE;
        var shape = new Shape(aspect, Shape.nearest(Math.min(parent.width(), parent.height()), can, mostLines));
        int seconds = whole(fields, "seconds")
                .map(Math::toIntExact)
                .orElseGet(() -> can.nearest(way == Way.EXTEND ? DEFAULT_SECONDS : (int) Math.round(parent.seconds())));
        var request = new GenerationRequest(
                prompt(fields),
                offer.id(),
                shape.aspect(),
                seconds,
                shape.lines(),
                parent.sound() && can.sound(),
                null,
                1,
                source,
                way,
                List.of(),
                pictures.of(caller, fields, offer, shape, agreed(fields)));
        boolean stitched = way == Way.EXTEND
                && stitched(fields, parent.author().equals(caller.viewer().id()));
        return new Wanted(stitched ? request.after(lead(parent.seconds(), seconds)) : request, Optional.empty());
    }

    /** What somebody else made stays theirs to take back, and so never becomes a part of another's file. */
    private static boolean stitched(Fields fields, boolean own) {
        var wished = yes(fields, "stitch");
        if (!own && wished.orElse(false)) {
            throw new ApiException(
                    ApiError.invalid(
                            "unsupported_value",
                            "stitch",
                            "Only a film of your own becomes one with what comes after it. Send stitch=false for a film of its own."));
        }
        return own && wished.orElse(true);
    }

    private ModelOffer offer(String maker, Fields fields, Way way) {
        return maker.equals(SentFilms.MODEL)
                ? starter(fields, way)
                : models.named(
                        fields.text("model").orElseGet(() -> models.knows(maker) ? maker : DEFAULT_MODEL),
                        EnumSet.of(way == Way.EXTEND ? Input.EXTEND : Input.REMIX));
    }

    private static double lead(double before, int seconds) {
        if (before + seconds > LONGEST_WHOLE + 0.5) {
            throw new ApiException(ApiError.invalid(
                    "unsupported_value",
                    "seconds",
                    "With the film before it this would last %.0f seconds, and the longest is %d. Send stitch=false for the new part alone."
                            .formatted(before + seconds, LONGEST_WHOLE)));
        }
        return before;
    }

    private static boolean agreed(Fields fields) {
        return yes(fields, "face_consent").orElse(false);
    }

    static ApiError notReady() {
        return new ApiError(
                HttpStatus.NOT_FOUND,
                "invalid_request_error",
                "video_not_ready",
                null,
                "This film is not finished. GET /v1/videos/{id} tells how far it is.");
    }

    private static Prompt prompt(Fields fields) {
        var words = fields.text("prompt")
                .orElseThrow(() -> new ApiException(
                        ApiError.invalid("missing_parameter", "prompt", "Say in prompt what the film shall show.")));
        var language = JAPANESE.matcher(words).find() ? "ja" : "en";
        var avoid = fields.text("negative_prompt").orElse("").strip();
        return avoid.isEmpty()
                ? new Prompt(words.strip(), language)
                : new Prompt(words.strip() + avoiding(avoid, language), language, null, avoid);
    }

    /** The part of the words that says what must not be seen, as the studio writes it: our rules read it, and so does every model. */
    private static String avoiding(String avoid, String language) {
        return (language.equals("ja") ? "\n\n避ける：" : "\n\nAvoid: ")
                + avoid.lines().map(String::strip).collect(Collectors.joining("\n  "));
    }

    private static Optional<Wish> wish(Caller caller, Fields fields) {
        var visibility = fields.text("visibility").map(Composer::visibility).orElse(Visibility.PRIVATE);
        if (visibility == Visibility.PRIVATE) {
            return Optional.empty();
        }
        if (!caller.may(Scope.PUBLISH)) {
            throw new ApiException(
                    ApiError.of(
                            HttpStatus.FORBIDDEN,
                            "insufficient_scope",
                            "This key lacks the scope publish, which visibility needs. Make one that has it under Settings, API keys."));
        }
        return Optional.of(new Wish(visibility, caption(fields)));
    }

    static Visibility visibility(String word) {
        var visibility = VISIBILITIES.get(word.strip().toLowerCase(Locale.ROOT));
        if (visibility == null) {
            throw new ApiException(ApiError.invalid(
                    "invalid_value", "visibility", "visibility is private, link, followers or everyone."));
        }
        return visibility;
    }

    static String caption(Fields fields) {
        var caption = fields.text("caption").orElse("").replace("\r\n", "\n").strip();
        if (caption.length() > Caption.LONGEST) {
            throw new ApiException(ApiError.invalid(
                    "string_above_max_length", "caption", "A caption may have " + Caption.LONGEST + " characters."));
        }
        return caption;
    }

    /** Characters by the ids that they have here; whether the caller may use them is for their owners to say. */
    private static List<UUID> characters(Fields fields) {
        return Stream.concat(fields.texts("characters[][id]").stream(), fields.texts("characters[]").stream())
                .map(id -> CharactersController.parse(id)
                        .orElseThrow(() -> new ApiException(
                                ApiError.invalid("invalid_value", "characters", "There is no character " + id + "."))))
                .toList();
    }

    private static int takes(Fields fields) {
        return whole(fields, "takes")
                .or(() -> whole(fields, "n"))
                .map(Math::toIntExact)
                .orElse(1);
    }

    static Optional<Long> whole(Fields fields, String name) {
        return fields.text(name).map(text -> {
            if (!text.strip().matches("-?\\d{1,9}(\\.0+)?")) {
                throw new ApiException(ApiError.invalid("invalid_value", name, name + " is a whole number."));
            }
            return Long.valueOf(text.strip().replaceFirst("\\.0+$", ""));
        });
    }

    static Optional<Boolean> yes(Fields fields, String name) {
        return fields.text(name).map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ApiException(ApiError.invalid("invalid_value", name, name + " is true or false."));
        });
    }
}
