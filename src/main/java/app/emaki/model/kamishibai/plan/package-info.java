/** What a film will be: the story plan, the lexicon, and the reading of a prompt into a plan. Draws and sounds nothing. */
@NullMarked
package app.emaki.model.kamishibai.plan;

import org.jspecify.annotations.NullMarked;
