/**
 * Whose likeness may appear in whose film: portraits that their owners made and keep, who may use them, and a ledger of every
 * use that its person can take back. Knows nothing of films but their ids; {@code generation} asks before it draws a likeness,
 * {@code video} before it shows one, and both hear when consent is gone.
 */
@ApplicationModule(allowedDependencies = {"platform", "account"})
@NullMarked
package app.emaki.cameo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
