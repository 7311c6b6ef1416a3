/**
 * Finished videos: what they are, who may watch them, and how they are published, taken down, deleted and downloaded. Who may
 * watch is ruled in one place, {@link app.emaki.video.Audience}; everything that shows a video, here and above, asks there.
 */
@ApplicationModule(allowedDependencies = {"platform", "policy", "account", "media", "cameo"})
@NullMarked
package app.emaki.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
