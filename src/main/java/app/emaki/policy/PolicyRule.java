package app.emaki.policy;

import app.emaki.policy.Verdict.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A row of {@code policy_rule}: a term or a pattern, and what follows when a text has it. Texts are compared in compatibility
 * form and lower case, so that full-width letters and capitals are no way round. A term of Latin letters matches whole words.
 */
record PolicyRule(UUID id, Terms terms, boolean inForce, Pattern compiled) {
    private static final Logger log = LoggerFactory.getLogger(PolicyRule.class);

    static PolicyRule of(UUID id, Terms terms, boolean inForce) {
        return new PolicyRule(id, terms, inForce, compile(terms));
    }

    /** The expression of a rule; a term of Latin letters is a word, not a part of one. */
    static Pattern compile(Terms terms) {
        return Pattern.compile(
                terms.pattern() ? terms.term() : expression(Folded.fold(terms.term())),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Where a text has what this rule is about, in the folded text; nothing when the pattern takes too long. */
    List<int[]> runs(Folded text) {
        var runs = new ArrayList<int[]>();
        try {
            var matcher = compiled.matcher(Patience.with(text));
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    runs.add(new int[] {matcher.start(), matcher.end()});
                }
            }
        } catch (Patience.LostPatience | StackOverflowError e) {
            log.warn("Rule {} takes too long and was passed over", id);
            return List.of();
        }
        return runs;
    }

    /** The words of a text that this rule is about, as they were written. */
    List<String> matches(String text) {
        var folded = Folded.of(text);
        return runs(folded).stream()
                .map(run -> folded.original(folded.span(run[0], run[1])))
                .toList();
    }

    boolean appliesTo(Tongues tongues) {
        return terms.language() == null || tongues.has(terms.language());
    }

    Effect effect() {
        return terms.effect();
    }

    String text(String language) {
        return language.equals("ja") ? terms.textJa() : terms.textEn();
    }

    /** What to write instead, in a language; empty to leave it out. */
    String instead(String language) {
        return language.equals("ja") ? terms.insteadJa() : terms.insteadEn();
    }

    private static String expression(String term) {
        boolean latin = term.chars().allMatch(c -> c < 0x250);
        var quoted = Pattern.quote(term);
        return latin ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted;
    }

    /** What a rule is about. */
    enum Kind {
        /** What may not be said or shown. */
        WORDS,
        /** Names of real people. */
        PERSON,
        /** Names that belong to somebody: trademarks, characters, titles. */
        MARK,
        /** Personal data. */
        DATA
    }

    /**
     * What the admin writes of a rule.
     *
     * @param language of the texts it applies to; null for all
     * @param textEn the rule in the admin's own words, as an author reads it
     * @param insteadEn what a rewrite puts in place of what was found; empty to leave it out
     */
    record Terms(
            Kind kind,
            boolean pattern,
            String term,
            Effect effect,
            @Nullable String language,
            String textEn,
            String textJa,
            String insteadEn,
            String insteadJa) {}
}
