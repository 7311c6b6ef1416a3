package app.emaki.notification;

import app.emaki.platform.SealedBytes;
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

/** The pair of keys by which push services know this instance (RFC 8292); made once, and kept sealed. */
@Component
class Vapid {
    private static final String NAME = "push.vapid";
    private static final String SEALED = "sealed";
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Settings settings;
    private final SealedBytes seal;
    private final Clock clock;
    private volatile @Nullable KeyPair known;

    Vapid(Settings settings, SealedBytes seal, Clock clock) {
        this.settings = settings;
        this.seal = seal;
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
            pair = settings.find(NAME).map(this::read).orElseGet(this::make);
            known = pair;
        }
        return pair;
    }

    private KeyPair make() {
        var pair = Sealing.pair();
        var point = BASE64.encodeToString(Sealing.point((ECPublicKey) pair.getPublic()));
        settings.put(NAME, kept(point, Sealing.coordinate(((ECPrivateKey) pair.getPrivate()).getS())));
        return pair;
    }

    /** The pair as it was kept; one that lies there in the clear, as earlier versions left it, is sealed now. */
    private KeyPair read(String kept) {
        var parts = kept.split(" ");
        var decoder = Base64.getUrlDecoder();
        try {
            if (parts.length == 3 && parts[0].equals(SEALED)) {
                var number = seal.open(purpose(parts[1]), decoder.decode(parts[2]))
                        .orElseThrow(() -> new IllegalStateException(
                                "The setting " + NAME + " was sealed under another key than this instance has"));
                return Sealing.pair(decoder.decode(parts[1]), number);
            }
            var number = decoder.decode(parts[1]);
            var pair = Sealing.pair(decoder.decode(parts[0]), number);
            settings.replace(NAME, kept, kept(parts[0], number));
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The setting " + NAME + " holds no pair of keys", e);
        }
    }

    private String kept(String point, byte[] number) {
        return SEALED + " " + point + " " + BASE64.encodeToString(seal.seal(purpose(point), number));
    }

    private static String purpose(String point) {
        return NAME + ":" + point;
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
