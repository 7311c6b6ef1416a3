package app.emaki.model;

/** Whether a backend can be asked to stop a job that it has begun. */
public enum CancelKind {
    NONE,
    BEST_EFFORT
}
