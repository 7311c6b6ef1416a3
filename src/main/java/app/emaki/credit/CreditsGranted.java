package app.emaki.credit;

import java.util.UUID;

/** An admin gave an account credits that never run out, for a reason. */
public record CreditsGranted(UUID account, int credits, String reason, UUID by) {}
