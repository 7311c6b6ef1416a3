/** The empty stage: sheets of pixels, how they are laid over each other, the lens, the light and the finishing of a frame. Knows no story. */
@NullMarked
package app.emaki.model.kamishibai.picture.stage;

import org.jspecify.annotations.NullMarked;
