package app.emaki.generation;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works on a job and until when without a sign of life, and when its next step is due. {@link Leases} gives and renews it. */
@Embeddable
class Lease {
    private @Nullable UUID leaseBy;
    private @Nullable Instant leaseUntil;
    private long fence;
    private @Nullable Instant nextStepAt;

    /** Whether it is held, by whoever was given it with this fence. */
    boolean heldAs(long fence) {
        return leaseBy != null && this.fence == fence;
    }

    /** Ends it; null when there is no next step. */
    void release(@Nullable Instant next) {
        leaseBy = null;
        leaseUntil = null;
        nextStepAt = next;
    }

    /** The next step is due now, once nobody holds it. */
    void hurry(Instant now) {
        nextStepAt = now;
    }

    /** Whether somebody has it who was alive lately. */
    boolean holds(Instant now) {
        return leaseBy != null && leaseUntil != null && leaseUntil.isAfter(now);
    }

    /** Whether there is a next step. */
    boolean goesOn() {
        return nextStepAt != null;
    }
}
