package app.emaki.chaos;

import app.emaki.EmakiApplication;
import app.emaki.generation.ChaosDoor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application as a process of its own, which is started, killed without a word, and started again: the jar that is released,
 * with nothing beside it but the door and the backend of the fault run, or else what stands on the class path.
 */
final class Instance implements AutoCloseable {
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Path home;
    private final Map<String, String> environment;
    private final @Nullable Path jar;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;
    private int door;

    /** @param jar null for the class path of whoever asks */
    Instance(String name, Path home, Map<String, String> environment, @Nullable Path jar) throws IOException {
        this.name = name;
        this.home = home;
        this.environment = environment;
        this.jar = jar;
        this.process = start();
    }

    private Process start() throws IOException {
        door = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED"));
        if (jar == null) {
            command.add(EmakiApplication.class.getName());
        } else {
            command.addAll(List.of(
                    "-Dloader.path=" + beside(), "-Dloader.main=" + EmakiApplication.class.getName(), LAUNCHER));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("CLASSPATH", jar == null ? System.getProperty("java.class.path") : jar.toString());
        builder.environment().putAll(environment);
        builder.environment().put("EMAKI_CHAOS_DOOR", Integer.toString(door));
        builder.environment().put("SERVER_PORT", "0");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                home.resolve(name + ".log").toFile()));
        return builder.start();
    }

    /** A folder with the few classes that the jar does not have. */
    private Path beside() throws IOException {
        var folder = home.resolve("classes");
        for (var type : List.of(LoopbackClient.class, ChaosDoor.class)) {
            var name = type.getName().replace('.', '/');
            var from = Path.of(URI.create(String.valueOf(type.getResource(type.getSimpleName() + ".class"))))
                    .getParent();
            var to = Files.createDirectories(folder.resolve(name).getParent());
            try (var files = Files.newDirectoryStream(from, type.getSimpleName() + "{,$*}.class")) {
                for (var file : files) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }

    /** kill -9, and up again at once. */
    void killAndStart() throws IOException {
        kill();
        process = start();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    boolean up() {
        try {
            ask("ledger");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Asks through the door; an IOException tells nothing about whether it was done. */
    String ask(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/" + path))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
