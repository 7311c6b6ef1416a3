/**
 * Where films are composed and watched while they are made: the composer with its coach, the pages of what is in the making, and
 * the library of what was made. It starts and shows generations; it never renders, charges or stores a film itself.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "policy",
            "account",
            "credit",
            "media",
            "model",
            "cameo",
            "generation",
            "video"
        })
@NullMarked
package app.emaki.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
