package app.emaki.account;

import java.util.UUID;

/** A suspended account may take part again. */
public record AccountReinstated(UUID account) {}
