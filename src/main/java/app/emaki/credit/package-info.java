/**
 * What films cost and who can pay: an append-only ledger of credits. A price is reserved when a film is ordered, and settled or
 * given back when it ends, in the transaction of whoever calls.
 */
@ApplicationModule(allowedDependencies = {"platform", "account", "model"})
@NullMarked
package app.emaki.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
