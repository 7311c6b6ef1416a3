package app.emaki.generation;

import static app.emaki.generation.Remedy.LOWER_RESOLUTION;
import static app.emaki.generation.Remedy.SAME_AGAIN;
import static app.emaki.generation.Remedy.SHORTER;
import static app.emaki.generation.Remedy.SIMPLER;

import app.emaki.model.BackendException;
import java.util.List;

/** Why a generation has no film. None of these is ever charged. */
public enum Failure {
    /** Our own rules, which had changed by the time its turn came; the detail is the rule. */
    POLICY(false),
    /** The backend's rules. */
    BACKEND_POLICY(false),
    /** The backend took no more jobs for as long as we asked. */
    BUSY(false, SAME_AGAIN, SHORTER, LOWER_RESOLUTION),
    /** Down, or wrongly set up; the admin's to mend. */
    BACKEND_DOWN(true, SAME_AGAIN),
    /** The backend gave up on it. */
    BACKEND_ERROR(false, SAME_AGAIN, SIMPLER, SHORTER, LOWER_RESOLUTION),
    /** There was a file, but not the film that was ordered. */
    BAD_RESULT(false, SAME_AGAIN, SIMPLER, SHORTER),
    TIMED_OUT(false, SHORTER, LOWER_RESOLUTION, SIMPLER, SAME_AGAIN),
    /** The backend forgot the job. */
    LOST(true, SAME_AGAIN),
    /** Sent, but nobody could ever tell whether it arrived. */
    UNCONFIRMED(true, SAME_AGAIN),
    /** Our own mistake. */
    INTERNAL(true, SAME_AGAIN),
    CANCELLED(false, SAME_AGAIN);

    private final boolean forAdmin;
    private final List<Remedy> remedies;

    Failure(boolean forAdmin, Remedy... remedies) {
        this.forAdmin = forAdmin;
        this.remedies = List.of(remedies);
    }

    /** What a film is given up for: for the backend's sake, where that was away or turned us out to the last. */
    static Failure after(BackendException last, Failure otherwise) {
        return switch (last) {
            case BackendException.Unreachable _ -> BACKEND_DOWN;
            case BackendException.Refused refused
            when refused.ground() == BackendException.Ground.SETUP -> BACKEND_DOWN;
            default -> otherwise;
        };
    }

    /** Whether an admin must be told. */
    public boolean forAdmin() {
        return forAdmin;
    }

    /** Whether the same order may turn out well once an admin has mended something. */
    public boolean mendable() {
        return this != CANCELLED && remedies.contains(SAME_AGAIN);
    }

    /** What may help, best first; empty when only other words can. */
    public List<Remedy> remedies() {
        return remedies;
    }
}
