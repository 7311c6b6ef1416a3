/** What people do about each other and about videos: likes, comments, follows and blocks. */
@ApplicationModule(allowedDependencies = {"platform", "policy", "account", "cameo", "video"})
@NullMarked
package app.emaki.social;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
