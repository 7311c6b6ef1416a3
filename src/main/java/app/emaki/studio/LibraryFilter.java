package app.emaki.studio;

import app.emaki.platform.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What of the library is asked for; null stands for all.
 *
 * @param posted true for what others may see, false for what waits
 * @param words somewhere in the prompt or the caption
 */
record LibraryFilter(
        @Nullable Boolean posted,
        @Nullable String model,
        @Nullable String words,
        @Nullable Cursor before) {}
