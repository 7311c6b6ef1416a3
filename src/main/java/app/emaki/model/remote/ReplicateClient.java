package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Fetched;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Predictions of Replicate, by a model's name ({@code owner/name}) or by a version ({@code owner/name:version}). */
final class ReplicateClient extends RemoteClient {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern SENSITIVE = Pattern.compile("(?i).*(\\bE005\\b|flagged|sensitive|nsfw).*");

    ReplicateClient(RemoteBackend backend, Http http) {
        super(backend, http);
    }

    @Override
    Header credential() {
        return new Header("Authorization", "Bearer " + backend.key());
    }

    @Override
    List<String> models() throws BackendException {
        ask(backend.at("/account")).object();
        return backend.models().stream().map(RemoteModel::remote).toList();
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var model = model(request);
        var body = JSON.createObjectNode();
        body.set("input", InputTemplate.parse(model.input()).fill(values(model, request, templated(model, request))));
        int colon = model.remote().indexOf(':');
        if (colon >= 0) {
            body.put("version", model.remote().substring(colon + 1));
        }
        if (backend.callback() != null) {
            body.put("webhook", backend.callback());
            body.putArray("webhook_events_filter").add("completed");
        }
        var answer = post(backend.at(colon >= 0 ? "/predictions" : "/models/" + model.remote() + "/predictions"), body);
        if (!answer.successful()) {
            throw answer.refusal();
        }
        var id = answer.object().path("id").asString("");
        if (!ID.matcher(id).matches()) {
            throw new Unclear("A job without an id: " + answer.words());
        }
        return new Submission(id, answer.pollAfter(poll()));
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var answer = get(prediction(remoteId));
        if (answer.status() == 404) {
            return new RenderStatus.Lost();
        }
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        var job = answer.object();
        return switch (job.path("status").asString("").toLowerCase(Locale.ROOT)) {
            case "starting" -> new RenderStatus.Waiting(answer.pollAfter(poll()));
            case "succeeded" -> new RenderStatus.Done();
            case "failed" -> failed(job.path("error").asString("failed without a word"));
            case "canceled", "cancelled", "aborted" -> new RenderStatus.Lost();
            default -> new RenderStatus.Working(OptionalInt.empty(), answer.pollAfter(poll()));
        };
    }

    /** Errors are sentences; those about content have a code or a word in common. */
    private static RenderStatus failed(String words) {
        return new RenderStatus.Failed(
                SENSITIVE.matcher(words).matches() ? RenderStatus.Cause.POLICY : RenderStatus.Cause.ERROR, words);
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        var output = ask(prediction(remoteId)).object().path("output");
        try {
            var place = URI.create(film(output));
            Destinations.check(backend.url(), place);
            return download(place, target, limit);
        } catch (IllegalArgumentException e) {
            throw new Unclear("No film to fetch in " + output + ": " + e.getMessage());
        }
    }

    private static String film(JsonNode output) {
        var first = output.isArray() ? output.path(0) : output;
        return first.isString()
                ? first.stringValue()
                : first.path("video").asString(first.path("url").asString(""));
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        post(URI.create(prediction(remoteId) + "/cancel"), JSON.createObjectNode());
    }

    private URI prediction(String remoteId) {
        return backend.at("/predictions/" + remoteId);
    }
}
