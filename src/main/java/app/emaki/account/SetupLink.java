package app.emaki.account;

import app.emaki.platform.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The one-time token of the set-up page. Only its hash is kept, so each start before the set-up makes a new one. */
@Component
class SetupLink {
    private static final String HASH = "setup.token";
    private static final int TOKEN_BYTES = 24;

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();

    SetupLink(Settings settings) {
        this.settings = settings;
    }

    /** A new token, in place of an earlier one. */
    String renew() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        settings.put(HASH, hash(token));
        return token;
    }

    /** Whether the token would open the set-up now. */
    boolean opens(String token) {
        return settings.find(HASH).filter(hash(token)::equals).isPresent();
    }

    /** Uses the token up; of several who try at once, one succeeds. */
    boolean use(String token) {
        return settings.replace(HASH, hash(token), "");
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
