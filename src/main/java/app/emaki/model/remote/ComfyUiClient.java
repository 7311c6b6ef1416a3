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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * ComfyUI. A model's template holds a workflow in its interface's format under {@code workflow}, and under {@code set} what to put
 * where in it, by JSON pointer: <code>{"/6/inputs/text": "{prompt}"}</code>. Old and new servers are asked in the ways that each knows.
 */
final class ComfyUiClient extends RemoteClient {
    private static final int MOST_SHOWN = 9;

    /** One grey pixel. */
    private static final byte[] BLANK = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==");

    private static final Pattern FILM = Pattern.compile("(?i).+\\.(mp4|mov|m4v)");

    ComfyUiClient(RemoteBackend backend, Http http) {
        super(backend, http);
    }

    @Override
    @Nullable
    Header credential() {
        return backend.key() == null ? null : new Header("Authorization", "Bearer " + backend.key());
    }

    /** It has workflows instead of models; its version tells that it is there. */
    @Override
    List<String> models() throws BackendException {
        var system = ask(backend.at("/system_stats")).object().path("system");
        return List.of("ComfyUI " + system.path("comfyui_version").asString("?"));
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var body = JSON.createObjectNode()
                .put("prompt_id", request.generation().toString())
                .put("client_id", "emaki");
        body.set("prompt", workflow(request));
        var answer = post(backend.at("/prompt"), body);
        if (!answer.successful()) {
            throw answer.refusal();
        }
        var reply = answer.object();
        var id = reply.path("prompt_id").asString("");
        if (id.isEmpty()) {
            throw new Unclear("A job without an id: " + answer.words());
        }
        if (!reply.path("node_errors").isEmpty()) {
            // it has begun with the part of the graph that it understood
            cancel(id);
            throw new Refused(Ground.SETUP, "The workflow has errors: " + reply.path("node_errors"));
        }
        return new Submission(id, answer.pollAfter(poll()));
    }

    /** Jobs are sent under the generation's own id, which newer servers keep. */
    @Override
    public Optional<Submission> find(RenderRequest request) throws BackendException {
        var id = request.generation().toString();
        return status(id) instanceof RenderStatus.Lost ? Optional.empty() : Optional.of(new Submission(id, poll()));
    }

    private ObjectNode workflow(RenderRequest request) throws BackendException {
        var model = model(request);
        try {
            var template = JSON.readTree(model.input());
            if (!(template.path("workflow").deepCopy() instanceof ObjectNode graph)) {
                throw new IllegalArgumentException("no workflow in the template");
            }
            var cast = templated(model, request);
            var values = values(model, request, cast, frame(request, cast), references(request, cast));
            InputTemplate.parse(template.path("set").toString())
                    .fill(values)
                    .properties()
                    .forEach(field -> set(graph, field.getKey(), field.getValue()));
            return graph;
        } catch (IllegalArgumentException | JacksonException e) {
            throw new Refused(Ground.SETUP, "The template of " + model.id() + " cannot be filled: " + e.getMessage());
        }
    }

    private static void set(ObjectNode graph, String pointer, JsonNode value) {
        var place = JsonPointer.compile(pointer);
        if (!(graph.at(place.head()) instanceof ObjectNode node)) {
            throw new IllegalArgumentException("nothing at " + pointer);
        }
        node.set(place.last().getMatchingProperty(), value);
    }

    private @Nullable String frame(RenderRequest request, Cast cast) throws BackendException {
        var frame = cast.frame().orElse(null);
        return frame == null ? null : upload(frame(request.generation()), frame);
    }

    private List<String> references(RenderRequest request, Cast cast) throws BackendException {
        var names = new ArrayList<String>();
        for (var picture : cast.people()) {
            names.add(upload(portrait(request.generation(), names.size() + 1), picture));
        }
        for (var picture : cast.things()) {
            names.add(upload(thing(request.generation(), names.size() + 1), picture));
        }
        return names;
    }

    private static String frame(UUID generation) {
        return "emaki-" + generation + ".png";
    }

    private static String thing(UUID generation, int number) {
        return "emaki-" + generation + "-thing-" + number + ".jpg";
    }

    private static String portrait(UUID generation, int number) {
        return "emaki-" + generation + "-person-" + number + ".jpg";
    }

    private String upload(String filename, Picture picture) throws BackendException {
        var form = new Form()
                .file("image", filename, picture.contentType(), picture.bytes())
                .text("overwrite", "true");
        var answer = http.send(
                call(backend.at("/upload/image"))
                        .header("Content-Type", form.contentType())
                        .POST(form.publisher())
                        .build(),
                callTimeout());
        if (!answer.successful()) {
            // nothing was ordered yet
            throw new BackendException.Unreachable("The picture was not taken: " + answer.words());
        }
        var reply = answer.object();
        var folder = reply.path("subfolder").asString("");
        var name = reply.path("name").asString("");
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var answer = get(backend.at("/api/jobs/" + encoded(remoteId)));
        if (answer.status() == 404 || answer.status() == 405) {
            return bySearching(remoteId);
        }
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        var job = answer.object();
        return switch (job.path("status").asString("").toLowerCase(Locale.ROOT)) {
            case "pending" -> new RenderStatus.Waiting(poll());
            case "completed" -> new RenderStatus.Done();
            case "failed" -> new RenderStatus.Failed(RenderStatus.Cause.ERROR, answer.words());
            case "cancelled", "canceled" -> new RenderStatus.Lost();
            default -> new RenderStatus.Working(OptionalInt.empty(), poll());
        };
    }

    /** The history knows what has ended, and the queue what has not; a job in neither is unknown. */
    private RenderStatus bySearching(String remoteId) throws BackendException {
        var entry = ask(backend.at("/history/" + encoded(remoteId))).object().path(remoteId);
        if (entry.isObject()) {
            return ended(entry.path("status"));
        }
        var queue = ask(backend.at("/queue")).object();
        if (holds(queue.path("queue_running"), remoteId)) {
            return new RenderStatus.Working(OptionalInt.empty(), poll());
        }
        return holds(queue.path("queue_pending"), remoteId)
                ? new RenderStatus.Waiting(poll())
                : new RenderStatus.Lost();
    }

    /** An error and an interruption look alike but for the last message. */
    private static RenderStatus ended(JsonNode status) {
        var messages = status.path("messages").toString();
        if (messages.contains("execution_interrupted")) {
            return new RenderStatus.Lost();
        }
        boolean right = status.path("completed").asBoolean(false)
                && !"error".equals(status.path("status_str").asString(""));
        return right
                ? new RenderStatus.Done()
                : new RenderStatus.Failed(RenderStatus.Cause.ERROR, messages.isEmpty() ? "failed" : messages);
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        var outputs = ask(backend.at("/history/" + encoded(remoteId)))
                .object()
                .path(remoteId)
                .path("outputs");
        var film = film(outputs);
        if (film == null) {
            throw new Unclear("No film among the outputs: " + outputs);
        }
        var query = "filename=" + encoded(film.path("filename").asString("")) + "&subfolder="
                + encoded(film.path("subfolder").asString("")) + "&type="
                + encoded(film.path("type").asString("output"));
        return download(backend.at("/view?" + query), target, limit);
    }

    /** Films stand under "images", "gifs" or whatever a node calls them: the name of the file tells. */
    private static @Nullable JsonNode film(JsonNode outputs) {
        JsonNode found = null;
        for (var node : outputs) {
            for (var list : node) {
                for (var file : list) {
                    boolean film =
                            FILM.matcher(file.path("filename").asString("")).matches();
                    boolean kept = "output".equals(file.path("type").asString("output"));
                    if (film && (found == null || kept)) {
                        found = file;
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        var answer = post(backend.at("/api/jobs/" + encoded(remoteId) + "/cancel"), JSON.createObjectNode());
        if (answer.status() != 404 && answer.status() != 405) {
            return;
        }
        var waiting = JSON.createObjectNode();
        waiting.putArray("delete").add(remoteId);
        post(backend.at("/queue"), waiting);
        // an interruption that names no job, or that an old server does not read, would stop somebody else's
        if (holds(ask(backend.at("/queue")).object().path("queue_running"), remoteId)) {
            post(backend.at("/interrupt"), JSON.createObjectNode().put("prompt_id", remoteId));
        }
    }

    private static boolean holds(JsonNode list, String id) {
        for (var item : list) {
            if (id.equals(item.path(1).asString(""))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> uploads(UUID generation) {
        var names = new ArrayList<>(List.of(frame(generation)));
        for (int number = 1; number <= MOST_SHOWN; number++) {
            names.add(portrait(generation, number));
            names.add(thing(generation, number));
        }
        return names;
    }

    /** Of a job that never began there is no history, but its pictures may have arrived. */
    private boolean has(String name) throws BackendException {
        var answer = get(backend.at("/view?filename=" + encoded(name) + "&type=input"));
        erased(answer);
        return answer.successful();
    }

    /** It can erase no file, but write another one in its place; how a job was ordered is taken out of its history. */
    @Override
    public void forget(UUID generation, String remoteId) throws BackendException {
        var history = get(backend.at("/history/" + encoded(remoteId)));
        erased(history);
        for (var name : uploads(generation)) {
            if (history.body().contains(name) || has(name)) {
                upload(name, new Picture(Picture.Role.CHARACTER, null, "image/png", BLANK));
            }
        }
        var done = JSON.createObjectNode();
        done.putArray("delete").add(remoteId);
        erased(post(backend.at("/history"), done));
    }
}
