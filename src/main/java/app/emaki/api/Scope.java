package app.emaki.api;

import java.util.Locale;

/** What a key may be used for. */
enum Scope {
    /** Look at one's own films and at the feed. */
    READ,
    /** Order films, and delete them. */
    GENERATE,
    /** Show films, like, comment and follow. */
    PUBLISH,
    /** What an admin may do; offered to admins alone. */
    ADMIN;

    /** As programs call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security knows it. */
    String authority() {
        return "SCOPE_" + word();
    }
}
