package app.emaki.account;

import java.util.UUID;

/** An account may not take part until it is reinstated. */
public record AccountSuspended(UUID account) {}
