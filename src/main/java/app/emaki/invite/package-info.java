/**
 * Who brings whom: one code with four seats for everybody who takes part, redeemed by exactly as many newcomers, and codes
 * that an admin issues for an occasion, some with a gift; who waits for a code, and how one is handed on. Not who somebody is; that is {@code account}, whose events this module hears.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "credit"})
@NullMarked
package app.emaki.invite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
