package app.emaki.model.kamishibai.film;

/** Where the frames of a film come from; any frame can be asked for at any time, by any number of threads. */
public interface Frames {

    int count();

    int width();

    int height();

    /** A hand that draws, for one thread. */
    Painter painter();

    /** Draws single frames. */
    @FunctionalInterface
    interface Painter {
        /** Fills {@code rgb} (width × height, 0xRRGGBB) with frame {@code index}, counted from 0. */
        void paint(int index, int[] rgb);
    }
}
