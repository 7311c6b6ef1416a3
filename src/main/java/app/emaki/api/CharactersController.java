package app.emaki.api;

import app.emaki.cameo.CarriedConsent;
import app.emaki.cameo.Characters;
import app.emaki.cameo.Characters.CharacterRefused;
import app.emaki.cameo.Characters.Known;
import app.emaki.generation.FilmRefused;
import app.emaki.generation.ReferenceImages;
import app.emaki.generation.SentFilms;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.PublicId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The characters of the protocol: pets, things and drawings that films may show, which are cameos of their owner's alone. */
@RestController
@RequestMapping("/v1/videos/characters")
class CharactersController {
    private static final String MARK = "char_";
    private static final Set<String> FIELDS = Set.of("name", "video", "video[id]", "user");

    private final Characters characters;
    private final ReferenceImages pictures;
    private final SentFilms films;
    private final CarriedConsent consent;
    private final JobQuery jobs;
    private final MediaStore store;
    private final Acts acts;
    private final JsonMapper json;

    CharactersController(
            Characters characters,
            ReferenceImages pictures,
            SentFilms films,
            CarriedConsent consent,
            JobQuery jobs,
            MediaStore store,
            Acts acts,
            JsonMapper json) {
        this.characters = characters;
        this.pictures = pictures;
        this.films = films;
        this.consent = consent;
        this.jobs = jobs;
        this.store = store;
        this.acts = acts;
        this.json = json;
    }

    /** Makes a character of a film or a picture that is sent along, or of a film that was made here. */
    @PostMapping
    Map<String, Object> create(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var fields = Fields.of(request, json);
        fields.only(FIELDS);
        var name = fields.text("name").map(String::strip).orElse("");
        if (name.isEmpty() || name.length() > Characters.LONGEST_NAME) {
            throw new ApiException(ApiError.invalid(
                    "invalid_value", "name", "A name has 1 to " + Characters.LONGEST_NAME + " characters."));
        }
        var language = LocaleContextHolder.getLocale().getLanguage();
        try {
            return acts.once(
                    caller,
                    Delivery.of(request),
                    fields.hash(),
                    () -> picture(caller, fields),
                    picture -> shown(characters.make(caller.viewer(), name, picture, language)));
        } catch (CharacterRefused e) {
            throw new ApiException(refused(e.reason()));
        }
    }

    @GetMapping("/{id}")
    Map<String, Object> retrieve(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return parse(id)
                .flatMap(it -> characters.find(caller.viewer(), it))
                .map(CharactersController::shown)
                .orElseThrow(() -> new ApiException(ApiError.notFound("There is no character " + id + " of yours.")));
    }

    /** The id that a character has in the protocol, back to ours. */
    static Optional<UUID> parse(String id) {
        return PublicId.parse(id.startsWith(MARK) ? id.substring(MARK.length()) : id);
    }

    private byte[] picture(Caller caller, Fields fields) {
        var film = fields.text("video[id]");
        var bytes = film.isPresent() ? poster(caller, film.get()) : sent(caller, fields);
        try {
            return Files.readAllBytes(store.path(pictures.take(caller.viewer(), bytes, null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture as it is, or one from the middle of a film. */
    private byte[] sent(Caller caller, Fields fields) {
        var bytes = fields.bytes("video")
                .filter(it -> it.length > 0)
                .orElseThrow(() -> new ApiException(ApiError.invalid(
                        "missing_parameter",
                        "video",
                        "Send a film or a picture as video, or name a film of yours: video[id].")));
        if (!SentFilms.film(bytes)) {
            return bytes;
        }
        try {
            var looks = films.look(caller.viewer(), bytes);
            return looks.get(looks.size() / 2);
        } catch (FilmRefused e) {
            throw e.reason() == FilmRefused.Reason.FACE ? new ApiException(refused("face")) : e;
        }
    }

    private byte[] poster(Caller caller, String id) {
        var film = VideoId.parse(id).flatMap(it -> jobs.find(caller.viewer().id(), it));
        if (consent.others(caller.viewer(), film.stream().map(Job::id).toList())) {
            throw new ApiException(
                    new ApiError(
                            HttpStatus.FORBIDDEN,
                            "invalid_request_error",
                            "consent_missing",
                            "video",
                            "Somebody else appears in this film, and no character is made of them. Name them in the words of an order."));
        }
        var key = film.map(Job::poster)
                .flatMap(MediaKey::parse)
                .filter(store::exists)
                .orElseThrow(() -> new ApiException(VideoId.gone(id)));
        try {
            return Files.readAllBytes(store.path(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> shown(Known character) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", MARK + PublicId.of(character.id()));
        shown.put("name", character.name());
        shown.put("created_at", character.createdAt().getEpochSecond());
        shown.put("handle", character.handle());
        return shown;
    }

    private static ApiError refused(String reason) {
        return switch (reason) {
            case "face" ->
                ApiError.invalid(
                        "moderation_blocked",
                        "video",
                        "There is a face in it. People appear with a cameo that they make themselves, on the page /cameo/new.");
            case "format", "large", "small" ->
                ApiError.invalid(
                        "invalid_image", "video", "This picture will not do: it is broken, too large or too small.");
            case "characters.many" ->
                ApiError.invalid(
                        "unsupported_value",
                        "video",
                        "You have as many characters as there may be. Delete one on the page /cameo.");
            case "closed" ->
                ApiError.invalid(
                        "invalid_value",
                        "name",
                        "A moderator closed the character of this name. Object to the decision on the page /standing.");
            default ->
                ApiError.invalid(
                        "invalid_value", "name", "No handle was free for this name. Try again, or another name.");
        };
    }
}
