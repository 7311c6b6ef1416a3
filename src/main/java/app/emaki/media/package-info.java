/**
 * Files that people see: where they are kept, who may read them, and how a backend's result becomes a film that may be shown
 * (checked, watermarked, marked as made by AI). Knows nothing of videos; upper modules say who may read what.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package app.emaki.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
