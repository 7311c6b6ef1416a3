package app.emaki.studio;

import org.jspecify.annotations.Nullable;

/**
 * What the browser says of the picture on the sheet.
 *
 * @param picked the key of the one that it showed
 * @param agreed whether the tick below that one is set
 * @param either whether the page asked what the picture is for
 * @param keeps whether the film keeps to it instead of starting from it
 * @param unpicture that it shall go
 */
record PictureForm(
        @Nullable String picked,
        @Nullable String agreed,
        @Nullable String either,
        @Nullable String keeps,
        @Nullable String unpicture) {}
