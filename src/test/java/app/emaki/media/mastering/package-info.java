@NullMarked
package app.emaki.media.mastering;

import org.jspecify.annotations.NullMarked;
