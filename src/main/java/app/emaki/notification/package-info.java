/**
 * What a member is told: that a film is ready or failed, was liked, commented, continued or taken down, and who follows them.
 * It hears the events of the modules below; nothing waits for it.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "invite",
            "model",
            "cameo",
            "video",
            "social",
            "generation",
            "moderation"
        })
@NullMarked
package app.emaki.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
