package app.emaki.account;

import java.util.UUID;

/** An admin gave an account another role. */
public record RoleGiven(UUID account, Role role, UUID by) {}
