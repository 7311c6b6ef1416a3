/** Draws the frames of a story plan. {@link app.emaki.model.kamishibai.picture.Theatre} is the door; everything behind it is a pure function of plan, size and frame number. */
@NullMarked
package app.emaki.model.kamishibai.picture;

import org.jspecify.annotations.NullMarked;
