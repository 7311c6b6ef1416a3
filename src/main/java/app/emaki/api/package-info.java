/**
 * Emaki for programs: {@code /v1} speaks OpenAI's Videos protocol, {@code /api/v1} what lies beyond it, {@code /mcp} the protocol of
 * assistants, and webhooks tell what happened. All of it goes through the doors that the pages use; this module owns keys,
 * endpoints and what they need, and no rule about films.
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
            "video",
            "social",
            "invite",
            "moderation"
        })
@NullMarked
package app.emaki.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
