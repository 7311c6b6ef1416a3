package app.emaki.generation;

import java.util.UUID;

/** Another worker has the job now; what this one found out no longer counts. */
class LeaseLost extends RuntimeException {
    LeaseLost(UUID generation) {
        super("The lease on generation " + generation + " is lost");
    }
}
