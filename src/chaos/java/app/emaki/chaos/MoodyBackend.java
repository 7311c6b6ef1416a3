package app.emaki.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A backend with moods, and with books of its own: it takes jobs and says nothing, is busy, hangs, forgets, refuses after the fact,
 * hands out half a film, and answers 502 in between. It is never killed, so that its books are the truth.
 */
final class MoodyBackend implements AutoCloseable {
    private static final int FINDABLE_IN = 2;

    private final HttpServer server;
    private final byte[] film;
    private final Random random;
    private final Map<UUID, List<String>> taken = new ConcurrentHashMap<>();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    private record Job(UUID generation, long doneAt, String end, AtomicInteger fetches) {}

    private MoodyBackend(HttpServer server, byte[] film, long seed) {
        this.server = server;
        this.film = film;
        this.random = new Random(seed);
    }

    static MoodyBackend start(Path film, long seed) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var backend = new MoodyBackend(server, Files.readAllBytes(film), seed);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jobs", backend::answer);
        server.start();
        return backend;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its own names for the jobs that it took for a generation; more than one is one too many. */
    List<String> taken(UUID generation) {
        return taken.getOrDefault(generation, List.of());
    }

    int jobs() {
        return taken.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "POST" -> take(exchange);
                case "DELETE" -> {
                    jobs.remove(last(path));
                    say(exchange, 200, "gone");
                }
                default -> {
                    if (path.endsWith("/film")) {
                        hand(exchange, job(path.substring(0, path.length() - "/film".length())));
                    } else if (path.equals("/jobs")) {
                        find(exchange);
                    } else {
                        tell(exchange, job(path));
                    }
                }
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var generation = UUID.fromString(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int mood = mood(100);
        if (mood < 8) {
            say(exchange, 429, "busy");
        } else if (mood < 11) {
            say(exchange, 400, "not with these words");
        } else if (mood < 14) {
            // not taken, and the connection simply ends
            return;
        } else {
            var id = enter(generation);
            if (mood < 18) {
                // taken, and the connection simply ends
                return;
            }
            if (mood < 20) {
                // taken, and the answer comes too late for anybody
                pause(5_000);
            }
            say(exchange, 202, id);
        }
    }

    private String enter(UUID generation) {
        var id = "job-" + UUID.randomUUID();
        taken.computeIfAbsent(generation, it -> new CopyOnWriteArrayList<>()).add(id);
        int mood = mood(100);
        var end = mood < 4 ? "broken" : mood < 7 ? "refused" : mood < 9 ? "lost" : mood < 11 ? "half" : "done";
        jobs.put(id, new Job(generation, System.currentTimeMillis() + 200 + mood(1800), end, new AtomicInteger()));
        return id;
    }

    /** Of half of its jobs it can tell whose they are. */
    private void find(HttpExchange exchange) throws IOException {
        var generation = UUID.fromString(exchange.getRequestURI().getQuery().substring("of=".length()));
        boolean tells = Math.floorMod(generation.hashCode(), FINDABLE_IN) == 0;
        if (tells && !taken(generation).isEmpty()) {
            say(exchange, 200, taken(generation).getLast());
        } else {
            say(exchange, 404, "");
        }
    }

    private void tell(HttpExchange exchange, @Nullable Job job) throws IOException {
        if (mood(100) < 4) {
            say(exchange, 502, "bad gateway");
        } else if (job == null) {
            say(exchange, 404, "");
        } else if (System.currentTimeMillis() < job.doneAt) {
            long left = job.doneAt - System.currentTimeMillis();
            say(exchange, 200, left > 1500 ? "waiting" : "working " + Math.clamp(100 - left / 15, 1, 99));
        } else {
            switch (job.end) {
                case "lost" -> say(exchange, 404, "");
                case "half" -> say(exchange, 200, "done");
                default -> say(exchange, 200, job.end);
            }
        }
    }

    private void hand(HttpExchange exchange, @Nullable Job job) throws IOException {
        if (job == null || job.fetches.incrementAndGet() == 1 && mood(100) < 10) {
            // announced a moment before it is there
            say(exchange, 404, "");
            return;
        }
        send(exchange, 200, job.end.equals("half") ? Arrays.copyOf(film, film.length / 2) : film);
    }

    private @Nullable Job job(String path) {
        return jobs.get(last(path));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private synchronized int mood(int of) {
        return random.nextInt(of);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        send(exchange, status, words.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
