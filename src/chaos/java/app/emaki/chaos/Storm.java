package app.emaki.chaos;

import app.emaki.media.TestFilm;
import app.emaki.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Runs two instances on one database and does to them what happens to machines; then looks whether every promise held. */
final class Storm {
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration CALM = Duration.ofMinutes(20);

    private final Path home;
    private final Weather weather;
    private final Random random;
    private final @Nullable Path jar;
    private final List<String> ordered = new ArrayList<>();
    private int kills;
    private int restarts;

    /**
     * How rough it gets.
     *
     * @param jobs films that are ordered, one to three at a time
     * @param accounts who order them
     * @param kills processes killed on the way, evenly spread
     * @param restarts of the database on the way
     * @param comeBack whether a killed process is started again
     */
    record Weather(int jobs, int accounts, int kills, int restarts, boolean comeBack, long seed) {

        static Weather rough(int jobs, long seed) {
            return new Weather(jobs, 12, Math.max(2, jobs / 30), Math.max(1, jobs / 90), true, seed);
        }

        /** One process dies and stays dead, the database goes away once, and the other process sees everything through. */
        static Weather brief(long seed) {
            return new Weather(24, 4, 1, 1, false, seed);
        }
    }

    /** @param jar what is started; null for the class path */
    Storm(Path home, Weather weather, @Nullable Path jar) throws IOException {
        FileSystemUtils.deleteRecursively(home);
        this.home = Files.createDirectories(home.toAbsolutePath());
        this.weather = weather;
        this.jar = jar;
        this.random = new Random(weather.seed());
    }

    Report rage() throws Exception {
        var begin = Instant.now();
        var film = TestFilm.of(160, 284, 1).write(home.resolve("film.mp4"));
        int port = freePort();
        var postgres = startPostgres(port);
        try (var backend = MoodyBackend.start(film, weather.seed())) {
            var environment = environment(postgres, backend);
            // at once on an empty database, as two processes of one release come up
            try (var one = new Instance("one", home, environment, jar);
                    var two = new Instance("two", home, environment, jar)) {
                waitUntil(START, one::up);
                waitUntil(START, two::up);
                postgres = rage(postgres, port, List.of(one, two));
                var survivor = one.alive() ? one : two;
                waitUntil(START, survivor::up);
                var aftermath = new Aftermath(postgres, backend, home.resolve("data"), ordered);
                waitUntil(CALM, aftermath::calm);
                survivor.ask("sweep");
                return aftermath.report(
                        weather.seed(), kills, restarts, Duration.between(begin, Instant.now()), survivor.ask("ledger"));
            }
        } finally {
            postgres.close();
        }
    }

    /** Orders come one after the other; in between, at moments drawn beforehand, something happens. */
    private EmbeddedPostgres rage(EmbeddedPostgres running, int port, List<Instance> instances) throws Exception {
        var postgres = running;
        for (int n = 0; n < weather.accounts(); n++) {
            instances.getFirst().ask("account/guest" + n);
        }
        var events = events();
        for (int job = 0; job < weather.jobs(); ) {
            for (var event : events.getOrDefault(job, List.of())) {
                if (event.equals("kill")) {
                    kill(instances);
                } else {
                    postgres = restart(postgres, port);
                }
            }
            events.remove(job);
            int takes = Math.min(weather.jobs() - job, 1 + random.nextInt(3));
            order(instances, takes);
            job += takes;
            for (int skipped = job - takes + 1; skipped < job; skipped++) {
                if (events.containsKey(skipped)) {
                    events.computeIfAbsent(job, it -> new ArrayList<>()).addAll(events.remove(skipped));
                }
            }
        }
        return postgres;
    }

    private Map<Integer, List<String>> events() {
        var events = new HashMap<Integer, List<String>>();
        for (int n = 1; n <= weather.kills(); n++) {
            events.computeIfAbsent(n * weather.jobs() / (weather.kills() + 1), it -> new ArrayList<>()).add("kill");
        }
        for (int n = 1; n <= weather.restarts(); n++) {
            int at = Math.min(weather.jobs() - 4, 3 + n * weather.jobs() / (weather.restarts() + 1));
            events.computeIfAbsent(at, it -> new ArrayList<>()).add("restart");
        }
        return events;
    }

    private void kill(List<Instance> instances) throws IOException {
        pause(random.nextInt(1500));
        var victim = instances.get(random.nextInt(instances.size()));
        kills++;
        if (weather.comeBack()) {
            victim.killAndStart();
        } else {
            victim.kill();
        }
    }

    private EmbeddedPostgres restart(EmbeddedPostgres postgres, int port) throws IOException {
        pause(random.nextInt(1500));
        restarts++;
        postgres.close();
        return startPostgres(port);
    }

    /** An order that is not acknowledged may have been taken all the same; one that is must never be lost. */
    private void order(List<Instance> instances, int takes) {
        for (var end = Instant.now().plus(START); Instant.now().isBefore(end); ) {
            var instance = instances.get(random.nextInt(instances.size()));
            var guest = "guest" + random.nextInt(weather.accounts());
            try {
                var ids = List.of(instance.ask("order/" + guest + "/" + random.nextInt(1000) + "/" + takes)
                        .split(","));
                ordered.addAll(ids);
                if (random.nextInt(20) == 0) {
                    instance.ask("cancel/" + guest + "/" + ids.getFirst());
                }
                return;
            } catch (IOException e) {
                // down, or just then without a database
                pause(300);
            }
        }
        throw new IllegalStateException("Nobody took an order for " + START);
    }

    private EmbeddedPostgres startPostgres(int port) throws IOException {
        return EmbeddedPostgres.start(home.resolve("postgres"), "18.6.0", port);
    }

    private Map<String, String> environment(EmbeddedPostgres postgres, MoodyBackend backend) {
        var environment = new HashMap<String, String>();
        environment.put("EMAKI_DATA", home.resolve("data").toString());
        environment.put("EMAKI_CHAOS_BACKEND", backend.address());
        environment.put("EMAKI_ADMIN_HANDLE", "keeper");
        environment.put("EMAKI_ADMIN_EMAIL", "keeper@example.org");
        environment.put("EMAKI_ADMIN_PASSWORD", "keeper of the fault run");
        environment.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", postgres.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        environment.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "3000");
        environment.put("EMAKI_GENERATION_LEASE", "4s");
        environment.put("EMAKI_GENERATION_PATIENCE", "40s");
        environment.put("EMAKI_GENERATION_OVERALL", "90s");
        environment.put("EMAKI_GENERATION_UNKNOWN", "6s");
        environment.put("EMAKI_KAMISHIBAI_WARM", "false");
        return environment;
    }

    private static void waitUntil(Duration limit, java.util.function.BooleanSupplier condition) {
        var end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return;
            }
            pause(200);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
