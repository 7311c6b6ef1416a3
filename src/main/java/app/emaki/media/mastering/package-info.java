/**
 * What the mastering process does, apart from everything else of Emaki: a backend's file is opened here, and only here, with
 * FFmpeg's libraries in a process of its own, so that a file that breaks them breaks nothing but a film.
 */
@NamedInterface("mastering")
@NullMarked
package app.emaki.media.mastering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
