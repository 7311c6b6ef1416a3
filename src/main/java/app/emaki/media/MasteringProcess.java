package app.emaki.media;

import app.emaki.media.mastering.Job;
import app.emaki.media.mastering.MasteringMain;
import app.emaki.media.mastering.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The process in which files of others are opened. It is started from our own jar, and killed when it takes too long. */
final class MasteringProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(60);

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private MasteringProcess(Process process) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    static MasteringProcess start(Path folder, MasteringSettings settings) throws IOException {
        var builder = new ProcessBuilder(Confined.command(
                command(folder, settings.memory(), MasteringMain.COMMAND), settings.memory(), settings));
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "TZ"));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return started(builder.start(), TO_START);
    }

    /** Waits for its first word, or kills it when that takes longer: whoever waits keeps everybody else from mastering. */
    static MasteringProcess started(Process process, Duration patience) throws IOException {
        var started = new MasteringProcess(process);
        var killing = started.killAfter(patience);
        try {
            if (started.in.readByte() != 'R') {
                throw new IOException("The mastering process did not start");
            }
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        } finally {
            killing.cancel(false);
        }
    }

    /** Masters one film, or kills the process when it takes longer than that. */
    Outcome run(Job job, Duration patience) throws IOException {
        var killing = killAfter(patience);
        try {
            job.write(out);
            out.flush();
            return Outcome.read(in);
        } finally {
            killing.cancel(false);
        }
    }

    private CompletableFuture<Void> killAfter(Duration patience) {
        var guard = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(process::destroyForcibly, guard);
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static List<String> command(Path folder, int memory, String program) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory + "m",
                "-XX:+UseSerialGC",
                "-XX:+DisplayVMOutputToStderr",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dsun.awt.fontconfig=" + folder.resolve("fontconfig.properties"),
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolveSibling("javacpp"),
                "-XX:ErrorFile=" + folder.resolve("crash.log")));
        command.addAll(program());
        command.add(program);
        return command;
    }

    /** Ourselves once more: the one jar, or what stands on the class path. */
    private static List<String> program() {
        var path = System.getProperty("java.class.path");
        boolean packed = String.valueOf(MasteringProcess.class.getResource("MasteringProcess.class"))
                .contains("BOOT-INF/");
        return packed ? List.of("-jar", path) : List.of("app.emaki.EmakiApplication");
    }
}
