package app.emaki.platform;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** The short form of a UUID that stands in addresses: base 58, no look-alikes, 22 characters at most. */
public final class PublicId {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int LONGEST = 22;

    private PublicId() {}

    /** The short form. */
    public static String of(UUID id) {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        var rest = new BigInteger(1, bytes.array());
        var text = new StringBuilder();
        while (rest.signum() > 0) {
            var parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.isEmpty() ? "1" : text.reverse().toString();
    }

    /** The id that a short form stands for; empty for anything that is none. */
    public static Optional<UUID> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var number = BigInteger.ZERO;
        for (char digit : text.toCharArray()) {
            int value = DIGITS.indexOf(digit);
            if (value < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(value));
        }
        return number.bitLength() > 128
                ? Optional.empty()
                : Optional.of(new UUID(number.shiftRight(64).longValue(), number.longValue()));
    }
}
