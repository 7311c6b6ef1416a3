package app.emaki.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.emaki.platform.web.OutboundException.Reason;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTests {
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Outbound outbound = new Outbound();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void aServerInThisHouse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(new byte[1000]);
                }
            }
        });
        server.createContext("/echo", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.stop(0);
        outbound.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:0a00:0001::1",
                "2001:0:1::1",
                "2001:db8::1",
                "3fff::1"
            })
    void anAddressOfAHouseIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.3.1",
                "198.20.0.1",
                "9.9.9.9",
                "2606:4700::1"
            })
    void anAddressOfTheInternetIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:a00:1]/",
                "https://0/",
                "https://127.1/"
            })
    void noCallGoesIntoAHouseHoweverItsAddressIsWritten(String address) {
        assertThat(refused(() -> outbound.get(URI.create(address), 100, TIME)))
                .isIn(Reason.PRIVATE_ADDRESS, Reason.UNKNOWN_HOST, Reason.NOT_HTTPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https:///x",
                "https://a:b@example.org/"
            })
    void onlyHttpsWithoutAPasswordIsCalled(String address) {
        assertThat(refused(() -> outbound.get(URI.create(address), 100, TIME))).isEqualTo(Reason.NOT_HTTPS);
    }

    @Test
    void whereAnAdminAllowsItAHouseIsCalled() throws OutboundException {
        var answer = post("/echo", 100, TIME);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws OutboundException {
        assertThat(post("/moved", 100, TIME).status()).isEqualTo(302);
    }

    @Test
    void aLongAnswerIsCutOff() {
        assertThat(refused(() -> post("/large", 50_000, TIME))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        assertThat(refused(() -> post("/slow", 100, Duration.ofMillis(300)))).isEqualTo(Reason.TIMED_OUT);
    }

    private Outbound.Answer post(String path, int most, Duration time) throws OutboundException {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return outbound.post(address, Map.of(), "{}".getBytes(StandardCharsets.UTF_8), true, most, time);
    }

    private static Reason refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(OutboundException.class, call).reason();
    }
}
