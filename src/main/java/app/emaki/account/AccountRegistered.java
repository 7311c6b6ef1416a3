package app.emaki.account;

import java.util.UUID;

/** An account was made and waits for its invite code. */
public record AccountRegistered(UUID account) {}
