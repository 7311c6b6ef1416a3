package app.emaki.account;

import java.io.Serial;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody as the provider knows them.
 *
 * @param subject  what the provider calls them, for ever; the only thing that says who they are
 * @param email    may be empty
 * @param verified whether the provider says that the address is theirs
 * @param handle   what they might like to be called here
 */
record OidcPerson(String issuer, String subject, String email, boolean verified, String handle)
        implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST_HANDLE = 20;

    static OidcPerson of(String issuer, OidcUser user) {
        var email = EmailRule.normalise(Objects.requireNonNullElse(user.getEmail(), ""));
        var known = EmailRule.objection(email).isEmpty();
        var name = Objects.requireNonNullElse(user.getPreferredUsername(), email);
        return new OidcPerson(
                issuer,
                Objects.requireNonNull(user.getSubject()),
                known ? email : "",
                known && Boolean.TRUE.equals(user.getEmailVerified()),
                suggest(name));
    }

    /** How their owner tells several apart. */
    String label() {
        return email.isEmpty() ? handle : email;
    }

    private static String suggest(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceFirst("@.*", "").replaceAll("[^a-z0-9_]+", "_");
        return plain.substring(0, Math.min(LONGEST_HANDLE, plain.length()));
    }
}
