/** Tests of the composer, the making page and the library. */
@NullMarked
package app.emaki.studio;

import org.jspecify.annotations.NullMarked;
