package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Generations;
import app.emaki.generation.Prompt;
import app.emaki.model.Aspect;
import app.emaki.platform.PublicId;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Consent that is taken back, as the world meets it: over HTTP, from the end of the request on. */
@ApiTest
class RevocationOverHttpTests {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ApiPeople people;

    @Autowired
    TestCameos stage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Generations generations;

    @Autowired
    EntityManager rows;

    @Autowired
    TransactionTemplate transaction;

    private final HttpClient stranger = HttpClient.newHttpClient();
    private final HttpClient wanderer =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @AfterEach
    void leave() {
        people.leave();
    }

    @Test
    void withinASecondOfTheRequestsEndAFilmIsGoneByEveryAddress() throws Exception {
        var author = people.rich();
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var film = stage.show(author, ordered(author, person));
        jdbc.sql("update video set strip = poster, strip_tiles = 1 where id = ?")
                .param(film.id())
                .update();
        var key = people.key(author);
        var page = "/v/" + PublicId.of(film.id());
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("page", page);
        addresses.put("embed", "/embed/" + PublicId.of(film.id()));
        addresses.put(
                "oembed",
                "/oembed?url=" + URLEncoder.encode("http://localhost:" + port + page, StandardCharsets.UTF_8));
        addresses.put("share card", page + "/share");
        addresses.put("QR code", page + "/qr");
        addresses.put("lineage", page + "/lineage");
        addresses.put("branch", page + "/branch");
        addresses.put("media", "/media/" + film.file());
        addresses.put("poster", "/media/" + film.poster());
        addresses.put("video of the API", "/api/v1/videos/" + VideoId.of(film.id()));
        addresses.put("content of the API", "/api/v1/videos/" + VideoId.of(film.id()) + "/content");
        var content = "/v1/videos/" + VideoId.of(film.id()) + "/content";
        addresses.put("OpenAI's video", "/v1/videos/" + VideoId.of(film.id()));
        addresses.put("OpenAI's content", content);
        addresses.put("OpenAI's thumbnail", content + "?variant=thumbnail");
        addresses.put("OpenAI's spritesheet", content + "?variant=spritesheet");
        addresses.put("without its mark", content + "?watermark=false");
        assertThat(status(addresses, key))
                .allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(200));
        assertThat(inTheFeed(author.handle(), key, VideoId.of(film.id()))).isTrue();
        var passer = stage.member("passer");
        signIn(wanderer, passer.handle());
        var lists = List.of(
                "/@" + author.handle() + "/atom",
                "/@" + author.handle(),
                "/latest",
                "/search?q=sea",
                "/search?q=sea&order=remixes");
        var id = PublicId.of(film.id());
        for (var list : lists) {
            assertThat(get(wanderer, list, null).body()).as(list).contains(id);
        }

        signIn(browser, person.handle());
        var answer = write(
                browser,
                "/cameo/" + cameo + "/grants/" + author.id(),
                Map.of("_method", "delete", "_csrf", token(browser, "/cameo")));
        long ended = System.nanoTime();
        assertThat(answer.statusCode()).isBetween(200, 399);

        Map<String, Integer> seen;
        boolean listed;
        var still = new ArrayList<String>();
        long asked;
        do {
            asked = System.nanoTime();
            seen = status(addresses, key);
            listed = inTheFeed(author.handle(), key, VideoId.of(film.id()));
            still.clear();
            for (var list : lists) {
                var shown = get(wanderer, list, null);
                assertThat(shown.headers().firstValue("cache-control").orElse(""))
                        .as("what is kept of " + list)
                        .doesNotContain("max-age=6", "max-age=3", "public");
                if (shown.body().contains(id)) {
                    still.add(list);
                }
            }
        } while ((listed || !still.isEmpty() || seen.values().stream().anyMatch(status -> status != 404))
                && System.nanoTime() - ended < AT_ONCE.toNanos());
        assertThat(seen)
                .allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(404));
        assertThat(listed).isFalse();
        assertThat(still).isEmpty();
        assertThat(Duration.ofNanos(asked - ended)).isLessThan(AT_ONCE);
    }

    /** An order that is done, before any worker sees it. */
    private UUID ordered(Viewer author, Viewer person) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var order = generations
                    .submit(
                            author,
                            new GenerationRequest(
                                    new Prompt("A portrait of @" + person.handle() + " by the sea", "en"),
                                    "kamishibai-2",
                                    Aspect.PORTRAIT,
                                    4,
                                    480,
                                    true,
                                    7L,
                                    1,
                                    null))
                    .getFirst();
            rows.flush();
            jdbc.sql("""
                            update generation set state = 'SUCCEEDED', progress = 100, finished_at = now(), next_step_at = null
                            where id = ?""").param(order).update();
            return jdbc.sql("select video_id from generation where id = ?")
                    .param(order)
                    .query(UUID.class)
                    .single();
        }));
    }

    private Map<String, Integer> status(Map<String, String> addresses, String key)
            throws IOException, InterruptedException {
        var seen = new LinkedHashMap<String, Integer>();
        for (var address : addresses.entrySet()) {
            seen.put(address.getKey(), get(stranger, address.getValue(), key).statusCode());
        }
        return seen;
    }

    private boolean inTheFeed(String author, String key, String video) throws IOException, InterruptedException {
        return get(stranger, "/api/v1/feed?author=" + author, key).body().contains(video);
    }

    private void signIn(HttpClient browser, String handle) throws IOException, InterruptedException {
        var answer = write(
                browser,
                "/sign-in",
                Map.of("username", handle, "password", "a long enough password", "_csrf", token(browser, "/sign-in")));
        assertThat(answer.headers().firstValue("location").orElse("")).doesNotContain("error");
    }

    private String token(HttpClient browser, String page) throws IOException, InterruptedException {
        var found = TOKEN.matcher(get(browser, page, null).body());
        assertThat(found.find()).as("a form on " + page).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(HttpClient client, String path, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (key != null && (path.startsWith("/api/") || path.startsWith("/v1/"))) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> write(HttpClient browser, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
