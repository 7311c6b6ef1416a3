/** Tests of the house as a whole, and what the tests of all modules share. */
@NullMarked
package app.emaki;

import org.jspecify.annotations.NullMarked;
