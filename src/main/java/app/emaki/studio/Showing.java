package app.emaki.studio;

import app.emaki.video.Visibility;

/**
 * How a film shall be shown once it is made, chosen before.
 *
 * @param promptShown whether others may read the words and start from them
 */
record Showing(Visibility visibility, boolean promptShown) {
    /** As most people want it. */
    static final Showing FIRST = new Showing(Visibility.EVERYONE, true);
}
