package app.emaki.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** The rule of passwords: long enough and not what everybody tries first. No composition, nothing expires. */
final class PasswordRule {
    static final int SHORTEST = 10;
    /** bcrypt reads no further. */
    static final int LONGEST_BYTES = 72;

    private static final CommonPasswords COMMON = CommonPasswords.bundled();

    private PasswordRule() {}

    /** One form of the same password, however a keyboard composes its letters. */
    static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /**
     * The message that says what is wrong with a password; empty when nothing is.
     *
     * @param own words that others know of its owner, such as the handle
     */
    static Optional<String> objection(String password, List<String> own) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("account.password.long");
        }
        if (COMMON.includes(password)) {
            return Optional.of("account.password.common");
        }
        return COMMON.isMadeOf(password, own) ? Optional.of("account.password.own") : Optional.empty();
    }
}
