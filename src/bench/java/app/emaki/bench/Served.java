package app.emaki.bench;

import app.emaki.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An instance as a process of its own beside a benchmark, with a database of its own and its keeper signed in. Processor time is
 * read from /proc, in milliseconds.
 */
final class Served implements AutoCloseable {
    private static final double TICK = 10; // milliseconds of one clock tick in /proc
    private static final String PASSWORD = "a-long-password-1";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** What a benchmark puts into the empty database before the server starts. */
    interface Filling {
        void into(Connection db) throws SQLException;
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Connection db;
    private final Process server;
    private final long postmaster;
    private final String base;

    private Served(Path folder, EmbeddedPostgres postgres, Connection db) throws IOException {
        int port = freePort();
        this.folder = folder;
        this.postgres = postgres;
        this.db = db;
        this.server = start(folder, postgres, port);
        this.postmaster = postmaster(folder);
        this.base = "http://localhost:" + port;
    }

    /** Waits until the instance answers and its keeper is signed in. */
    static Served start(String name, Filling filling) throws Exception {
        var folder = Files.createDirectories(Path.of(
                        "target",
                        "bench-" + name + "-" + ProcessHandle.current().pid())
                .toAbsolutePath());
        var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), "18", 0);
        var db = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        filling.into(db);
        var served = new Served(folder, postgres, db);
        try {
            served.awaitServer();
            served.signIn();
            return served;
        } catch (Exception e) {
            served.close();
            throw e;
        }
    }

    Connection db() {
        return db;
    }

    String base() {
        return base;
    }

    /** Where the instance keeps its files. */
    Path data() {
        return folder.resolve("data");
    }

    /** The cookies of the keeper, as a browser would send them. */
    Map<String, String> cookies() {
        var all = new java.util.HashMap<String, String>();
        cookies.getCookieStore().getCookies().forEach(cookie -> all.put(cookie.getName(), cookie.getValue()));
        return all;
    }

    HttpRequest request(String path, String fragment) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return (fragment.isEmpty() ? request : request.header("X-Fragment", fragment)).build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path, ""), BodyHandlers.ofString());
    }

    /** The bytes of an answer that must be a good one. */
    int send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    /** Server and database together. */
    double cpu() throws IOException {
        return cpu(server.pid()) + databaseCpu();
    }

    /** The postmaster with its children, those that ended among them. */
    double databaseCpu() throws IOException {
        double sum = ticks(postmaster, true) * TICK;
        for (var child :
                ProcessHandle.of(postmaster).orElseThrow().descendants().toList()) {
            sum += cpu(child.pid());
        }
        return sum;
    }

    static double cpu(long process) throws IOException {
        return ticks(process, false) * TICK;
    }

    @Override
    public void close() throws Exception {
        server.destroy();
        server.waitFor();
        db.close();
        postgres.close();
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
        throw new IllegalStateException("The server did not start; see " + folder.resolve("server.log"));
    }

    private void signIn() throws Exception {
        var token = CSRF.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no token");
        }
        var form = "username=keeper&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
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
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
