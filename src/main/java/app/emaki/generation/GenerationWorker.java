package app.emaki.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker of the engine. It holds nothing that matters: throw it away at any moment, and another one goes on from the rows.
 * In production a thread calls {@link #look}; tests call {@link #step()}.
 */
class GenerationWorker {
    /** As many as {@link app.emaki.media.Mastering} does at a time; more would only stand before its door. */
    private static final int MASTERS = 1;

    private static final Logger log = LoggerFactory.getLogger(GenerationWorker.class);

    private final UUID node;
    private final Admission admission;
    private final Leases leases;
    private final Steps steps;
    private final int room;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();

    GenerationWorker(UUID node, Admission admission, Leases leases, Steps steps, int room) {
        this.node = node;
        this.admission = admission;
        this.leases = leases;
        this.steps = steps;
        this.room = room;
    }

    /**
     * Takes every step that is due now, one after the other, and says how many those were.
     */
    int step() {
        leases.renew(node, held);
        return look(Runnable::run);
    }

    /** Hands every step that is due now to somebody who runs it, and says how many those were. */
    int look(Consumer<Runnable> runner) {
        var claims = claim();
        var rows = rows(claims);
        held.addAll(claims);
        int handed = 0;
        try {
            for (var claim : claims) {
                runner.accept(() -> take(claim, rows.get(claim.generation())));
                handed++;
            }
        } finally {
            letGo(claims.subList(handed, claims.size()));
        }
        return claims.size();
    }

    /** What nobody runs must not be kept by our signs of life. */
    private void letGo(List<Claim> claims) {
        if (!claims.isEmpty()) {
            claims.forEach(held::remove);
            leases.giveBack(claims);
        }
    }

    private Map<UUID, Generation> rows(List<Claim> claims) {
        try {
            return steps.rows(claims);
        } catch (Throwable e) {
            leases.giveBack(claims);
            throw e;
        }
    }

    /** Whether there may be more to do than there is room for. */
    boolean full() {
        return held.size() - mastering() >= room;
    }

    /** Whether there is a place to master one more film. */
    boolean masters() {
        return mastering() < MASTERS;
    }

    private int mastering() {
        return (int) held.stream().filter(Claim::masters).count();
    }

    /** A sign of life for all steps that are under way. */
    void beat() {
        leases.renew(node, List.copyOf(held));
    }

    /** Lets go of everything in good order. */
    void leave() {
        leases.leave(node);
    }

    boolean idle() {
        return held.isEmpty();
    }

    UUID node() {
        return node;
    }

    /** What runs already goes first, since it holds a backend's place. */
    private List<Claim> claim() {
        int mastering = mastering();
        int free = Math.max(0, room - held.size() + mastering);
        int masters = Math.max(0, MASTERS - mastering);
        if (free == 0 && masters == 0) {
            return List.of();
        }
        var claims = new ArrayList<>(leases.due(node, free, masters));
        try {
            int taken = (int) claims.stream().filter(it -> !it.masters()).count();
            claims.addAll(admission.admit(node, free - taken));
        } catch (RuntimeException e) {
            // what is under way goes on, whatever keeps others from being let in
            log.warn("Nobody could be let in: {}", e.toString());
        }
        return claims;
    }

    private void take(Claim claim, @Nullable Generation generation) {
        try {
            if (generation != null) {
                steps.take(claim, generation);
            }
        } finally {
            held.remove(claim);
        }
    }
}
