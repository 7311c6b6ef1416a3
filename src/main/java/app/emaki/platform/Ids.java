package app.emaki.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDs of version 7 (RFC 9562) in the order of their making, also within one millisecond: the twelve bits behind the time count up
 * (section 6.2, method 1), and 62 bits are random each time, so that no id tells its neighbours.
 */
@Component
public class Ids {
    private static final int LAST_IN_A_MILLISECOND = 0xFFF;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 1L << 63;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private long time = Long.MIN_VALUE;
    private int count;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than every earlier one of this process, even if the clock was set back. */
    public synchronized UUID next() {
        var now = clock.millis();
        if (now <= time && count < LAST_IN_A_MILLISECOND) {
            count++;
        } else {
            time = Math.max(now, time + 1);
            // The upper half is left for counting
            count = random.nextInt(LAST_IN_A_MILLISECOND / 2);
        }
        return new UUID(time << 16 | VERSION | count, random.nextLong() >>> 2 | VARIANT);
    }
}
