package app.emaki.account;

import java.util.UUID;

/** An account that was closed is gone for good, with all that was kept of its owner. */
public record AccountErased(UUID account) {}
