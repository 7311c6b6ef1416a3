/**
 * Speech: text to phonemes to a waveform, in Japanese and English, by hidden Markov models read from {@code .htsvoice} files.
 * Knows nothing of films; the sound package decides who says what and when.
 */
@NullMarked
package app.emaki.model.kamishibai.speech;

import org.jspecify.annotations.NullMarked;
