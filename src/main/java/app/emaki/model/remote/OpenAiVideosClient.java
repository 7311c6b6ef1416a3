package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.CancelKind;
import app.emaki.model.Fetched;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Source;
import app.emaki.model.Submission;
import app.emaki.model.Way;
import app.emaki.model.remote.VideosOrder.Body;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's Videos protocol, with the deviations of the servers that outlived it. */
final class OpenAiVideosClient extends RemoteClient {
    private static final Pattern CLOUD = Pattern.compile("https?://[^\\s\"'<>]+");

    /** Bytes of a film that such servers take along with words. */
    private static final long MOST_SENT = 20_000_000;

    private static final int MOST_CHARACTERS = 2;
    private static final int MOST_REFERENCES = 5;

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

    /** People are nobody's characters where those were invented, and could never be erased there again. */
    @Override
    public boolean showsPeople() {
        return dialect != Dialect.OPENAI;
    }

    @Override
    public boolean showsByFilm() {
        return dialect == Dialect.OPENAI;
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var answer = order(request);
        if (forgotten(request, answer)) {
            // it took nothing, and is given the film itself, or the words, instead of a name that it does not know any
            // more
            answer = order(request.from(nameless(Objects.requireNonNull(request.source()))));
        }
        if (!answer.successful()) {
            throw answer.refusal();
        }
        var id = answer.object().path("id").asString("");
        if (id.isEmpty()) {
            throw new Unclear("A job without an id: " + answer.words());
        }
        return new Submission(id, answer.pollAfter(poll()));
    }

    private Answer order(RenderRequest request) throws BackendException {
        return goesOn(request)
                ? extend(request)
                : again(request) ? remix(request) : sent(request) ? edit(request) : create(request);
    }

    /** The film to start from is gone there, which is nobody's set-up. */
    private boolean forgotten(RenderRequest request, Answer answer) throws BackendException {
        var source = request.source();
        return (answer.status() == 404 || answer.status() == 410)
                && source != null
                && source.remoteId() != null
                && (goesOn(request) || again(request));
    }

    private static Source nameless(Source source) {
        return new Source(source.way(), source.video(), source.plan(), source.film(), null);
    }

    private Answer create(RenderRequest request) throws BackendException {
        var model = model(request);
        var cast = cast(model, request);
        var characters = new ArrayList<String>();
        if (dialect == Dialect.OPENAI) {
            for (var picture : cast.people()) {
                characters.add(character(characters.size() + 1, picture));
            }
        }
        return send("/videos", order(model, request, cast, characters).body(), request);
    }

    private VideosOrder order(RemoteModel model, RenderRequest request, Cast cast, List<String> characters) {
        var extras = InputTemplate.parse(model.input()).fill(values(model, request, cast));
        return new VideosOrder(dialect, model, request, cast, extras, characters);
    }

    private Cast cast(RemoteModel model, RenderRequest request) throws BackendException.Refused {
        return switch (dialect) {
            case OPENAI -> Cast.of(request, MOST_CHARACTERS, OpenAiVideosClient::character);
            case VLLM_OMNI -> Cast.of(request, MOST_REFERENCES, Cast.Naming.NUMBERED);
            // whose portrait is whose is told by the order in which the words name them
            case EMAKI -> Cast.of(request, MOST_REFERENCES, (number, description, japanese) -> description);
            default -> {
                int places = InputTemplate.parse(model.input()).pictures();
                yield Cast.of(request, Math.max(1, places), Cast.Naming.NUMBERED);
            }
        };
    }

    /** The words name a character as it was called when it was made. */
    private static String character(int number, String description, boolean japanese) {
        var name = name(number);
        return japanese ? name + "（" + description + "）" : name + " (" + description + ")";
    }

    private static String name(int number) {
        return "Character " + (char) ('A' + number - 1);
    }

    /** Whoever shall appear becomes a character of the protocol, by a short film and under a name that says nothing. */
    private String character(int number, Picture picture) throws BackendException {
        var form = new Form()
                .text("name", name(number))
                .file("video", "character.mp4", picture.contentType(), picture.bytes());
        var answer = http.send(
                call(backend.at("/videos/characters"))
                        .header("Content-Type", form.contentType())
                        .POST(form.publisher())
                        .build(),
                callTimeout());
        if (!answer.successful()) {
            var refusal = answer.refusal();
            // no film was ordered yet
            throw refusal instanceof Unclear ? new BackendException.Unreachable(refusal.getMessage()) : refusal;
        }
        return answer.object().path("id").asString("");
    }

    /** The backend has the film that this one starts from, and tells it otherwise by itself. */
    private Answer remix(RenderRequest request) throws BackendException {
        var remote =
                Objects.requireNonNull(Objects.requireNonNull(request.source()).remoteId());
        if (dialect == Dialect.EMAKI) {
            return kin("/videos/edits", request, new Form());
        }
        var body = JSON.createObjectNode().put("prompt", inWords(request));
        if (dialect == Dialect.OPENAI) {
            body.set("video", JSON.createObjectNode().put("id", remote));
            return send("/videos/edits", Body.of(body), request);
        }
        return send("/videos/" + encoded(remote) + "/remix", Body.of(body), request);
    }

    /** Another Emaki goes on from a film of its own, or from one that is sent along; what stands before it is put there by us. */
    private Answer extend(RenderRequest request) throws BackendException {
        var form = new Form().text("seconds", String.valueOf(request.seconds())).text("stitch", "false");
        return kin("/videos/extensions", request, form);
    }

    /** The backend does not have the film that this one starts from, and takes it along with the words. */
    private Answer edit(RenderRequest request) throws BackendException {
        return kin("/videos/edits", request, new Form());
    }

    /** A film that starts from another one, by the name that the backend has for it or with the film itself. */
    private Answer kin(String path, RenderRequest request, Form form) throws BackendException {
        var source = Objects.requireNonNull(request.source());
        if (source.remoteId() != null) {
            form.text("video[id]", source.remoteId());
        } else {
            form.file("video", "film.mp4", "video/mp4", read(Objects.requireNonNull(source.film())));
        }
        if (dialect != Dialect.EMAKI) {
            return send(path, Body.of(form.text("prompt", inWords(request))), request);
        }
        var model = model(request);
        var cast = cast(model, request);
        form.text("prompt", cast.prompt()).text("model", model.remote());
        var pictures = new Cast(cast.prompt(), cast.people(), cast.things(), Optional.empty());
        order(model, request, pictures, List.of()).pictures(form);
        if (source.remoteId() == null && pictures.shown().isEmpty()) {
            // whose faces may be seen was asked here already
            form.text("face_consent", "true");
        }
        return send(path, Body.of(form), request);
    }

    /** Where no pictures of people can go along, they are told of in words. */
    private static String inWords(RenderRequest request) throws BackendException.Refused {
        return Cast.of(
                        request.cast(
                                request.prompt(),
                                request.script(),
                                request.pictures().stream()
                                        .filter(it -> it.role() == Picture.Role.CHARACTER)
                                        .toList()),
                        0,
                        Cast.Naming.NUMBERED)
                .prompt();
    }

    private Answer send(String path, Body body, RenderRequest request) throws BackendException {
        return http.send(
                call(backend.at(path))
                        .header("Content-Type", body.contentType())
                        .setHeader("Idempotency-Key", request.generation().toString())
                        .POST(body.publisher())
                        .build(),
                callTimeout());
    }

    private static byte[] read(Path film) throws BackendException {
        try {
            return Files.readAllBytes(film);
        } catch (IOException e) {
            throw new BackendException.Unreachable("The film to start from cannot be read: " + e);
        }
    }

    private boolean goesOn(RenderRequest request) throws BackendException {
        var source = request.source();
        return source != null
                && source.way() == Way.EXTEND
                && sends(request, Input.EXTEND)
                && (source.remoteId() != null || source.film() != null && small(source.film()));
    }

    private boolean sends(RenderRequest request, Input input) throws BackendException {
        return dialect.inputs().contains(input) && model(request).inputs().contains(input);
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

    private boolean again(RenderRequest request) throws BackendException {
        var source = request.source();
        return source != null && source.way() == Way.REMIX && source.remoteId() != null && sends(request, Input.REMIX);
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

    /** Erasing a job erases what it was made of. */
    @Override
    public void forget(UUID generation, String remoteId) throws BackendException {
        erased(http.send(call(video(remoteId)).DELETE().build(), callTimeout()));
    }

    private URI video(String remoteId) {
        return backend.at("/videos/" + encoded(remoteId));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
