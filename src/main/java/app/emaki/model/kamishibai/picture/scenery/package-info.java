/** The places a shot can be set in, each a stack of paper layers around a vanishing point, and the shapes they share. */
@NullMarked
package app.emaki.model.kamishibai.picture.scenery;

import org.jspecify.annotations.NullMarked;
