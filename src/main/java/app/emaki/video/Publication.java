package app.emaki.video;

import org.jspecify.annotations.Nullable;

/**
 * How an author shows a video.
 *
 * @param caption at most {@link Caption#LONGEST} characters
 * @param promptShown whether others may read the prompt
 * @param remixable who may continue it; null leaves that as it is, everyone at first
 * @param commercial whether it advertises something, which is then said wherever it is shown
 */
public record Publication(
        String caption,
        Visibility visibility,
        boolean promptShown,
        @Nullable Remixable remixable,
        boolean commercial) {

    public Publication(String caption, Visibility visibility, boolean promptShown) {
        this(caption, visibility, promptShown, null);
    }

    /** Not made for anybody's business. */
    public Publication(String caption, Visibility visibility, boolean promptShown, @Nullable Remixable remixable) {
        this(caption, visibility, promptShown, remixable, false);
    }
}
