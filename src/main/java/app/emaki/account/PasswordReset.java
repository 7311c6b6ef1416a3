package app.emaki.account;

import java.util.UUID;

/** Somebody who could not sign in has set a new password by a link. */
public record PasswordReset(UUID account) {}
