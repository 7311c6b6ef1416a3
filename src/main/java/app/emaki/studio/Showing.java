package app.emaki.studio;

import app.emaki.video.Remixable;
import app.emaki.video.Visibility;

/**
 * How a film shall be shown once it is made, chosen before.
 *
 * @param promptShown whether others may read the words
 * @param remixable who may go on from it
 */
record Showing(Visibility visibility, boolean promptShown, Remixable remixable) {
    /** As most people want it. */
    static final Showing FIRST = new Showing(Visibility.EVERYONE, true, Remixable.EVERYONE);
}
