package app.emaki.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this process, listening on loopback alone, with a random password and durable writes. Its data
 * survive restarts, and a server left behind by a killed process is stopped before the next one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "emaki";

    private final FileChannel lock;
    private final PostgresTools tools;
    private final Path data;
    private final String password;
    private final int port;

    private EmbeddedPostgres(FileChannel lock, PostgresTools tools, Path data, String password, int port) {
        this.lock = lock;
        this.tools = tools;
        this.data = data;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server, on the first run after unpacking and initialising it.
     *
     * @param version of the packed programs, for instance {@code 18.6.0}
     * @param wantedPort 0 for any free one
     * @throws IOException when it cannot start, with a message for the operator
     */
    public static EmbeddedPostgres start(Path home, String version, int wantedPort) throws IOException {
        var root = Files.createDirectories(home.toAbsolutePath().normalize());
        var lock = lock(root);
        var binaries = PostgresBinaries.unpack(root.resolve("pgsql-" + version));
        var data = root.resolve("data-" + version.split("\\.", 2)[0]);
        var passwordFile = passwordFile(root);
        var tools = PostgresTools.of(binaries, root);
        initialise(tools, data, passwordFile);
        stopLeftBehind(tools, data);
        int port = wantedPort != 0 ? wantedPort : freePort();
        tools.run(
                PATIENCE,
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                data.resolve("server.log").toString(),
                "-w",
                "-t",
                "50",
                "-o",
                "-p " + port + " -h 127.0.0.1 -k '' -c shared_buffers=128MB -c max_connections=100",
                "start");
        log.debug("PostgreSQL {} listens on port {}", version, port);
        return new EmbeddedPostgres(
                lock, tools, data, Files.readString(passwordFile).strip(), port);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            tools.run(PATIENCE, "pg_ctl", "-D", data.toString(), "stop", "-m", "fast", "-w", "-t", "30");
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop; the next start will see to it", e);
        } finally {
            release(lock);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another Emaki already uses the database in " + root
                    + ". Stop it, or give this one a folder of its own with EMAKI_DATA.");
        }
        return channel;
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            log.debug("The lock file did not close", e);
        }
    }

    private static Path passwordFile(Path root) throws IOException {
        var file = root.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return file;
    }

    private static void initialise(PostgresTools tools, Path data, Path passwordFile) throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            tools.run(
                    PATIENCE,
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    USER,
                    "-E",
                    "UTF8",
                    "--no-locale",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--no-instructions");
        }
    }

    private static void stopLeftBehind(PostgresTools tools, Path data) throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            boolean stopped =
                    tools.succeeds(PATIENCE, "pg_ctl", "-D", data.toString(), "stop", "-m", "fast", "-w", "-t", "30");
            log.info("The last run ended without stopping its database; {}", stopped ? "stopped it" : "it was gone");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
