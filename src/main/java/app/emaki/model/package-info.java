/**
 * The models that make films, behind one port: what each can do, and how a job is handed to a backend, watched, fetched and
 * called off. One package-private adapter for each backend's dialect; the built-in renderer lives in {@code kamishibai}.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package app.emaki.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
