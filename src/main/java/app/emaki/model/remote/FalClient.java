package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Fetched;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The queue of fal. It names the addresses of each job itself, and they are what the job is known by. */
final class FalClient extends RemoteClient {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** Faces stand in no history there: what was sent is not kept, and what comes back for an hour. */
    private static final Header[] UNKEPT = {
        new Header("X-Fal-Store-IO", "0"),
        new Header("X-Fal-Object-Lifecycle-Preference", "{\"expiration_duration_seconds\": 3600}")
    };

    FalClient(RemoteBackend backend, Http http) {
        super(backend, http);
    }

    @Override
    Header credential() {
        return new Header("Authorization", "Key " + backend.key());
    }

    /** It has no list of models; asking for a job that nobody has shows whether the key is a good one. */
    @Override
    List<String> models() throws BackendException {
        for (var model : backend.models()) {
            var answer = get(backend.at("/" + model.remote() + "/requests/" + NOBODY + "/status"));
            if (answer.status() == 401 || answer.status() == 403 || answer.status() == 429 || answer.status() >= 500) {
                throw answer.unanswered();
            }
        }
        return backend.models().stream().map(RemoteModel::remote).toList();
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var model = model(request);
        var cast = templated(model, request);
        var answer = post(
                backend.at("/" + model.remote() + callback()),
                InputTemplate.parse(model.input()).fill(values(model, request, cast)),
                request.pictures().stream().anyMatch(Picture::face) ? UNKEPT : new Header[0]);
        if (!answer.successful()) {
            throw answer.refusal();
        }
        var reply = answer.object();
        if (reply.path("request_id").asString("").isEmpty()) {
            throw new Unclear("A job without an id: " + answer.words());
        }
        return new Submission(Job.of(reply, backend, model).written(), answer.pollAfter(poll()));
    }

    private String callback() {
        var address = backend.callback();
        return address == null ? "" : "?fal_webhook=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var job = Job.read(remoteId);
        var answer = get(URI.create(job.status()));
        if (answer.status() == 404) {
            return new RenderStatus.Lost();
        }
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        return switch (answer.object().path("status").asString("").toUpperCase(Locale.ROOT)) {
            case "IN_QUEUE" -> new RenderStatus.Waiting(answer.pollAfter(poll()));
            case "COMPLETED" -> completed(job);
            default -> new RenderStatus.Working(OptionalInt.empty(), answer.pollAfter(poll()));
        };
    }

    /** Completed is not the same as successful: the result may be an error. */
    private RenderStatus completed(Job job) throws BackendException {
        var answer = get(URI.create(job.response()));
        if (answer.successful()) {
            return new RenderStatus.Done();
        }
        if (answer.status() == 404) {
            return new RenderStatus.Lost();
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            throw answer.unanswered();
        }
        return new RenderStatus.Failed(
                answer.ground() == Ground.POLICY ? RenderStatus.Cause.POLICY : RenderStatus.Cause.ERROR,
                answer.words());
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        var result = ask(URI.create(Job.read(remoteId).response())).object();
        var film = film(result);
        try {
            var place = URI.create(film);
            Destinations.check(backend.url(), place);
            return download(place, target, limit);
        } catch (IllegalArgumentException e) {
            throw new Unclear("No film to fetch in " + result + ": " + e.getMessage());
        }
    }

    /** Models put it under one of a few names. */
    private static String film(JsonNode result) {
        for (var place : List.of(result.path("video"), result.path("videos").path(0), result.path("output"))) {
            var url = place.isString() ? place.stringValue() : place.path("url").asString("");
            if (!url.isEmpty()) {
                return url;
            }
        }
        return "";
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        http.send(
                call(URI.create(Job.read(remoteId).cancel()))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                callTimeout());
    }

    /** The addresses of a job; only such as lie on the configured host, for they are called with the key. */
    private record Job(String status, String response, String cancel) {

        static Job of(JsonNode reply, RemoteBackend backend, RemoteModel model) {
            var usual = backend.url() + "/" + alias(model.remote()) + "/requests/"
                    + reply.path("request_id").asString("");
            return new Job(
                    ours(reply.path("status_url").asString(""), backend, usual + "/status"),
                    ours(reply.path("response_url").asString(""), backend, usual),
                    ours(reply.path("cancel_url").asString(""), backend, usual + "/cancel"));
        }

        static Job read(String written) throws Unclear {
            try {
                return JSON.readValue(written, Job.class);
            } catch (JacksonException e) {
                throw new Unclear("Not a job of fal: " + written);
            }
        }

        String written() {
            return JSON.writeValueAsString(this);
        }

        private static String ours(String address, RemoteBackend backend, String otherwise) {
            try {
                return Destinations.same(backend.url(), URI.create(address)) ? address : otherwise;
            } catch (IllegalArgumentException e) {
                return otherwise;
            }
        }

        /** Jobs are kept under owner and name, without the path of the endpoint. */
        private static String alias(String endpoint) {
            var parts = endpoint.split("/");
            return parts.length > 2 ? parts[0] + "/" + parts[1] : endpoint;
        }
    }
}
