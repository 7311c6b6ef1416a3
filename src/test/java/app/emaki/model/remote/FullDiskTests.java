package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What this machine cannot write down is no fault of the backend that sent it. */
class FullDiskTests {
    HttpServer server;

    @BeforeEach
    void aBackendWithAFilm() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.sendResponseHeaders(200, 100_000);
            call.getResponseBody().write(new byte[100_000]);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void gone() {
        server.stop(0);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullIsOurOwnAffair() {
        assertThatThrownBy(() -> download(Path.of("/dev/full"), 1_000_000)).isInstanceOf(NotWritten.class);
    }

    @Test
    void aFolderThatIsGoneIsOurOwnAffair() {
        assertThatThrownBy(() -> download(Path.of("no", "such", "folder"), 1_000_000))
                .isInstanceOf(NotWritten.class);
    }

    private void download(Path target, long limit) throws Exception {
        var place = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/film");
        new Http().download(HttpRequest.newBuilder(place).build(), target, limit, Duration.ofSeconds(10));
    }
}
