package app.emaki.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** nginx with one worker, which sends the files of a folder to anybody: the floor of what sending a file costs. */
final class NginxBeside implements AutoCloseable {
    private static final String CONFIG = """
            daemon off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            worker_processes 1;
            events { worker_connections 64; }
            http {
                access_log off;
                sendfile on;
                types { video/mp4 mp4; }
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server { listen 127.0.0.1:%2$d; root %3$s; }
            }
            """;

    private final Process process;
    private final String base;

    private NginxBeside(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    static NginxBeside start(Path folder, Path files) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var config = folder.resolve("nginx.conf");
        Files.writeString(config, CONFIG.formatted(folder.toAbsolutePath(), port, files.toAbsolutePath()));
        var process = new ProcessBuilder(
                        program().toString(), "-c", config.toAbsolutePath().toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        for (int n = 0; n < 100 && process.isAlive(); n++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                return new NginxBeside(process, "http://127.0.0.1:" + socket.getPort());
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        process.destroy();
        throw new IOException("nginx does not start; see " + folder);
    }

    private static Path program() throws IOException {
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IOException(
                                "This benchmark needs nginx to compare with (Debian and Ubuntu: apt-get install nginx-light)."));
    }

    String base() {
        return base;
    }

    double cpu() throws IOException {
        double sum = Served.cpu(process.pid());
        for (var worker : process.descendants().toList()) {
            sum += Served.cpu(worker.pid());
        }
        return sum;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
