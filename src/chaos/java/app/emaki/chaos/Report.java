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
 * @param sent jobs that the backend took
 * @param broken promises that did not hold, in words; empty when all did
 */
record Report(
        long seed,
        long jobs,
        Map<String, Long> ends,
        long sent,
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
        return "chaos jobs=%d %s sent=%d kills=%d restarts=%d seconds=%d seed=%d broken=%d"
                .formatted(
                        jobs,
                        how,
                        sent,
                        kills,
                        restarts,
                        seconds,
                        seed,
                        broken.size());
    }
}
