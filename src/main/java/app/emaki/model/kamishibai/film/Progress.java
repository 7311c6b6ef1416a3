package app.emaki.model.kamishibai.film;

/** Watches a film being made, and can stop it. */
@FunctionalInterface
public interface Progress {

    /** Told after each encoded frame, from the thread that encodes. */
    void frames(int done, int total);

    /** Shown each encoded frame before it is told of, from the thread that encodes; the picture is only lent, as I420. */
    default void picture(byte[] i420, int width, int height) {}

    /** Asked between frames; once true, the film is given up within a frame's time. */
    default boolean cancelled() {
        return false;
    }

    static Progress none() {
        return (done, total) -> {};
    }
}
