package app.emaki.model.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A backend on loopback that speaks one dialect as the facts say, keeps every call that it gets, and misbehaves on command. */
abstract class FakeBackend implements AutoCloseable {
    static final byte[] FILM = "....ftypisom and then a film".getBytes(StandardCharsets.UTF_8);
    static final String KEY = "a-secret-key";

    /** How the one job stands. */
    enum Job {
        QUEUED,
        WORKING,
        DONE,
        FAILED,
        FORBIDDEN,
        CANCELLED,
        UNKNOWN
    }

    /** What happens to the next submit. */
    enum Mood {
        WELL,
        BUSY,
        FORBIDS,
        DISLIKES,
        KNOWS_NO_KEY,
        HAS_NO_SUCH_MODEL,
        TAKES_AND_SAYS_503,
        TAKES_AND_HANGS_UP,
        TAKES_AND_FALLS_SILENT,
        BABBLES
    }

    record Call(String method, String path, Map<String, String> headers, String body) {}

    record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        static Reply json(int status, String json) {
            return new Reply(status, "application/json", json.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        static Reply film() {
            return new Reply(200, "video/mp4", FILM, Map.of());
        }

        Reply with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, contentType, body, more);
        }
    }

    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    volatile Job job = Job.QUEUED;
    volatile Mood mood = Mood.WELL;
    volatile String babble = "";
    /** What is answered in place of the film; null for the film itself. */
    volatile Reply insteadOfFilm;

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    FakeBackend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static FakeBackend of(Dialect dialect) {
        return switch (dialect) {
            case OPENAI, SGLANG, VLLM_OMNI, LITELLM, EMAKI -> new FakeVideos(dialect);
            case COMFYUI -> new FakeComfyUi();
            case VEO -> new FakeVeo();
            case FAL -> new FakeFal();
            case REPLICATE -> new FakeReplicate();
        };
    }

    /** Whether a call is the one that orders a film. */
    abstract boolean submits(Call call);

    /** What a backend in good health answers. */
    abstract Reply answer(Call call);

    /** The error by which it says that its rules forbid the words. */
    String forbidding() {
        return "{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\",\"code\":\"moderation_blocked\"}}";
    }

    /** What a model of it is sent. */
    String template(Dialect dialect) {
        return dialect.input();
    }

    RemoteBackend backend(Dialect dialect, Duration patience) {
        var form = ModelForm.fresh(dialect, remote());
        var model = new ModelForm(
                        "far-1",
                        remote(),
                        "Far",
                        form.lengths(),
                        form.aspects(),
                        form.lines(),
                        true,
                        true,
                        form.negativePrompt(),
                        form.inputs(),
                        1,
                        1.0,
                        template(dialect))
                .model();
        return new RemoteBackend("far", dialect, "Far", url(), KEY, null, 2, patience, List.of(model));
    }

    String remote() {
        return "far/model";
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Call> submits() {
        return List.copyOf(calls).stream().filter(this::submits).toList();
    }

    Reply film() {
        return insteadOfFilm == null ? Reply.film() : insteadOfFilm;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        if (submits(call)) {
            submit(exchange, call);
        } else {
            send(exchange, mood == Mood.BABBLES ? Reply.json(200, babble) : answer(call));
        }
    }

    private void submit(HttpExchange exchange, Call call) throws IOException {
        switch (mood) {
            case WELL -> send(exchange, answer(call));
            case BUSY ->
                send(exchange, Reply.json(429, "{\"detail\":\"queue full\"}").with("Retry-After", "9"));
            case FORBIDS -> send(exchange, Reply.json(400, forbidding()));
            case DISLIKES -> send(exchange, Reply.json(400, "{\"detail\":\"size must be divisible by 16\"}"));
            case KNOWS_NO_KEY -> send(exchange, Reply.json(401, "{\"detail\":\"who are you\"}"));
            case HAS_NO_SUCH_MODEL -> send(exchange, Reply.json(404, "{\"detail\":\"model not found\"}"));
            case TAKES_AND_SAYS_503 -> send(exchange, Reply.json(503, "upstream connect error"));
            case TAKES_AND_HANGS_UP -> exchange.close();
            case TAKES_AND_FALLS_SILENT -> fallSilent();
            case BABBLES -> send(exchange, Reply.json(200, babble));
        }
    }

    /** Until nobody listens any more. */
    private void fallSilent() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        try (var out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }
}
