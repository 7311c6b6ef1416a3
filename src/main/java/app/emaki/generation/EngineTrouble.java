package app.emaki.generation;

/** Films end for a reason that only an admin can mend. Published once for each cause; the words are the backend's own. */
public record EngineTrouble(Failure failure, String backend, String words) {}
