package app.emaki.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule of handles: 3 to 20 of a–z, 0–9 and _, no reserved word, and none that looks like another's. */
final class HandleRule {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_]{3,20}");
    private static final Pattern ONLY_MARKS = Pattern.compile("_+");
    private static final Set<String> RESERVED = Set.of(
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "anonymous",
            "api",
            "billing",
            "contact",
            "deleted",
            "emaki",
            "everyone",
            "feed",
            "help",
            "here",
            "info",
            "invite",
            "invites",
            "join",
            "legal",
            "mail",
            "me",
            "mod",
            "moderation",
            "moderator",
            "mods",
            "nobody",
            "noreply",
            "notifications",
            "null",
            "official",
            "owner",
            "policy",
            "postmaster",
            "privacy",
            "report",
            "reports",
            "root",
            "safety",
            "search",
            "security",
            "settings",
            "setup",
            "sora",
            "staff",
            "studio",
            "support",
            "sysadmin",
            "system",
            "team",
            "terms",
            "undefined",
            "unknown",
            "user",
            "webmaster");
    private static final Set<String> RESERVED_LOOKS =
            Set.copyOf(RESERVED.stream().map(HandleRule::skeleton).toList());

    private HandleRule() {}

    /** The handle meant by what was typed: full-width letters, capitals, spaces around and a leading @ are forgiven. */
    static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^@", "");
    }

    /** The message that says what is wrong with a handle's form; empty when nothing is. */
    static Optional<String> objectionToForm(String handle) {
        return FORM.matcher(handle).matches() && !ONLY_MARKS.matcher(handle).matches()
                ? Optional.empty()
                : Optional.of("account.handle.form");
    }

    /** Whether a handle is, or looks like, a word that speaks for the house. */
    static boolean reserved(String handle) {
        return RESERVED_LOOKS.contains(skeleton(handle));
    }

    /** What look-alikes have in common: {@code m1_zuki} and {@code rnlzuki} are one. */
    static String skeleton(String handle) {
        var plain = handle.replace("_", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace("rn", "m")
                .replace("vv", "w");
        return plain.isEmpty() ? handle : plain;
    }
}
