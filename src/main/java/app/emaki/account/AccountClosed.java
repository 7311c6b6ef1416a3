package app.emaki.account;

import java.util.UUID;

/** An account was closed by its owner. */
public record AccountClosed(UUID account) {}
