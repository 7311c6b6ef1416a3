package app.emaki.studio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was wished for an order when it was given.
 *
 * @param title as its author named it; empty when it goes by its first words
 * @param kept the take that was chosen, null before
 */
record Wish(String title, Showing showing, @Nullable UUID kept) {
    /** Of an order that was given elsewhere. */
    static final Wish NONE = new Wish("", Showing.FIRST, null);
}
