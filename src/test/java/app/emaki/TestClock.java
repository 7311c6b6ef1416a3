package app.emaki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that stands until a test moves it on. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    @Bean
    Settable clock() {
        return new Settable();
    }

    /** The standing clock; starts at the real time, to the millisecond. */
    public static final class Settable extends Clock {
        private volatile Instant now = Instant.ofEpochMilli(System.currentTimeMillis());

        /** Lets time pass. */
        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
