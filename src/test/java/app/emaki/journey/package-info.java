/**
 * Whole ways through Emaki, in a real Chromium on a real server with its workers on. A journey never skips: the browser is
 * found, or fetched, or the build says what to install. What every page owes a visitor (no error, no foreign request, no
 * barrier) is checked on the way, by {@link app.emaki.journey.Visitor}.
 */
@NullMarked
package app.emaki.journey;

import org.jspecify.annotations.NullMarked;
