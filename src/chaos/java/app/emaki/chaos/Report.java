package app.emaki.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a fault run found.
 *
 * @param jobs orders in the database
 * @param ends how many ended how, the failed ones by class
 * @param sent films that the backend took, by its own books
 * @param handles films whose job the engine knows by the backend's name for it
 * @param broken promises that did not hold, in words; empty when all did
 */
record Report(
        long seed,
        long jobs,
        Map<String, Long> ends,
        long sent,
        long handles,
        int kills,
        int restarts,
        long seconds,
        List<String> broken) {

    boolean held() {
        return broken.isEmpty();
    }

    @Override
    public String toString() {
        var how = ends.entrySet().stream()
                .map(end -> end.getKey().toLowerCase(Locale.ROOT) + "=" + end.getValue())
                .collect(Collectors.joining(" "));
        return "chaos jobs=%d %s sent=%d handles=%d kills=%d restarts=%d seconds=%d seed=%d broken=%d"
                .formatted(
                        jobs,
                        how,
                        sent,
                        handles,
                        kills,
                        restarts,
                        seconds,
                        seed,
                        broken.size());
    }
}
