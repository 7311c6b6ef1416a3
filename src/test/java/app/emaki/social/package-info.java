/** Tests of the module social. */
@NullMarked
package app.emaki.social;

import org.jspecify.annotations.NullMarked;
