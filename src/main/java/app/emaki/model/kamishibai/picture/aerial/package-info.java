/** The world seen from straight above: the ground of each setting, and whoever moves over it. */
@NullMarked
package app.emaki.model.kamishibai.picture.aerial;

import org.jspecify.annotations.NullMarked;
