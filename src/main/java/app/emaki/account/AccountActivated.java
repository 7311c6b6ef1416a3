package app.emaki.account;

import java.util.UUID;

/** An account may take part from now on. */
public record AccountActivated(UUID account) {}
