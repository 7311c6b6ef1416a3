package app.emaki.platform;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts tries under a key, for all processes that share the database. */
@Component
public class RateLimits {
    private final ProxyManager<String> buckets;

    RateLimits(ProxyManager<String> buckets) {
        this.buckets = buckets;
    }

    /**
     * Takes one try.
     *
     * @return empty when the try is granted, else how long to wait for the next one
     */
    public Optional<Duration> take(String key, Limit limit) {
        var taken = buckets.getProxy(key, () -> configuration(limit)).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    /** Takes one try, and tells how many are left; for programs that want to know before they are refused. */
    public Taken taken(String key, Limit limit) {
        var taken = buckets.getProxy(key, () -> configuration(limit)).tryConsumeAndReturnRemaining(1);
        return new Taken(
                taken.isConsumed(),
                taken.getRemainingTokens(),
                Duration.ofNanos(taken.getNanosToWaitForRefill()),
                Duration.ofNanos(taken.getNanosToWaitForReset()));
    }

    /** Gives back a try that turned out harmless, such as a sign-in with the right password. */
    public void giveBack(String key, Limit limit) {
        buckets.getProxy(key, () -> configuration(limit)).addTokens(1);
    }

    /**
     * Takes one try under each key, or under none.
     *
     * @return empty when all grant it, else how long the first that refuses asks to wait
     */
    public Optional<Duration> take(Map<String, Limit> limits) {
        var taken = new LinkedHashMap<String, Limit>();
        for (var limit : limits.entrySet()) {
            var wait = take(limit.getKey(), limit.getValue());
            if (wait.isPresent()) {
                giveBack(taken);
                return wait;
            }
            taken.put(limit.getKey(), limit.getValue());
        }
        return Optional.empty();
    }

    /** Gives back a try that was taken under several keys. */
    public void giveBack(Map<String, Limit> limits) {
        limits.forEach(this::giveBack);
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.tries())
                        .refillGreedy(limit.tries(), limit.per())
                        .build())
                .build();
    }

    /**
     * How a try went.
     *
     * @param left tries that are left now
     * @param patience until the next one, zero when it was granted
     * @param full until all are there again
     */
    public record Taken(boolean granted, long left, Duration patience, Duration full) {}

    /** So many tries in so much time, refilled evenly. */
    public record Limit(long tries, Duration per) {}
}
