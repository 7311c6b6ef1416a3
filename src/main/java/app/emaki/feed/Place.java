package app.emaki.feed;

import app.emaki.platform.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins.
 *
 * @param cursor null for the top
 * @param included whether the video at the cursor is the first of the page, or the last one seen
 */
record Place(@Nullable Cursor cursor, boolean included) {
    static final Place TOP = new Place(null, false);

    /** Reads the two ways that addresses put it; anything unreadable is the top. */
    static Place of(String after, String from) {
        if (!after.isEmpty()) {
            return new Place(Cursor.parse(after).orElse(null), false);
        }
        return from.isEmpty() ? TOP : new Place(Cursor.parse(from).orElse(null), true);
    }

    String condition(String order) {
        return cursor == null ? "" : " and (v.%s, v.id) %s (:at, :id)".formatted(order, included ? "<=" : "<");
    }
}
