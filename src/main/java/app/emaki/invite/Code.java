package app.emaki.invite;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The letters and digits of an invite: none that looks like another when made, every look-alike forgiven when typed. */
record Code(String text) {
    static final String ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY";
    static final int SHORTEST = 6;
    static final int LONGEST = 10;

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final Map<Character, Character> LOOK_ALIKES =
            Map.of('O', 'Q', '0', 'Q', 'I', 'J', '1', 'J', 'L', 'J', 'S', '5', 'Z', '2', 'B', '8', 'U', 'V');

    /** A code that nobody can foresee. */
    static Code random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Code(text.toString());
    }

    /** The code meant by what was typed; empty when no code can be meant. */
    static Optional<Code> meant(String typed) {
        var text = new StringBuilder();
        for (char letter : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toCharArray()) {
            var plain = LOOK_ALIKES.getOrDefault(letter, letter);
            if (ALPHABET.indexOf(plain) >= 0) {
                text.append(plain.charValue());
            } else if (Character.isLetterOrDigit(letter)) {
                return Optional.empty();
            }
        }
        return text.length() < SHORTEST || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Code(text.toString()));
    }
}
