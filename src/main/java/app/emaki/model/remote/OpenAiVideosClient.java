package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.CancelKind;
import app.emaki.model.Fetched;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import app.emaki.model.Way;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's Videos protocol, with the deviations of the servers that outlived it. */
final class OpenAiVideosClient extends RemoteClient {
    private static final Pattern CLOUD = Pattern.compile("https?://[^\\s\"'<>]+");

    /** Bytes of a film that such servers take along with words. */
    private static final long MOST_SENT = 20_000_000;

    private final Dialect dialect;

    OpenAiVideosClient(RemoteBackend backend, Http http) {
        super(backend, http);
        this.dialect = backend.dialect();
    }

    @Override
    @Nullable
    Header credential() {
        return backend.key() == null ? null : new Header("Authorization", "Bearer " + backend.key());
    }

    @Override
    List<String> models() throws BackendException {
        var names = new ArrayList<String>();
        for (var model : ask(backend.at("/models")).object().path("data")) {
            names.add(model.path("id").asString(""));
        }
        return names;
    }

    /** Another Emaki knows the key of a job that it has already. */
    @Override
    public boolean idempotent() {
        return dialect == Dialect.EMAKI;
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var answer = goesOn(request)
                ? extend(request)
                : again(request) ? remix(request) : sent(request) ? edit(request) : create(request);
        if (!answer.successful()) {
            throw forgotten(request, answer)
                    ? new BackendException.Refused(BackendException.Ground.INPUT, answer.words())
                    : answer.refusal();
        }
        var id = answer.object().path("id").asString("");
        if (id.isEmpty()) {
            throw new Unclear("A job without an id: " + answer.words());
        }
        return new Submission(id, answer.pollAfter(poll()));
    }

    /** The film to start from is gone there, which is nobody's set-up. */
    private boolean forgotten(RenderRequest request, Answer answer) throws BackendException {
        var source = request.source();
        return (answer.status() == 404 || answer.status() == 410)
                && source != null
                && source.remoteId() != null
                && (goesOn(request) || again(request));
    }

    private Answer create(RenderRequest request) throws BackendException {
        var model = model(request);
        var extras = InputTemplate.parse(model.input()).fill(values(model, request));
        var frame = firstFrame(request).orElse(null);
        if (dialect.json() && frame == null) {
            var body = JSON.createObjectNode()
                    .put("model", model.remote())
                    .put("prompt", request.prompt())
                    .put("size", request.size().toString());
            if (dialect == Dialect.SGLANG) {
                body.put("seconds", request.seconds());
            } else {
                body.put("seconds", String.valueOf(request.seconds()));
            }
            body.setAll(extras);
            return post(backend.at("/videos"), body, keyOf(request));
        }
        var form = new Form()
                .text("model", model.remote())
                .text("prompt", request.prompt())
                .text("seconds", String.valueOf(request.seconds()))
                .text("size", request.size().toString());
        extras.properties().forEach(field -> form.text(field.getKey(), written(field.getValue())));
        if (frame != null) {
            if (dialect == Dialect.EMAKI) {
                // whose faces may be seen was asked here already
                form.text("face_consent", "true");
            }
            form.file("input_reference", "first-frame." + extension(frame), frame.contentType(), frame.bytes());
        }
        return http.send(
                call(backend.at("/videos"))
                        .header("Content-Type", form.contentType())
                        .setHeader(keyOf(request).name(), keyOf(request).value())
                        .POST(form.publisher())
                        .build(),
                callTimeout());
    }

    /** The backend has the film that this one starts from, and tells it otherwise by itself. */
    private Answer remix(RenderRequest request) throws BackendException {
        var source = Objects.requireNonNull(request.source());
        var remote = Objects.requireNonNull(source.remoteId());
        var body = JSON.createObjectNode().put("prompt", request.prompt());
        if (dialect == Dialect.EMAKI || dialect == Dialect.OPENAI) {
            body.set("video", JSON.createObjectNode().put("id", remote));
            return post(backend.at("/videos/edits"), body, keyOf(request));
        }
        return post(backend.at("/videos/" + encoded(remote) + "/remix"), body, keyOf(request));
    }

    /** Another Emaki goes on from a film of its own, or from one that is sent along; what stands before it is put there by us. */
    private Answer extend(RenderRequest request) throws BackendException {
        var source = Objects.requireNonNull(request.source());
        var remote = source.remoteId();
        if (remote != null) {
            var body = JSON.createObjectNode()
                    .put("prompt", request.prompt())
                    .put("model", model(request).remote())
                    .put("seconds", String.valueOf(request.seconds()))
                    .put("stitch", false);
            body.set("video", JSON.createObjectNode().put("id", remote));
            return post(backend.at("/videos/extensions"), body, keyOf(request));
        }
        var form = new Form().text("seconds", String.valueOf(request.seconds())).text("stitch", "false");
        return along(request, form, "/videos/extensions");
    }

    private boolean goesOn(RenderRequest request) throws BackendException {
        var source = request.source();
        return dialect == Dialect.EMAKI
                && source != null
                && source.way() == Way.EXTEND
                && model(request).inputs().contains(Input.EXTEND)
                && (source.remoteId() != null || source.film() != null && small(source.film()));
    }

    /** The backend does not have the film that this one starts from, and takes it along with the words. */
    private Answer edit(RenderRequest request) throws BackendException {
        return along(request, new Form(), "/videos/edits");
    }

    private Answer along(RenderRequest request, Form form, String path) throws BackendException {
        var film =
                Objects.requireNonNull(Objects.requireNonNull(request.source()).film());
        form.text("prompt", request.prompt());
        if (dialect == Dialect.EMAKI) {
            // whose faces may be seen was asked here already
            form.text("model", model(request).remote()).text("face_consent", "true");
        }
        try {
            form.file("video", "film.mp4", "video/mp4", Files.readAllBytes(film));
        } catch (IOException e) {
            throw new BackendException.Unreachable("The film to start from cannot be read: " + e);
        }
        return http.send(
                call(backend.at(path))
                        .header("Content-Type", form.contentType())
                        .setHeader(keyOf(request).name(), keyOf(request).value())
                        .POST(form.publisher())
                        .build(),
                callTimeout());
    }

    private boolean sent(RenderRequest request) throws BackendException {
        var source = request.source();
        return (dialect == Dialect.EMAKI || dialect == Dialect.OPENAI)
                && source != null
                && source.way() == Way.REMIX
                && source.film() != null
                && model(request).inputs().containsAll(Set.of(Input.REMIX, Input.FIRST_FRAME))
                && small(source.film());
    }

    private static boolean small(Path film) {
        try {
            return Files.size(film) <= MOST_SENT;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean again(RenderRequest request) {
        return request.source() != null
                && request.source().way() == Way.REMIX
                && request.source().remoteId() != null;
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var answer = get(video(remoteId));
        if (answer.status() == 404 || answer.status() == 410) {
            return new RenderStatus.Lost();
        }
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        var job = answer.object();
        var poll = answer.pollAfter(poll());
        return switch (job.path("status").asString("").toLowerCase(Locale.ROOT)) {
            case "completed", "succeeded" -> new RenderStatus.Done();
            case "failed", "expired" -> failed(job.path("error"));
            case "deleted", "cancelled", "canceled" -> new RenderStatus.Lost();
            case "queued", "pending" -> queued(job, poll);
            default -> new RenderStatus.Working(progress(job), poll);
        };
    }

    /** SGLang says "queued" until the end; whatever moves is at work. */
    private static RenderStatus queued(JsonNode job, Duration poll) {
        var progress = progress(job);
        return progress.orElse(0) > 0 ? new RenderStatus.Working(progress, poll) : new RenderStatus.Waiting(poll);
    }

    private static RenderStatus failed(JsonNode error) {
        var cause = Answer.policy(error) ? RenderStatus.Cause.POLICY : RenderStatus.Cause.ERROR;
        return new RenderStatus.Failed(cause, error.isMissingNode() ? "failed without a word" : error.toString());
    }

    /** Whole percents, or a share of one, or nothing. */
    private static OptionalInt progress(JsonNode job) {
        var progress = job.path("progress");
        if (!progress.isNumber()) {
            return OptionalInt.empty();
        }
        double told = progress.doubleValue();
        boolean share = told > 0 && told < 1;
        return OptionalInt.of((int) Math.clamp(share ? told * 100 : told, 0, 100));
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        try {
            var content = URI.create(video(remoteId) + "/content");
            return dialect == Dialect.EMAKI ? unmarked(content, target, limit) : download(content, target, limit);
        } catch (Unclear e) {
            var elsewhere = CLOUD.matcher(e.getMessage());
            // a server that keeps its films in a cloud says so in an error, and wants us to go there ourselves
            if (dialect == Dialect.SGLANG && e.getMessage().startsWith("400") && elsewhere.find()) {
                return elsewhere(URI.create(elsewhere.group()), target, limit);
            }
            throw e;
        }
    }

    /** Another Emaki marks its films, too: without its mark where its plan for us allows, and else we say that there is one. */
    private Fetched unmarked(URI content, Path target, long limit) throws BackendException {
        try {
            return download(URI.create(content + "?watermark=false"), target, limit);
        } catch (BackendException.Refused e) {
            if (!e.getMessage().contains("plan_lacks_clean_copies")) {
                throw e;
            }
            var fetched = download(content, target, limit);
            return new Fetched(fetched.bytes(), fetched.plan(), fetched.captionsVtt(), true);
        }
    }

    private Fetched elsewhere(URI place, Path target, long limit) throws BackendException {
        try {
            Destinations.check(backend.url(), place);
        } catch (IllegalArgumentException e) {
            throw new BackendException.Refused(BackendException.Ground.SETUP, e.getMessage() + ": " + place);
        }
        return download(place, target, limit);
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        if (dialect.cancel() == CancelKind.NONE) {
            return;
        }
        var answer = http.send(call(video(remoteId)).DELETE().build(), callTimeout());
        if (!answer.successful() && answer.status() != 404 && answer.status() != 409) {
            throw answer.unanswered();
        }
    }

    private URI video(String remoteId) {
        return backend.at("/videos/" + encoded(remoteId));
    }

    private static Header keyOf(RenderRequest request) {
        return new Header("Idempotency-Key", request.generation().toString());
    }

    private static String written(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String extension(Picture picture) {
        return Map.of("image/png", "png", "image/webp", "webp").getOrDefault(picture.contentType(), "jpg");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
