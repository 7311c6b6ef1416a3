package app.emaki.studio;

import app.emaki.platform.Cursor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the library is asked for; null stands for all.
 *
 * @param style address of a ready phrase
 * @param styles words of that style, one of which stands in the prompt
 * @param words somewhere in the prompt or the caption
 */
record LibraryFilter(
        LibraryState state,
        @Nullable String model,
        @Nullable String style,
        List<String> styles,
        @Nullable UUID shelf,
        @Nullable String words,
        @Nullable Cursor before) {

    /** Whether nothing is filtered. */
    public boolean none() {
        return state == LibraryState.ALL && model == null && style == null && shelf == null && words == null;
    }
}
