package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Fetched;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.VideoModelClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What all adapters have in common: who the backend is, how a call is signed, and how a result is brought home. */
abstract class RemoteClient implements VideoModelClient {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final int MOST_HOPS = 3;

    final RemoteBackend backend;
    final Http http;

    RemoteClient(RemoteBackend backend, Http http) {
        this.backend = backend;
        this.http = http;
    }

    @Override
    public final String backend() {
        return backend.id();
    }

    @Override
    public final String configuration() {
        return backend.configuration();
    }

    @Override
    public final List<ModelOffer> offers() {
        return backend.models().stream()
                .map(it -> it.offer(backend.id(), backend.dialect()))
                .toList();
    }

    @Override
    public final int concurrent() {
        return backend.concurrent();
    }

    @Override
    public final Duration callTimeout() {
        return backend.patience();
    }

    /** The names of the models that the backend says it has; a test of the connection, too. */
    abstract List<String> models() throws BackendException;

    /** The header by which the backend knows us; null for one that asks nobody. */
    abstract @Nullable Header credential();

    /** When to ask again where the backend does not say. */
    Duration poll() {
        return POLL;
    }

    final RemoteModel model(RenderRequest request) throws Refused {
        return backend.models().stream()
                .filter(it -> it.id().equals(request.model()))
                .findFirst()
                .orElseThrow(() -> new Refused(Ground.SETUP, "No model " + request.model() + " on " + backend.id()));
    }

    /** Whether the model has a field of its own for what must not be seen, and is sent it there. */
    boolean takesAvoided(RenderRequest request) throws BackendException {
        var model = model(request);
        return model.negativePrompt() && model.input().contains("{avoid}");
    }

    /** The cast of an order whose template says itself where pictures go, and how many of them. */
    static Cast templated(RemoteModel model, RenderRequest request) throws Refused {
        return Cast.of(request, InputTemplate.parse(model.input()).pictures(), Cast.Naming.NUMBERED);
    }

    /** What the words of a template stand for, with pictures as data URLs. */
    static Map<String, Object> values(RemoteModel model, RenderRequest request, Cast cast) {
        return values(
                model,
                request,
                cast,
                cast.frame().map(RemoteClient::dataUrl).orElse(null),
                cast.shown().stream().map(RemoteClient::dataUrl).toList());
    }

    /** What the words of a template stand for, with pictures by the names that the backend has for them. */
    static Map<String, Object> values(
            RemoteModel model, RenderRequest request, Cast cast, @Nullable String frame, List<String> references) {
        var values = new HashMap<String, Object>();
        values.put("prompt", cast.prompt());
        values.put("seconds", request.seconds());
        values.put("lines", request.lines());
        values.put("width", request.size().width());
        values.put("height", request.size().height());
        values.put("size", request.size().toString());
        values.put("aspect", ratio(request.aspect()));
        values.put("sound", request.sound());
        values.put("model", model.remote());
        values.put("generation", request.generation().toString());
        if (model.seed()) {
            values.put("seed", request.seed());
        }
        if (request.avoid() != null) {
            values.put("avoid", Cast.nameless(request.avoid()));
        }
        if (frame != null) {
            values.put("first_frame", frame);
        }
        if (!references.isEmpty()) {
            values.put("references", references);
        }
        for (int i = 0; i < references.size(); i++) {
            values.put("reference_" + (i + 1), references.get(i));
        }
        return values;
    }

    static String dataUrl(Picture picture) {
        return "data:" + picture.contentType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.bytes());
    }

    static String ratio(Aspect aspect) {
        return switch (aspect) {
            case PORTRAIT -> "9:16";
            case LANDSCAPE -> "16:9";
            case SQUARE -> "1:1";
        };
    }

    /** A call to the backend itself, signed. */
    final HttpRequest.Builder call(URI address) {
        var call = HttpRequest.newBuilder(address).header("Accept", "application/json");
        var credential = credential();
        if (credential != null && ours(address)) {
            call.setHeader(credential.name(), credential.value());
        }
        return call;
    }

    final Answer get(URI address) throws BackendException {
        return http.send(call(address).GET().build(), callTimeout());
    }

    final Answer post(URI address, ObjectNode body, Header... more) throws BackendException {
        var call = call(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        for (var header : more) {
            call.setHeader(header.name(), header.value());
        }
        return http.send(call.build(), callTimeout());
    }

    /** A question that changes nothing: whatever is no success leaves all as it was. */
    final Answer ask(URI address) throws BackendException {
        var answer = get(address);
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        return answer;
    }

    /** What becomes of a wish to erase something: a server that knows no such thing, or knows it no more, is not asked again. */
    static void erased(Answer answer) throws BackendException {
        boolean askAgain = answer.status() >= 500 && answer.status() != 501
                || answer.status() == 401
                || answer.status() == 403
                || answer.status() == 409
                || answer.status() == 429;
        if (askAgain) {
            throw answer.unanswered();
        }
    }

    /**
     * Streams a result into a file. Redirects are followed by hand, since the secret is for the configured host alone.
     */
    final Fetched download(URI from, Path target, long limit) throws BackendException {
        var address = from;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            var call = call(address).setHeader("Accept", "video/mp4, application/octet-stream;q=0.9, */*;q=0.1");
            var answer = http.download(call.GET().build(), target, limit, DOWNLOAD);
            if (answer.status() / 100 == 3) {
                address = next(address, answer);
                continue;
            }
            return fetched(address, answer, target);
        }
        throw new Unclear("More than " + MOST_HOPS + " redirects from " + from.getHost());
    }

    private URI next(URI address, Answer answer) throws BackendException {
        try {
            var place =
                    answer.headers().firstValue("location").orElseThrow(() -> new IllegalArgumentException("nowhere"));
            var next = address.resolve(place);
            Destinations.check(backend.url(), next);
            return next;
        } catch (IllegalArgumentException e) {
            throw new Refused(Ground.SETUP, "A redirect that is not followed: " + e.getMessage());
        }
    }

    private Fetched fetched(URI address, Answer answer, Path target) throws BackendException {
        if (!answer.successful()) {
            boolean barred = answer.status() == 401 || answer.status() == 403;
            // elsewhere that is a link that has run out, and says nothing of our key; the next look brings a fresh one
            throw barred && !ours(address) ? new Unclear(answer.words()) : answer.unanswered();
        }
        var type = answer.headers().firstValue("content-type").orElse("");
        if (type.startsWith("application/json") || type.startsWith("text/")) {
            throw new Unclear("A film was promised, and " + type + " came");
        }
        try {
            return new Fetched(Files.size(target), null, null);
        } catch (IOException e) {
            throw new Unclear(e.toString());
        }
    }

    /** A piece of an address, with nothing in it that an address would take for its own. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The very host, port and scheme that the admin gave. */
    private boolean ours(URI address) {
        return Destinations.same(backend.url(), address);
    }

    record Header(String name, String value) {}
}
