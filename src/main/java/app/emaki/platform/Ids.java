package app.emaki.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes UUIDs of version 7, whose order is that of their making by the injected clock. */
@Component
public class Ids {
    private final TimeBasedEpochRandomGenerator generator;

    public Ids(Clock clock) {
        this.generator = Generators.timeBasedEpochRandomGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new id. */
    public UUID next() {
        return generator.generate();
    }
}
