package app.emaki.notification;

import app.emaki.platform.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pair of keys by which push services know this instance (RFC 8292); made once, and kept. */
@Component
class Vapid {
    private static final String NAME = "push.vapid";
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable KeyPair known;

    Vapid(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The public key, as browsers and push services read it. */
    String publicKey() {
        return BASE64.encodeToString(Sealing.point((ECPublicKey) pair().getPublic()));
    }

    /**
     * What proves to a push service who is asking.
     *
     * @param audience scheme and host of the service
     * @param subject where we are to be found
     */
    String authorization(String audience, String subject) throws GeneralSecurityException {
        var head = encode("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        var body = encode("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                .formatted(audience, clock.instant().plus(LIFE).getEpochSecond(), subject.replace("\"", "")));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair().getPrivate());
        signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
        return "vapid t=" + head + "." + body + "." + BASE64.encodeToString(signature.sign()) + ", k=" + publicKey();
    }

    private KeyPair pair() {
        var pair = known;
        if (pair == null) {
            pair = settings.find(NAME).map(Vapid::read).orElseGet(this::make);
            known = pair;
        }
        return pair;
    }

    private KeyPair make() {
        var pair = Sealing.pair();
        settings.put(
                NAME,
                BASE64.encodeToString(Sealing.point((ECPublicKey) pair.getPublic())) + " "
                        + BASE64.encodeToString(Sealing.coordinate(((ECPrivateKey) pair.getPrivate()).getS())));
        return pair;
    }

    private static KeyPair read(String kept) {
        try {
            var halves = kept.split(" ");
            return Sealing.pair(
                    Base64.getUrlDecoder().decode(halves[0]),
                    Base64.getUrlDecoder().decode(halves[1]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The setting " + NAME + " holds no pair of keys", e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
