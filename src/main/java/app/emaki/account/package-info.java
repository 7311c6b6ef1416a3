/**
 * Who is here: accounts, how they sign in, what their plan allows, and whether they may take part. Knows nothing of invites
 * or videos; those modules hear what happens to an account.
 */
@ApplicationModule(allowedDependencies = {"platform", "policy"})
@NullMarked
package app.emaki.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
