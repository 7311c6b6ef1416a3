package app.emaki.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the server's programs as a user they accept: PostgreSQL refuses root. */
record PostgresTools(Path binaries, List<String> prefix) {
    private static final String NOBODY = "65534";

    /** Finds a way to run the programs; as root, enters a user namespace or hands the files to nobody. */
    static PostgresTools of(Path binaries, Path home) throws IOException {
        return new PostgresTools(binaries, prefix(home));
    }

    /** Runs a program to its end and fails with its output unless it answers 0. */
    void run(Duration limit, String program, String... arguments) throws IOException {
        var output = Files.createTempFile("emaki-postgres", ".log");
        try {
            int code = execute(limit, output, program, arguments);
            if (code != 0) {
                throw new IOException(program + " answered " + code + ": "
                        + Files.readString(output).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Runs a program to its end and tells whether it answered 0. */
    boolean succeeds(Duration limit, String program, String... arguments) throws IOException {
        var output = Files.createTempFile("emaki-postgres", ".log");
        try {
            return execute(limit, output, program, arguments) == 0;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private int execute(Duration limit, Path output, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("PGPORT");
        return await(builder.start(), limit, program);
    }

    private static List<String> prefix(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (works("unshare", "-U", "true")) {
            return List.of("unshare", "-U", "--");
        }
        if (works("setpriv", "--version") && works("chown", "-R", NOBODY + ":" + NOBODY, home.toString())) {
            return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        }
        throw new IOException("PostgreSQL does not run as root here. Start Emaki as another user, or set"
                + " SPRING_DATASOURCE_URL to use a server of your own.");
    }

    private static boolean works(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return await(process, Duration.ofSeconds(10), command[0]) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int await(Process process, Duration limit, String program) throws IOException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " took longer than " + limit.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
