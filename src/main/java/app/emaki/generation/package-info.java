/**
 * The engine: what happens between an order and a finished film, for any backend, any crash and any crowd. The row in
 * {@code generation} is the truth about a job; everything else here reads it, does one thing, and writes it back if the job is
 * still its own. Has no pages for users; those are in studio.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "policy", "account", "credit", "media", "model", "cameo", "video"})
@NullMarked
package app.emaki.generation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
