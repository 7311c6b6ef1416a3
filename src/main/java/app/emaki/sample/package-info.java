/**
 * Sample content for a new instance, when its admin wishes for it: a small cast and a dozen clips, ordered, made and posted
 * through the same doors as anybody's. It survives a restart half-way, as each order is a row.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "generation", "model", "video", "social"})
@NullMarked
package app.emaki.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
