/** Tests of the module feed. */
@NullMarked
package app.emaki.feed;

import org.jspecify.annotations.NullMarked;
