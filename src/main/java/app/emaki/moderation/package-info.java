/**
 * What happens when something should not be here: reports by members, decisions by moderators with a reason that the author
 * reads, and an audit log that nobody can rewrite. It commands the modules below and owns none of their rows.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "policy",
            "account",
            "invite",
            "media",
            "cameo",
            "video",
            "social",
            "generation"
        })
@NullMarked
package app.emaki.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
