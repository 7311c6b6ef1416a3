package app.emaki.generation;

/** Where a generation stands. UNKNOWN is honest: it was sent, and nobody can tell yet whether it arrived. */
public enum State {
    QUEUED,
    RUNNING,
    MASTERING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    UNKNOWN;

    /** Whether nothing will change any more. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
