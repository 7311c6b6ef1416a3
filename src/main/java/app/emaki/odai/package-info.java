/**
 * 題, the theme of the week: an admin sets one, films with its tag gather on a page, and members vote on them without seeing
 * whose they are or how others voted. When it is over the names and the numbers are shown.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "video"})
@NullMarked
package app.emaki.odai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
