package app.emaki.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {
    private final Settable clock = new Settable();
    private final Ids ids = new Ids(clock);

    @Test
    void anIdIsAUuidOfVersionSevenThatTellsItsMillisecond() {
        var id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void idsOfOneMillisecondFollowEachOtherAndAfterFourThousandTheNextMillisecondLendsItsOwn() {
        var made = Stream.generate(ids::next).limit(20_000).map(UUID::toString).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aClockSetBackDoesNotMakeSmallerIds() {
        var before = ids.next();
        clock.now = clock.now.minus(Duration.ofHours(1));
        assertThat(ids.next().toString()).isGreaterThan(before.toString());
        clock.now = clock.now.plus(Duration.ofHours(2));
        assertThat(ids.next().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void theBitsBehindTheCountAreNotTheNeighboursPlusOne() {
        var tails = new HashSet<Long>();
        for (int i = 0; i < 1_000; i++) {
            tails.add(ids.next().getLeastSignificantBits() >> 32);
        }
        assertThat(tails).hasSizeGreaterThan(990);
    }

    @Test
    void manyThreadsGetIdsOfTheirOwn() throws Exception {
        var all = Collections.synchronizedList(new ArrayList<UUID>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i -> threads.submit(() -> IntStream.range(0, 100).forEach(j -> all.add(ids.next()))));
        }
        assertThat(all).hasSize(5_000).doesNotHaveDuplicates();
    }

    private static final class Settable extends Clock {
        private Instant now = Instant.parse("2026-04-01T09:00:00Z");

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
            return this;
        }
    }
}
