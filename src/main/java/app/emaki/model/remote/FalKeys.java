package app.emaki.model.remote;

import app.emaki.model.BackendException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The keys by which fal signs its calls (Ed25519, published as a key set), kept for a day: the signature is over request, user, time
 * and the hash of the body, each on a line of its own.
 */
@Component
class FalKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEY_BYTES = 32;

    private final RemoteBackendSettings settings;
    private final Clock clock;
    private final Http http = new Http();
    private volatile List<PublicKey> keys = List.of();
    private volatile Instant askAgain = Instant.MIN;

    FalKeys(RemoteBackendSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean signed(HttpHeaders headers, byte[] body, Instant now) {
        var request = headers.getFirst("x-fal-webhook-request-id");
        var user = headers.getFirst("x-fal-webhook-user-id");
        var time = headers.getFirst("x-fal-webhook-timestamp");
        var signature = headers.getFirst("x-fal-webhook-signature");
        if (request == null || user == null || time == null || signature == null || !fresh(time, now)) {
            return false;
        }
        var message = (request + "\n" + user + "\n" + time + "\n" + sha256(body)).getBytes(StandardCharsets.UTF_8);
        return keys().stream().anyMatch(key -> verifies(key, message, signature));
    }

    private static boolean fresh(String time, Instant now) {
        return time.matches("\\d{9,11}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(Hooks.TOLERANCE)
                        <= 0;
    }

    private static boolean verifies(PublicKey key, byte[] message, String signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Asked for anew once a day, and not more often when nobody answers. */
    private List<PublicKey> keys() {
        var now = clock.instant();
        if (now.isAfter(askAgain)) {
            askAgain = now.plus(KEPT);
            try {
                var call = HttpRequest.newBuilder(settings.falKeys()).GET().build();
                var found = new ArrayList<PublicKey>();
                for (var key : http.send(call, PATIENCE).object().path("keys")) {
                    var read = key(key.path("x").asString(""));
                    if (read != null) {
                        found.add(read);
                    }
                }
                keys = List.copyOf(found);
            } catch (BackendException e) {
                // without keys no call is believed, and the engine goes on asking by itself
                askAgain = now.plus(Duration.ofMinutes(1));
            }
        }
        return keys;
    }

    /** A point of the curve as RFC 8032 writes it: y, lowest byte first, with the sign of x in the highest bit. */
    private static @Nullable PublicKey key(String x) {
        try {
            var bytes = Base64.getUrlDecoder().decode(x);
            if (bytes.length != KEY_BYTES) {
                return null;
            }
            boolean odd = (bytes[KEY_BYTES - 1] & 0x80) != 0;
            var y = new byte[KEY_BYTES];
            for (int i = 0; i < KEY_BYTES; i++) {
                y[i] = bytes[KEY_BYTES - 1 - i];
            }
            y[0] &= 0x7f;
            var point = new EdECPoint(odd, new BigInteger(1, y));
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
