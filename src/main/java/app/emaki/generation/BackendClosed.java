package app.emaki.generation;

/** A backend refused every film for its set-up, and takes no more until an admin has looked; the reason is its own text. */
public record BackendClosed(String backend, String reason) {}
