package app.emaki.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code emk_}, 32 random letters and digits (190 bits), and 6 more that are the CRC-32 of everything before
 * them in base 62. Scanners for leaked keys match {@code \bemk_[0-9A-Za-z]{38}\b} and check the sum, so that no other word is
 * taken for one.
 */
record KeyText(String value) {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String MARK = "emk_";
    private static final int RANDOM_LENGTH = 32;
    private static final int SUM_LENGTH = 6;
    private static final int SHOWN = MARK.length() + 6;
    private static final Pattern FORM = Pattern.compile(MARK + "[0-9A-Za-z]{" + (RANDOM_LENGTH + SUM_LENGTH) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText fresh() {
        var text = new StringBuilder(MARK);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new KeyText(text + sum(text.toString()));
    }

    /** Whether it is written as our keys are, sum included. */
    boolean wellFormed() {
        return FORM.matcher(value).matches() && value.endsWith(sum(value.substring(0, MARK.length() + RANDOM_LENGTH)));
    }

    /** What is kept of it. With so many random bits a plain hash cannot be turned back. */
    String hash() {
        return sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The beginning, by which its owner knows it again. */
    String prefix() {
        return value.substring(0, Math.min(SHOWN, value.length() / 3));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    private static String sum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < SUM_LENGTH; rest /= DIGITS.length()) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return digits.reverse().toString();
    }
}
