package app.emaki.account;

import java.util.UUID;

/** An admin made a link with which somebody may set a new password. */
public record PasswordLinkMade(UUID account, UUID by) {}
