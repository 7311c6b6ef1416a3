/** What hangs in or falls through the air: sky, sun, clouds, rain, snow and everything that drifts. */
@NullMarked
package app.emaki.model.kamishibai.picture.sky;

import org.jspecify.annotations.NullMarked;
