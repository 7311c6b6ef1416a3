package app.emaki.model.kamishibai;

/** A film was not begun, for this machine starts no process for it; nothing is wrong with the film. */
public final class NoWorker extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoWorker(String message) {
        super(message);
    }
}
