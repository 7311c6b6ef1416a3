package app.emaki.policy;

import app.emaki.policy.Verdict.Effect;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A row of {@code policy_rule}: a term or a pattern, and what follows when a text has it. Texts are compared in compatibility
 * form and lower case, so that full-width letters and capitals are no way round. A term of Latin letters matches whole words.
 */
record PolicyRule(
        UUID id, boolean isPattern, String term, Effect effect, String textEn, String textJa, Pattern compiled) {

    static PolicyRule of(UUID id, boolean isPattern, String term, Effect effect, String textEn, String textJa) {
        var compiled = Pattern.compile(
                isPattern ? term : expression(normal(term)), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new PolicyRule(id, isPattern, term, effect, textEn, textJa, compiled);
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The words of a text in normal form that this rule is about. */
    List<String> matches(String normalText) {
        var words = new ArrayList<String>();
        var matcher = compiled.matcher(normalText);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    String text(String language) {
        return language.equals("ja") ? textJa : textEn;
    }

    private static String expression(String term) {
        boolean latin = term.chars().allMatch(c -> c < 0x250);
        var quoted = Pattern.quote(term);
        return latin ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted;
    }
}
