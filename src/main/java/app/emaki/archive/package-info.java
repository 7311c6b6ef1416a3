/**
 * Taking everything along: all that a member made and said as one documented file, and such a file, or films kept from
 * elsewhere, back in as private drafts. Reads the tables of the modules below and writes only through their doors.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "credit",
            "invite",
            "media",
            "cameo",
            "video",
            "social",
            "generation",
            "studio",
            "notification",
            "feedback",
            "moderation"
        })
@NullMarked
package app.emaki.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
