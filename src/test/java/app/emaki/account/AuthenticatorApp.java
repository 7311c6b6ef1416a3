package app.emaki.account;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** The app on somebody's phone that shows six digits. */
public final class AuthenticatorApp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AuthenticatorApp() {}

    /** What it shows at a moment for a secret that was typed in. */
    public static String shows(String secret, Instant at) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : secret.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((buffer >> bits) & 0xff);
            }
        }
        return Totp.code(bytes.toByteArray(), at);
    }
}
