/**
 * Where videos are watched: the vertical feed, the page of one video, the page of a person, search, and the welcome of the
 * signed-out. Its queries join what the
 * modules below keep; its own tables hold what somebody wants of their feed.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "model", "video", "social"})
@NullMarked
package app.emaki.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
