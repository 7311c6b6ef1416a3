/**
 * What members tell those who keep the house: words, the page they were written on and the state it was in. Not reports about
 * others; those go to {@code moderation}.
 */
@ApplicationModule(allowedDependencies = {"platform", "account"})
@NullMarked
package app.emaki.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
