package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Fetched;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Google's Veo, as long-running operations of the Gemini interface. It tells no progress and cannot be stopped. */
final class VeoClient extends RemoteClient {
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._/-]+");
    private static final int MOST_REFERENCES = 3;
    private static final Duration POLL = Duration.ofSeconds(8);

    VeoClient(RemoteBackend backend, Http http) {
        super(backend, http);
    }

    @Override
    Header credential() {
        return new Header("x-goog-api-key", backend.key() == null ? "" : backend.key());
    }

    @Override
    Duration poll() {
        return POLL;
    }

    @Override
    List<String> models() throws BackendException {
        var names = new ArrayList<String>();
        for (var model : ask(backend.at("/models?pageSize=200")).object().path("models")) {
            names.add(model.path("name").asString("").replaceFirst("^models/", ""));
        }
        return names;
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var model = model(request);
        var body = JSON.createObjectNode();
        var cast = Cast.of(request, room(request), Cast.Naming.NUMBERED);
        var instance = body.putArray("instances").addObject().put("prompt", cast.prompt());
        if (cast.shown().isEmpty()) {
            cast.frame().ifPresent(picture -> image(instance.putObject("image"), picture));
        } else {
            // it takes a first frame or these, so that a frame beside them becomes one of them
            var references = instance.putArray("referenceImages");
            Stream.concat(cast.shown().stream(), cast.frame().stream())
                    .forEach(picture -> image(
                            references.addObject().put("referenceType", "asset").putObject("image"), picture));
        }
        body.set("parameters", InputTemplate.parse(model.input()).fill(values(model, request, cast)));
        var answer = post(backend.at("/models/" + model.remote() + ":predictLongRunning"), body);
        if (!answer.successful()) {
            throw answer.refusal();
        }
        var name = answer.object().path("name").asString("");
        if (!OPERATION.matcher(name).matches()) {
            throw new Unclear("An operation without a name: " + answer.words());
        }
        return new Submission(name, answer.pollAfter(poll()));
    }

    private static int room(RenderRequest request) {
        boolean frame = request.pictures().stream().anyMatch(it -> it.role() == Picture.Role.FIRST_FRAME);
        return frame ? MOST_REFERENCES - 1 : MOST_REFERENCES;
    }

    private static void image(ObjectNode place, Picture picture) {
        place.put("bytesBase64Encoded", Base64.getEncoder().encodeToString(picture.bytes()))
                .put("mimeType", picture.contentType());
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var answer = get(operation(remoteId));
        if (answer.status() == 404) {
            return new RenderStatus.Lost();
        }
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        var operation = answer.object();
        if (!operation.path("done").asBoolean(false)) {
            return new RenderStatus.Working(OptionalInt.empty(), answer.pollAfter(poll()));
        }
        if (operation.path("error").isObject()) {
            return failed(operation.path("error"));
        }
        var result = operation.path("response").path("generateVideoResponse");
        // a film that its own rules held back comes as an empty success
        return film(result).isEmpty() && result.path("raiMediaFilteredCount").asInt(0) > 0
                ? new RenderStatus.Failed(
                        RenderStatus.Cause.POLICY,
                        result.path("raiMediaFilteredReasons").toString())
                : new RenderStatus.Done();
    }

    private static RenderStatus failed(JsonNode error) {
        var words = error.toString();
        boolean policy = Answer.policy(error) || words.toLowerCase(Locale.ROOT).contains("safety");
        return new RenderStatus.Failed(policy ? RenderStatus.Cause.POLICY : RenderStatus.Cause.ERROR, words);
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        var result = ask(operation(remoteId)).object().path("response").path("generateVideoResponse");
        var film = film(result);
        if (film.isEmpty()) {
            throw new Unclear("Done without a film: " + result);
        }
        try {
            var place = URI.create(film);
            Destinations.check(backend.url(), place);
            return download(place, target, limit);
        } catch (IllegalArgumentException e) {
            throw new Refused(Ground.SETUP, "Cannot fetch " + film + ": " + e.getMessage());
        }
    }

    @Override
    public void cancel(String remoteId) {
        // the interface has no word for it
    }

    private URI operation(String remoteId) {
        return backend.at("/" + remoteId);
    }

    private static String film(JsonNode result) {
        return result.path("generatedSamples").path(0).path("video").path("uri").asString("");
    }
}
