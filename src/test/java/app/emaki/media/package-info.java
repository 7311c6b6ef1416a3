@NullMarked
package app.emaki.media;

import org.jspecify.annotations.NullMarked;
