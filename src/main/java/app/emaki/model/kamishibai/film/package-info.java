/** How drawn frames and samples become an MP4: parallel drawing, one encoder, FFmpeg's libraries inside this process. Knows nothing of prompts. */
@NullMarked
package app.emaki.model.kamishibai.film;

import org.jspecify.annotations.NullMarked;
