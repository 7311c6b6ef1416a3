/** Checks that as many sit down as there are seats, whoever tries, however often and however many at once. */
@NullMarked
package app.emaki.invite;

import org.jspecify.annotations.NullMarked;
