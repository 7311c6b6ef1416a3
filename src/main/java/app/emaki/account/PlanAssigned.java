package app.emaki.account;

import java.util.UUID;

/** An admin gave an account another plan. */
public record PlanAssigned(UUID account, Plan before, Plan after, UUID by) {}
