package app.emaki.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list and the cursor of the next one, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts a page from up to {@code size + 1} rows: the extra row only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, Cursor> place) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Page<>(items, place.apply(items.getLast()).encode());
    }
}
