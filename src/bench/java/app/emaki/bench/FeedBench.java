package app.emaki.bench;

import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the pages of the feed cost, server and database together, beside the floors of the same run: the bare query of a page,
 * and a static file of the same server. The figure that holds on a busy machine is CPU time a request, read from /proc.
 * BENCH_FILMS (10000,20000) sets the sizes, measured one after the other; a tenth as many people, ten times as many likes, and as
 * many comments as half. Growth is what the last size costs over the first. The whole is BENCH_FILMS=10000,1000000, which fills
 * for some minutes; BENCH_WARM (1000) requests of each page come before those that count.
 */
public final class FeedBench {
    private static final String SIZES = System.getenv().getOrDefault("BENCH_FILMS", "10000,20000");
    private static final int WARM = Integer.parseInt(System.getenv().getOrDefault("BENCH_WARM", "1000"));
    private static final int RUNS = 300;
    private static final double TICK = 10; // milliseconds of one clock tick in /proc
    private static final String PASSWORD = "a-long-password-1";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ASSET = Pattern.compile("(/assets/[0-9a-f]+)/");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new java.net.CookieManager())
            .build();
    private final Map<String, Double> cpu = new LinkedHashMap<>();
    private final int films;
    private final int people;
    private final Connection db;
    private final long server;
    private final long postmaster;
    private final String base;

    private FeedBench(int films, Connection db, long server, long postmaster, int port) {
        this.films = films;
        this.people = people(films);
        this.db = db;
        this.server = server;
        this.postmaster = postmaster;
        this.base = "http://localhost:" + port;
    }

    public static void main(String[] args) throws Exception {
        var sizes = Arrays.stream(SIZES.split(",")).map(Integer::valueOf).toList();
        var costs = new java.util.ArrayList<Map<String, Double>>();
        for (int films : sizes) {
            costs.add(measure(films));
        }
        var first = costs.getFirst();
        var last = costs.getLast();
        double floor = last.get("floor: bare query") + last.get("floor: static file");
        double growth = last.keySet().stream()
                .filter(page -> !page.startsWith("floor"))
                .mapToDouble(page -> last.get(page) / first.get(page))
                .max()
                .orElseThrow();
        System.out.printf(
                "feed ratio=%.1f for_you=%.2fms video=%.2fms comments=%.2fms floor=%.2fms growth=%.2f films=%d..%d%n",
                last.get("For you") / floor,
                last.get("For you"),
                last.get("video page"),
                last.get("comments"),
                floor,
                growth,
                sizes.getFirst(),
                sizes.getLast());
    }

    private static int people(int films) {
        return Math.max(films / 10, 200);
    }

    /** CPU time of each page, in milliseconds, on an instance with so many films. */
    private static Map<String, Double> measure(int films) throws Exception {
        var folder = Files.createDirectories(
                Path.of("target", "bench-feed-" + ProcessHandle.current().pid() + "-" + films));
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), "18", 0);
                var db = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            fill(films, postgres, db);
            int port = freePort();
            var process = start(folder, postgres, port);
            try {
                var bench = new FeedBench(films, db, process.pid(), postmaster(folder), port);
                bench.run();
                return bench.cpu;
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static void fill(int films, EmbeddedPostgres postgres, Connection db) throws SQLException {
        int people = people(films);
        long before = System.nanoTime();
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var person = "('00000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        var film = "('00000000-0000-7000-9000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        var mixed = "1 + ((%1$s)::bigint * 2654435761) %% %2$d";
        run(
                db,
                "insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at) select "
                        + person.formatted("n")
                        + ", 'p' || n, 'p' || n, 'p' || n || '@example.org', 'Person ' || n, 'x', 'MEMBER', 'ACTIVE', 'FREE', now()"
                        + " from generate_series(1, " + people + ") n");
        run(
                db,
                "insert into video (id, author, model, prompt, language, film, clean, poster, width, height, seconds, sound,"
                        + " placeholder, seed, remix_of, created_at, caption, visibility, prompt_shown, published_at, ranked_at, views, words, tags) select "
                        + film.formatted("n") + ", " + person.formatted(mixed.formatted("n", people))
                        + ", 'kamishibai-2', repeat('a slow train over the sea ', 8), 'en', 'f' || n, 'c' || n, 'o' || n, 720, 1280, 8, true, 2377850, n,"
                        + " case when n % 5 = 0 then " + film.formatted("n - 1") + " end, at,"
                        + " 'Film ' || n || '. Rain over the harbour, a tram goes home. #night',"
                        + " case when n % 20 = 0 then 'FOLLOWERS' else 'EVERYONE' end, true, at, at + (n * 7919 % 72) * interval '1 hour',"
                        + " n % 500, array['film', 'rain', 'harbour', 'tram', 'night', 'w' || n % 1000], array['night']"
                        + " from (select n, now() - (" + films
                        + " - n) * interval '1 minute' as at from generate_series(1, " + films + ") n) x");
        run(
                db,
                "insert into video_like select " + person.formatted(mixed.formatted("n * 7 + 1", people)) + ", "
                        + film.formatted("1 + (n * n) % " + films) + ", now() from generate_series(1, " + films * 10L
                        + "::bigint) n on conflict do nothing");
        run(
                db,
                "update video set likes = l.n from (select video, count(*) as n from video_like group by video) l where l.video = video.id");
        run(
                db,
                "insert into comment (id, video, author, text, language, created_at) select gen_random_uuid(), "
                        + film.formatted("1 + (n * 31) % " + films / 10) + ", "
                        + person.formatted(mixed.formatted("n * 3 + 2", people))
                        + ", 'I hear the rain, and the tram far away. No. ' || n, 'en', now() - n * interval '1 second'"
                        + " from generate_series(1, " + films / 2 + "::bigint) n");
        run(
                db,
                "update video set comments = c.n from (select video, count(*) as n from comment group by video) c where c.video = video.id");
        run(
                db,
                "insert into follow select distinct " + person.formatted(mixed.formatted("n", people)) + ", "
                        + person.formatted(mixed.formatted("n * 13 + 5", people)) + ", now() from generate_series(1, "
                        + people * 20L
                        + "::bigint) n where " + mixed.formatted("n", people) + " <> "
                        + mixed.formatted("n * 13 + 5", people)
                        + " on conflict do nothing");
        run(db, "vacuum analyze");
        System.out.printf(
                "%,d films, %,d people, filled in %.0f s%n", films, people, (System.nanoTime() - before) / 1e9);
    }

    private static Process start(Path folder, EmbeddedPostgres postgres, int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "app.emaki.EmakiApplication");
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", String.valueOf(port),
                        "EMAKI_DATA", folder.resolve("data").toString(),
                        "EMAKI_ADMIN_HANDLE", "keeper",
                        "EMAKI_ADMIN_EMAIL", "keeper@example.org",
                        "EMAKI_ADMIN_PASSWORD", PASSWORD,
                        "SPRING_DATASOURCE_URL", postgres.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", postgres.user(),
                        "SPRING_DATASOURCE_PASSWORD", postgres.password()));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    private void run() throws Exception {
        awaitServer();
        var viewer = befriend();
        signIn();
        var feed = get("/");
        var assets = ASSET.matcher(feed.body());
        if (!feed.body().contains("class=\"take\"") || !assets.find()) {
            throw new IllegalStateException("The feed shows no film to " + viewer + ": " + feed.statusCode());
        }
        measure("floor: static file", n -> request(assets.group(1) + "/img/icons.svg", ""));
        floorOfTheDatabase(viewer);
        var deep = new Cursor(java.time.Instant.now().minus(Duration.ofMinutes(500)), new UUID(0, 0)).encode();
        measure("For you", n -> request("/", ""));
        measure("For you, fragment", n -> request("/", "slides"));
        measure("Latest", n -> request("/latest", ""));
        measure("Latest, page 50", n -> request("/latest?after=" + deep, ""));
        measure("Following, page 50", n -> request("/following?after=" + deep, ""));
        measure("For you, page 50", n -> request("/?after=" + deep, ""));
        measure("Following", n -> request("/following", ""));
        measure("video page", n -> request("/v/" + film(1 + n * 37 % (films / 10)), ""));
        measure("comments", n -> request("/v/" + film(1 + n * 37 % (films / 10)), "comments"));
        measure("profile", n -> request("/@p" + (1 + n * 17 % people), ""));
        measure("search", n -> {
            if (n % 200 == 0) {
                forgetRates();
            }
            return request("/search?q=tram+w" + n % 1000, "");
        });
    }

    private void awaitServer() throws Exception {
        for (int n = 0; n < 240; n++) {
            try {
                if (get("/actuator/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("The server did not start; see server.log");
    }

    /** The keeper follows two hundred people, and has watched and liked as somebody does. */
    private UUID befriend() throws SQLException {
        UUID keeper;
        try (var found = db.createStatement().executeQuery("select id from account where handle = 'keeper'")) {
            found.next();
            keeper = found.getObject(1, UUID.class);
        }
        run(
                db,
                "insert into follow select '" + keeper
                        + "', id, now() from account where handle like 'p%' order by id limit 200");
        run(
                db,
                "insert into video_view select '" + keeper
                        + "', id, 8, now() from (select id from video where listed order by ranked_at desc limit 300) v");
        run(
                db,
                "insert into video_like select '" + keeper
                        + "', id, now() from (select id from video where listed order by published_at desc limit 300) v on conflict do nothing");
        run(db, "insert into feed_wish (account, guided) values ('" + keeper + "', true) on conflict do nothing");
        run(db, "vacuum analyze follow, video_view, video_like");
        return keeper;
    }

    /** Nobody looks for so much in so short a time; the limit would answer instead of the page. */
    private void forgetRates() {
        try {
            run(db, "delete from rate_limit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signIn() throws Exception {
        var token = CSRF.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no token");
        }
        var form = "username=keeper&password=" + PASSWORD + "&_csrf="
                + java.net.URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    private void measure(String name, IntFunction<HttpRequest> asked) throws Exception {
        for (int n = 0; n < WARM; n++) {
            send(asked.apply(n));
        }
        double before = serverCpu() + databaseCpu();
        long start = System.nanoTime();
        var times = new long[RUNS];
        int bytes = 0;
        for (int n = 0; n < RUNS; n++) {
            long at = System.nanoTime();
            bytes = send(asked.apply(WARM + n));
            times[n] = System.nanoTime() - at;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        report(name, times, (serverCpu() + databaseCpu() - before) / RUNS, RUNS / wall, bytes);
    }

    /** The page of ten by its index with who made it and whether it is liked, and nothing else. */
    private void floorOfTheDatabase(UUID viewer) throws Exception {
        var sql =
                "with page as (select id, published_at from video where listed order by published_at desc, id desc limit 10)"
                        + " select v.*, a.handle, l.account from page p join video v on v.id = p.id join account a on a.id = v.author"
                        + " left join video_like l on l.account = ? and l.video = v.id order by p.published_at desc";
        try (var statement = db.prepareStatement(sql)) {
            var times = new long[RUNS];
            double before = 0;
            long start = 0;
            for (int n = -WARM; n < RUNS; n++) {
                if (n == 0) {
                    before = databaseCpu();
                    start = System.nanoTime();
                }
                long at = System.nanoTime();
                statement.setObject(1, viewer);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("caption");
                    }
                }
                if (n >= 0) {
                    times[n] = System.nanoTime() - at;
                }
            }
            report(
                    "floor: bare query",
                    times,
                    (databaseCpu() - before) / RUNS,
                    RUNS / ((System.nanoTime() - start) / 1e9),
                    0);
        }
    }

    private void report(String name, long[] times, double cpuMillis, double perSecond, int bytes) {
        Arrays.sort(times);
        cpu.put(name, cpuMillis);
        System.out.printf(
                "%-20s cpu %6.2f ms   p50 %6.2f ms   p99 %7.2f ms   %6.0f/s   %,7d bytes%n",
                name, cpuMillis, times[RUNS / 2] / 1e6, times[RUNS * 99 / 100] / 1e6, perSecond, bytes);
    }

    private static String film(int n) {
        return PublicId.of(new UUID(0x7000, 0x9000_0000_0000_0000L | n));
    }

    private HttpRequest request(String path, String fragment) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return (fragment.isEmpty() ? request : request.header("X-Fragment", fragment)).build();
    }

    private int send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path, ""), BodyHandlers.ofString());
    }

    private double serverCpu() throws IOException {
        return ticks(server, false) * TICK;
    }

    /** The postmaster with its children, those that ended among them. */
    private double databaseCpu() throws IOException {
        double sum = ticks(postmaster, true);
        for (var child :
                ProcessHandle.of(postmaster).orElseThrow().descendants().toList()) {
            sum += ticks(child.pid(), false);
        }
        return sum * TICK;
    }

    private static long ticks(long pid, boolean withEnded) throws IOException {
        var stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        var text = Files.readString(stat);
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    private static long postmaster(Path folder) throws IOException {
        try (var files = Files.find(folder, 6, (path, attributes) -> path.endsWith("postmaster.pid"))) {
            return Long.parseLong(Files.readAllLines(files.findFirst().orElseThrow())
                    .getFirst()
                    .strip());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
