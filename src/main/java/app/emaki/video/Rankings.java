package app.emaki.video;

import app.emaki.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How For you is ordered now. Read with every like, so held in memory for half a minute. */
@Component
public class Rankings {
    private static final String NAME = "video.ranking";
    private static final String RERANKED = "video.reranked";
    private static final String DONE = "done";
    private static final Duration TRUSTED = Duration.ofSeconds(30);
    private static final int BATCH = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Settings settings;
    private final RankTally tally;
    private final Clock clock;
    private volatile @Nullable Known known;

    Rankings(Settings settings, RankTally tally, Clock clock) {
        this.settings = settings;
        this.tally = tally;
        this.clock = clock;
    }

    /** The weights in force. */
    public Ranking current() {
        var now = clock.instant();
        var held = known;
        if (held == null || held.at().plus(TRUSTED).isBefore(now) || held.at().isAfter(now)) {
            held = new Known(settings.find(NAME).flatMap(Rankings::parse).orElse(Ranking.USUAL), now);
            known = held;
        }
        return held.ranking();
    }

    /** Orders by other weights from now on; what stands in the feed is counted anew bit by bit. */
    @Transactional
    public void change(Ranking ranking) {
        settings.put(
                NAME,
                DoubleStream.of(
                                ranking.applause(),
                                ranking.love(),
                                ranking.watched(),
                                ranking.followed(),
                                ranking.wanted(),
                                ranking.variety(),
                                ranking.less())
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(" ")));
        settings.put(RERANKED, FIRST.toString());
        known = new Known(ranking, clock.instant());
    }

    /** Counts the next batch anew after a change; false when all is done. */
    @Transactional
    public boolean catchUp() {
        var after = settings.find(RERANKED).filter(place -> !place.equals(DONE));
        if (after.isEmpty()) {
            return false;
        }
        var last = tally.rerank(UUID.fromString(after.get()), BATCH, current());
        settings.put(RERANKED, last.map(UUID::toString).orElse(DONE));
        return last.isPresent();
    }

    private static Optional<Ranking> parse(String text) {
        try {
            var hours = Arrays.stream(text.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Optional.of(new Ranking(hours[0], hours[1], hours[2], hours[3], hours[4], hours[5], hours[6]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private record Known(Ranking ranking, Instant at) {}
}
