/** Those who act: rigs, poses, faces, clothes and the things they hold. */
@NullMarked
package app.emaki.model.kamishibai.picture.puppet;

import org.jspecify.annotations.NullMarked;
