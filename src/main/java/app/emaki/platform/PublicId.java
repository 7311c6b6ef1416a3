package app.emaki.platform;

import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;

/** The short form of a UUID that stands in addresses: base 58, no look-alikes, 22 characters at most. */
public final class PublicId {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int RADIX = DIGITS.length();
    private static final BigInteger BASE = BigInteger.valueOf(RADIX);
    private static final long PART = 0xFFFF_FFFFL;
    private static final int LONGEST = 22;

    private PublicId() {}

    /** The short form. */
    public static String of(UUID id) {
        // 128 bits in four parts of 32, divided by the base as on paper: pages say many ids
        long[] parts = {
            id.getMostSignificantBits() >>> 32, id.getMostSignificantBits() & PART,
            id.getLeastSignificantBits() >>> 32, id.getLeastSignificantBits() & PART
        };
        var text = new char[LONGEST];
        int at = LONGEST;
        do {
            long rest = 0;
            for (int i = 0; i < parts.length; i++) {
                long part = rest << 32 | parts[i];
                parts[i] = part / RADIX;
                rest = part % RADIX;
            }
            text[--at] = DIGITS.charAt((int) rest);
        } while ((parts[0] | parts[1] | parts[2] | parts[3]) != 0);
        return new String(text, at, LONGEST - at);
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
