package app.emaki.model;

/** How much a backend tells of its progress; no deadline for progress holds against one that tells nothing. */
public enum ProgressKind {
    NONE,
    COARSE,
    PERCENT
}
