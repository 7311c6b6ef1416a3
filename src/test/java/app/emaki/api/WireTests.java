package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Viewer;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.videos.VideoCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the wire, byte by byte, and what happens to an order that is sent again. */
@ApiTest
class WireTests {
    @LocalServerPort
    int port;

    @Autowired
    ApiPeople people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    final HttpClient http = HttpClient.newHttpClient();
    Viewer somebody;
    String key;

    @AfterEach
    void leave() {
        people.leave();
    }

    @BeforeEach
    void someoneWithAKey() {
        somebody = people.rich();
        key = people.key(somebody);
    }

    @Test
    void everyAnswerIsWhatTheDescriptionSays() throws Exception {
        var made = post(
                "/v1/videos", "{\"prompt\":\"a kite\",\"model\":\"paper-1\",\"seconds\":\"8\",\"size\":\"1280x720\"}");
        assertThat(made.statusCode()).isEqualTo(200);
        OpenAiSchema.holds("VideoResource", made.body());
        var tree = json.readTree(made.body());
        assertThat(tree.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "object",
                        "model",
                        "status",
                        "progress",
                        "created_at",
                        "completed_at",
                        "expires_at",
                        "prompt",
                        "size",
                        "seconds",
                        "remixed_from_video_id",
                        "error");
        assertThat(tree.get("progress").isInt()).isTrue();
        assertThat(tree.get("seconds").isString()).isTrue();
        assertThat(tree.get("error").isNull()).isTrue();
        assertThat(tree.get("id").asString()).startsWith("video_");
        assertThat(made.headers()
                        .firstValue("openai-poll-after-ms")
                        .map(Long::valueOf)
                        .orElseThrow())
                .isBetween(500L, 8000L);
        assertThat(made.headers().firstValue("x-ratelimit-limit-requests")).contains("600");
        assertThat(made.headers().firstValue("x-request-id").orElseThrow()).matches("req_[0-9a-f]{32}");
        assertThat(made.headers().firstValueAsLong("openai-processing-ms").orElseThrow())
                .isBetween(0L, 60_000L);
        assertThat(made.headers()
                        .firstValue("x-ratelimit-remaining-requests")
                        .map(Integer::valueOf)
                        .orElseThrow())
                .isBetween(500, 599);

        var id = tree.get("id").asString();
        OpenAiSchema.holds("VideoResource", get("/v1/videos/" + id).body());
        var list = get("/v1/videos").body();
        OpenAiSchema.holds("VideoListResource", list);
        assertThat(json.readTree(list).get("has_more").asBoolean()).isFalse();
        OpenAiSchema.holds("VideoListResource", get("/v1/videos?limit=0").body());
        var deleted = send("DELETE", "/v1/videos/" + id, key, null, null).body();
        OpenAiSchema.holds("DeletedVideoResource", deleted);
        var empty = get("/v1/videos").body();
        OpenAiSchema.holds("VideoListResource", empty);
        assertThat(json.readTree(empty).get("first_id").isNull()).isTrue();
    }

    @Test
    void facesAndThingsComeAsPartsOrAsJsonAndFacesOnlyWithAWord() throws Exception {
        var picture = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg());
        var order = json.createObjectNode().put("prompt", "a kite").put("model", "paper-1");
        order.putArray("portraits").addObject().put("image_url", picture);
        order.putArray("input_references").addObject().put("image_url", picture);
        var unsaid = post("/v1/videos", order.toString());
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(json.readTree(unsaid.body()).at("/error/code").asString()).isEqualTo("consent_required");

        var made = post("/v1/videos", order.put("face_consent", true).toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(jdbc.sql("select refs[1] || ' ' || refs[2] from generation where video_id = ?")
                        .param(VideoId.require(id(made)))
                        .query(String.class)
                        .single())
                .matches("REFERENCE:\\S+ CHARACTER:\\S+");
        // nobody has to find a face in what its sender calls one
        assertThat(jdbc.sql("select said from face_declaration where video = ?")
                        .param(VideoId.require(id(made)))
                        .query(String.class)
                        .list())
                .containsExactly("PROGRAM");

        var words = order.deepCopy().put("model", "kamishibai-1");
        var refused = json.readTree(post("/v1/videos", words.toString()).body());
        assertThat(refused.at("/error/param").asString()).isEqualTo("input_references");
        words.remove("input_references");
        words.putArray("portraits").add("a").add("b").add("c");
        assertThat(json.readTree(post("/v1/videos", words.toString()).body())
                        .at("/error/message")
                        .asString())
                .contains("At most 2 of portraits");
        words.putArray("portraits").add("no picture");
        assertThat(json.readTree(post("/v1/videos", words.toString()).body())
                        .at("/error/param")
                        .asString())
                .isEqualTo("portraits");
    }

    private static byte[] jpeg() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        var image = new java.awt.image.BufferedImage(64, 64, java.awt.image.BufferedImage.TYPE_INT_RGB);
        javax.imageio.ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void aFailedFilmSaysWhy() throws Exception {
        var id = id(post("/v1/videos", "{\"prompt\":\"a kite\",\"model\":\"paper-1\"}"));
        jdbc.sql(
                        "update generation set state = 'FAILED', failure = 'BACKEND_POLICY', finished_at = now() where video_id = ?")
                .param(VideoId.require(id))
                .update();
        var body = get("/v1/videos/" + id).body();
        OpenAiSchema.holds("VideoResource", body);
        assertThat(json.readTree(body).at("/error/code").asString()).isEqualTo("moderation_blocked");
        assertThat(json.readTree(body).get("status").asString()).isEqualTo("failed");
    }

    @Test
    void partsWithBracketsAndWithoutNamesAreRead() throws Exception {
        var parts = """
                --b\r
                Content-Disposition: form-data; name="prompt"\r
                \r
                a kite\r
                --b\r
                Content-Disposition: form-data; name="model"\r
                \r
                paper-1\r
                --b\r
                Content-Disposition: form-data; name="input_reference[image_url]"\r
                Content-Type: application/octet-stream\r
                \r
                data:image/png;base64,iVBORw0KGgo=\r
                --b--\r
                """;
        var refused = send("POST", "/v1/videos", key, "multipart/form-data; boundary=b", parts);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json.readTree(refused.body()).at("/error/code").asString()).isEqualTo("invalid_image");
        var nested = post("/v1/videos", "{\"prompt\":\"a kite\",\"input_reference\":{\"file_id\":\"file-1\"}}");
        assertThat(json.readTree(nested.body()).at("/error/param").asString()).isEqualTo("input_reference[file_id]");
    }

    @Test
    void theAnswerStormMakesOneFilm() throws Exception {
        var tries = new AtomicInteger();
        var lossy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lossy.createContext("/", exchange -> loseTheAnswer(exchange, tries.incrementAndGet()));
        lossy.start();
        try {
            var client = OpenAIOkHttpClient.builder()
                    .baseUrl("http://localhost:" + lossy.getAddress().getPort() + "/v1")
                    .apiKey(key)
                    .build();
            @SuppressWarnings("deprecation")
            var video = client.videos()
                    .create(VideoCreateParams.builder()
                            .prompt("a kite in a storm")
                            .model(PaperModel.ID)
                            .build());
            assertThat(tries).hasValue(3);
            assertThat(films()).isEqualTo(1);
            assertThat(json.readTree(get("/v1/videos").body()).at("/data/0/id").asString())
                    .isEqualTo(video.id());
        } finally {
            lossy.stop(0);
        }
    }

    /** Hands on what comes, and tells nobody the answer before the third try. */
    private void loseTheAnswer(HttpExchange exchange, int number) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            for (var name : Set.of("Authorization", "Content-type", "X-stainless-retry-count")) {
                var value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            boolean lost = number < 3;
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(lost ? 503 : answer.statusCode(), lost ? -1 : answer.body().length);
            if (!lost) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Test
    void theSameWordsOnPurposeAreTwoFilms() throws Exception {
        var words = "{\"prompt\":\"a kite\",\"model\":\"paper-1\"}";
        var first = again(words, "X-Stainless-Retry-Count", "0");
        var second = again(words, "X-Stainless-Retry-Count", "0");
        assertThat(id(second)).isNotEqualTo(id(first));
        // and a program that knows nothing of counting has had its answer
        assertThat(id(post("/v1/videos", words))).isNotEqualTo(id(post("/v1/videos", words)));
        assertThat(films()).isEqualTo(4);
    }

    @Test
    void anOrderWithAKeyOfItsOwnIsTakenOnceHoweverManySendItAtOnce() throws Exception {
        var words = "{\"prompt\":\"a kite\",\"model\":\"paper-1\"}";
        var calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> again(words, "Idempotency-Key", "my-order")))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join).map(this::id).distinct())
                .hasSize(1);
        assertThat(films()).isEqualTo(1);
        assertThat(again(words, "Idempotency-Key", "my-order").headers().firstValue("idempotent-replayed"))
                .contains("true");
        var other = again("{\"prompt\":\"a boat\",\"model\":\"paper-1\"}", "Idempotency-Key", "my-order");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json.readTree(other.body()).at("/error/code").asString()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void filmsAreReadInPieces() throws Exception {
        var id = id(
                post(
                        "/v1/videos",
                        "{\"prompt\":\"a boat, at once\",\"model\":\"paper-1\",\"seconds\":\"1\",\"size\":\"160x284\",\"visibility\":\"everyone\",\"caption\":\"Shown at once\"}"));
        for (int i = 0; i < 1200 && !get("/v1/videos/" + id).body().contains("\"completed\""); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        OpenAiSchema.holds("VideoResource", get("/v1/videos/" + id).body());
        var content = "/v1/videos/" + id + "/content";
        var whole = http.send(request("GET", content, key).build(), BodyHandlers.ofByteArray());
        assertThat(whole.statusCode()).isEqualTo(200);
        var piece = http.send(
                request("GET", content, key).header("Range", "bytes=4-7").build(), BodyHandlers.ofString());
        assertThat(piece.statusCode()).isEqualTo(206);
        assertThat(piece.body()).isEqualTo("ftyp");
        assertThat(piece.headers().firstValue("content-range")).contains("bytes 4-7/" + whole.body().length);
        assertThat(piece.headers().firstValue("emaki-watermark")).contains("present");
        var clean = http.send(request("GET", content + "?watermark=false", key).build(), BodyHandlers.ofByteArray());
        assertThat(clean.headers().firstValue("emaki-watermark")).contains("none");
        assertThat(clean.body()).isNotEqualTo(whole.body());
        http.send(
                request("GET", content + "?watermark=false", key)
                        .header("Range", "bytes=8-15")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'moderation.act.clean' and subject = ?")
                        .param(id.substring("video_".length()))
                        .query(Integer.class)
                        .single())
                .as("pieces of one copy")
                .isEqualTo(1);
        var thumbnail =
                http.send(request("GET", content + "?variant=thumbnail", key).build(), BodyHandlers.ofByteArray());
        assertThat(thumbnail.headers().firstValue("content-type")).contains("image/webp");
        var jpeg = http.send(
                request("GET", content + "?variant=thumbnail", key)
                        .header("Accept", "image/jpeg")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(jpeg.headers().firstValue("content-type")).contains("image/jpeg");
        var head = http.send(request("HEAD", content, key).build(), BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length")).hasValue(whole.body().length);
        assertThat(get(content + "?variant=poster").statusCode()).isEqualTo(400);
        // its order asked for it to be shown
        assertThat(jdbc.sql("select visibility || ' ' || caption from video where id = ?")
                        .param(VideoId.require(id))
                        .query(String.class)
                        .single())
                .isEqualTo("EVERYONE Shown at once");
        jdbc.sql("update account set plan = 'FREE' where id = ?")
                .param(somebody.id())
                .update();
        error(get(content + "?watermark=false"), 403, "plan_lacks_clean_copies");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneShape() throws Exception {
        error(get("/v1/nothing"), 404, "unknown_url");
        error(get("/v1/models/nothing"), 404, "model_not_found");
        error(send("PATCH", "/v1/videos", key, "application/json", "{}"), 405, "method_not_allowed");
        error(send("POST", "/v1/videos", key, "text/plain", "a kite"), 415, "unsupported_media_type");
        error(post("/v1/videos", "{\"prompt\":"), 400, "invalid_json");
        error(post("/v1/videos", "[]"), 400, "invalid_json");
        error(send("POST", "/v1/videos", key, "multipart/form-data", "x"), 400, "invalid_request");
        error(get("/v1/videos?limit=many"), 400, "invalid_value");
        error(get("/v1/videos?after=video_x"), 400, "invalid_value");
        error(post("/v1/videos/edits", "{\"prompt\":\"x\"}"), 400, "missing_parameter");
        var running = id(post("/v1/videos", "{\"prompt\":\"a kite\",\"model\":\"paper-1\"}"));
        error(get("/v1/videos/" + running + "/content"), 404, "video_not_ready");
        error(post("/v1/videos/" + running + "/remix", "{\"prompt\":\"x\"}"), 404, "video_not_ready");
    }

    @Test
    void nothingOpensWithoutAKey() {
        var routes = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.matches("/(v1|api/v1|mcp)(/.*)?"))
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.replaceAll("\\{[^}]*}", "x"))))
                .filter(route -> !route.equals("GET /api/v1/openapi.yaml"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(8).allSatisfy(route -> {
            var words = route.split(" ");
            error(send(words[0], words[1], null, "application/json", "{}"), 401, "missing_api_key");
            error(send(words[0], words[1], "emk_0000", "application/json", "{}"), 401, "invalid_api_key");
        });
    }

    @Test
    void theKeyFromTheEnvironmentIsTheAdmins() throws Exception {
        assertThat(send("GET", "/v1/videos", ApiTest.ADMIN_KEY, null, null).statusCode())
                .isEqualTo(200);
    }

    private void error(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = json.readTree(answer.body()).get("error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("message").asString()).isNotBlank();
    }

    private int films() {
        return jdbc.sql("select count(*) from generation where account_id = ?")
                .param(somebody.id())
                .query(Integer.class)
                .single();
    }

    private String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).get("id").asString();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, key, null, null);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, key, "application/json", body);
    }

    private HttpResponse<String> again(String body, String header, String value) {
        try {
            var request = request("POST", "/v1/videos", key)
                    .header("Content-Type", "application/json")
                    .header(header, value)
                    .method("POST", BodyPublishers.ofString(body));
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String withKey, String type, String body)
            throws Exception {
        var request = request(method, path, withKey);
        if (type != null) {
            request.header("Content-Type", type);
        }
        request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String withKey) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        return withKey == null ? request : request.header("Authorization", "Bearer " + withKey);
    }
}
