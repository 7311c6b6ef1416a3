package app.emaki.feed;

import app.emaki.platform.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins.
 *
 * @param cursor null for the top
 * @param included whether the video at the cursor is the first of the page, or the last one seen
 * @param block what is left of a block of For you; null elsewhere
 */
record Place(
        @Nullable Cursor cursor, boolean included, @Nullable Block block) {
    static final Place TOP = new Place(null, false);

    Place(@Nullable Cursor cursor, boolean included) {
        this(cursor, included, null);
    }

    /** Reads the ways that addresses put it; anything unreadable is the top. */
    static Place of(String after, String from) {
        if (after.startsWith(Block.MARK)) {
            return Block.parse(after)
                    .map(block -> new Place(block.end(), false, block))
                    .orElse(TOP);
        }
        if (!after.isEmpty()) {
            return new Place(Cursor.parse(after).orElse(null), false);
        }
        return Cursor.parse(from).map(at -> new Place(at, true)).orElse(TOP);
    }

    String condition(String order) {
        return cursor == null ? "" : " and (v.%s, v.id) %s (:at, :id)".formatted(order, included ? "<=" : "<");
    }
}
