package app.emaki.bench;

import app.emaki.EmakiApplication;
import app.emaki.platform.PublicId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the page of a lineage of 10,000 films takes at the server, whole, from request to last byte on this machine: a broad
 * tree, everything made from one film, and one long line, and the next page of children where one film has all. Of a hundred pages one may be above the bar.
 * Starts an instance of its own with a database of its own.
 */
public final class LineageBench {
    private static final int WARM = 30;
    private static final int RUNS = 200;

    private LineageBench() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory("lineage-bench");
        try (var app = SpringApplication.run(
                EmakiApplication.class,
                "--emaki.data=" + data,
                "--server.port=0",
                "--emaki.admin.handle=keeper",
                "--emaki.admin.email=keeper@example.com",
                "--emaki.admin.password=keeper of the bench",
                "--emaki.kamishibai.warm=false")) {
            var jdbc = app.getBean(JdbcClient.class);
            family(jdbc, 1, "n / 4");
            family(jdbc, 100_001, "0");
            family(jdbc, 200_001, "n - 1");
            jdbc.sql("update video set remixes = (select count(*) from video r where r.remix_of = video.id),"
                            + " linked = exists(select 1 from video r where r.remix_of = video.id)")
                    .update();
            jdbc.sql("vacuum analyze video").update();
            var port = app.getBean(Environment.class).getProperty("local.server.port");
            var bars = new Bars();
            try (var client = HttpClient.newHttpClient()) {
                double slowest = Stream.of(
                                time(client, port, "a tree of four", 1, ""),
                                time(client, port, "one with all", 100_001, ""),
                                time(client, port, "one with all, its next children", 100_001, after(100_001 + 5000)),
                                time(client, port, "one line, its first", 200_001, ""),
                                time(client, port, "one line, its middle", 205_000, ""))
                        .max(Double::compare)
                        .orElseThrow();
                bars.most("lineage.p99", slowest);
            }
            System.exit(bars.told());
        }
    }

    private static String after(int film) {
        return "?after=0." + PublicId.of(id(film));
    }

    private static UUID id(int film) {
        return new UUID(0x7000, 0x9000_0000_0000_0000L | film);
    }

    /** The page that one of a hundred is slower than. */
    private static double time(HttpClient client, String port, String shape, int film, String query) throws Exception {
        var id = PublicId.of(id(film));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v/" + id + "/lineage" + query))
                .build();
        var millis = new double[RUNS];
        for (int run = -WARM; run < RUNS; run++) {
            long from = System.nanoTime();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Status " + answer.statusCode());
            }
            if (run >= 0) {
                millis[run] = (System.nanoTime() - from) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "lineage of 10,000, %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                shape, millis[RUNS / 2], millis[RUNS * 95 / 100], millis[RUNS * 99 / 100]);
        return millis[RUNS * 99 / 100];
    }

    private static void family(JdbcClient jdbc, int from, String parent) {
        jdbc.sql(
                        "insert into video (id, author, model, prompt, language, film, clean, poster, width, height, seconds, sound,"
                                + " placeholder, seed, remix_of, created_at, caption, visibility, prompt_shown, published_at, ranked_at)"
                                + " select " + film(from + " + n")
                                + ", (select id from account limit 1), 'kamishibai-1',"
                                + " '満月の夜、浅い海に線路が一本。二両の電車が' || n || '回走る。窓の灯りが水に揺れる。', 'ja',"
                                + " k || 'f' || n, k || 'c' || n, k || 'o' || n, 720, 1280, 8, true, 0, n,"
                                + " case when n > 0 then " + film(from + " + " + parent)
                                + " end, at, 'Film ' || n, 'EVERYONE', true, at, at from (select n, '" + from
                                + "' as k, timestamptz '2026-01-01' + n * interval '1 minute' as at from generate_series(0, 9999) n) x")
                .update();
    }

    private static String film(String number) {
        return "('00000000-0000-7000-9000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(number);
    }
}
