package app.emaki.account;

import java.util.UUID;

/** An admin changed what a plan allows, for everybody who has it. */
public record PlanLimitsChanged(PlanLimits before, PlanLimits after, UUID by) {}
