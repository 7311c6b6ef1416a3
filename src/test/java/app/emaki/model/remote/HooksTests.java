package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class HooksTests {
    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("a secret of thirty-two bytes....".getBytes(StandardCharsets.UTF_8));
    private static final String NEWS = "{\"type\":\"video.completed\",\"data\":{\"id\":\"video_123\"}}";

    private final Clock clock = Clock.systemUTC();

    @Test
    void aCallSignedByTheSharedSecretIsHeardAndNoOther() throws Exception {
        var hooks = hooks(URI.create("http://127.0.0.1:1/"));
        var backend = backend(Dialect.OPENAI, SECRET);
        long now = clock.instant().getEpochSecond();
        assertThat(hooks.job(backend, signed("msg_1", now, NEWS), bytes(NEWS))).contains("video_123");
        assertThat(hooks.job(backend, signed("msg_1", now, NEWS), bytes(NEWS + " ")))
                .isEmpty();
        assertThat(hooks.job(backend, signed("msg_1", now - 400, NEWS), bytes(NEWS)))
                .isEmpty();
        assertThat(hooks.job(backend, new HttpHeaders(), bytes(NEWS))).isEmpty();
        assertThat(hooks.job(backend(Dialect.OPENAI, null), signed("msg_1", now, NEWS), bytes(NEWS)))
                .isEmpty();
        assertThat(hooks.job(backend, signed("msg_1", now, "{"), bytes("{"))).isEmpty();
    }

    @Test
    void falSignsByAKeyThatItPublishes() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var keys = ("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x(pair) + "\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        try {
            var hooks =
                    hooks(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json"));
            var backend = backend(Dialect.FAL, null);
            var body = "{\"request_id\":\"abcd-1234\",\"status\":\"OK\"}";
            long now = clock.instant().getEpochSecond();
            assertThat(hooks.job(backend, fal(pair, now, body), bytes(body))).contains("abcd-1234");
            assertThat(hooks.job(backend, fal(pair, now, body), bytes("{\"request_id\":\"other-99\"}")))
                    .isEmpty();
            assertThat(hooks.job(backend, fal(pair, now - 400, body), bytes(body)))
                    .isEmpty();
            var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            assertThat(hooks.job(backend, fal(stranger, now, body), bytes(body)))
                    .isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static HttpHeaders signed(String id, long time, String body) throws Exception {
        var headers = new HttpHeaders();
        headers.set("webhook-id", id);
        headers.set("webhook-timestamp", String.valueOf(time));
        headers.set("webhook-signature", new Webhook(SECRET).sign(id, time, body));
        return headers;
    }

    private static HttpHeaders fal(KeyPair pair, long time, String body) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(body)));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(bytes("r\nu\n" + time + "\n" + hash));
        var headers = new HttpHeaders();
        headers.set("X-Fal-Webhook-Request-Id", "r");
        headers.set("X-Fal-Webhook-User-Id", "u");
        headers.set("X-Fal-Webhook-Timestamp", String.valueOf(time));
        headers.set("X-Fal-Webhook-Signature", HexFormat.of().formatHex(signature.sign()));
        return headers;
    }

    /** As RFC 8037 writes a public key: y, lowest byte first, the sign of x on top. */
    private static String x(KeyPair pair) {
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        var bytes = new byte[32];
        var y = point.getY().toByteArray();
        for (int i = 0; i < y.length && i < 32; i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[31] |= (byte) 0x80;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Hooks hooks(URI falKeys) {
        return new Hooks(new FalKeys(new RemoteBackendSettings(List.of(), falKeys), clock), clock);
    }

    private static RemoteBackend backend(Dialect dialect, @Nullable String secret) {
        return new RemoteBackend(
                "far",
                dialect,
                "Far",
                URI.create("https://a.example"),
                "k",
                secret,
                1,
                Duration.ofSeconds(1),
                List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
