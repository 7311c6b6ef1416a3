package app.emaki.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rule of e-mail addresses: something that could reach somebody. Only a mail that arrives proves more. */
public final class EmailRule {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:.]+(\\.[^\\s@<>\",;:.]+)*");

    private EmailRule() {}

    /** The address meant by what was typed. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The message that says what is wrong with an address; empty when nothing is. */
    public static Optional<String> objection(String email) {
        return email.length() <= LONGEST && FORM.matcher(email).matches()
                ? Optional.empty()
                : Optional.of("account.email.form");
    }
}
