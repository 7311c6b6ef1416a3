/** Files of pictures and sound, and their way to the browser. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package app.emaki.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
