package app.emaki.account;

import java.util.UUID;

/** An owner took the closed account back; what was decided on it meanwhile holds again. */
public record AccountReturned(UUID account) {}
