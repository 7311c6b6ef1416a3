/** Tests of the module video. */
@NullMarked
package app.emaki.video;

import org.jspecify.annotations.NullMarked;
