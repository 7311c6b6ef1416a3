/**
 * The sound of a film: ambience, footsteps, effects, score and voices, laid out from the story plan and mixed to broadcast
 * loudness. Everything is synthesised; there are no recordings. Draws nothing and knows nothing of files.
 */
@NullMarked
package app.emaki.model.kamishibai.sound;

import org.jspecify.annotations.NullMarked;
