/** Checks who gets in, by which rules and in which words; lends other tests a way to be signed in. */
@NullMarked
package app.emaki.account;

import org.jspecify.annotations.NullMarked;
