package app.emaki.policy;

import app.emaki.policy.PolicyRule.Kind;
import app.emaki.policy.PolicyRule.Terms;
import app.emaki.policy.Verdict.Effect;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A rule as the admin writes it.
 *
 * @param rehearsed what the rule said when it was last rehearsed; it is saved only as it was rehearsed
 */
record RuleForm(
        @Nullable Kind kind,
        @Nullable Boolean pattern,
        @Nullable String term,
        @Nullable Effect effect,
        @Nullable String language,
        @Nullable String textEn,
        @Nullable String textJa,
        @Nullable String insteadEn,
        @Nullable String insteadJa,
        @Nullable Boolean inForce,
        @Nullable String rehearsed,
        @Nullable String why) {
    static final int LONGEST_TERM = 500;
    static final int LONGEST_TEXT = 300;
    static final int LONGEST_WHY = 300;

    static RuleForm fresh() {
        return new RuleForm(Kind.WORDS, false, "", Effect.BLOCK, "", "", "", "", "", true, "", "");
    }

    static RuleForm of(PolicyRules.Row row) {
        var terms = row.terms();
        return new RuleForm(
                terms.kind(),
                terms.pattern(),
                terms.term(),
                terms.effect(),
                Objects.requireNonNullElse(terms.language(), ""),
                terms.textEn(),
                terms.textJa(),
                terms.insteadEn(),
                terms.insteadJa(),
                row.inForce(),
                "",
                "");
    }

    Terms terms() {
        return new Terms(
                Objects.requireNonNullElse(kind, Kind.WORDS),
                Boolean.TRUE.equals(pattern),
                line(term),
                Objects.requireNonNullElse(effect, Effect.BLOCK),
                "ja".equals(language) || "en".equals(language) ? language : null,
                line(textEn),
                line(textJa),
                line(insteadEn),
                line(insteadJa));
    }

    boolean force() {
        return Boolean.TRUE.equals(inForce);
    }

    String reason() {
        return line(why);
    }

    /** What stands on the paper, to know it again. */
    String print() {
        return Integer.toHexString(Objects.hash(terms(), force()));
    }

    boolean wasRehearsed() {
        return print().equals(rehearsed);
    }

    void check(Errors errors) {
        check(terms(), errors);
        if (reason().length() > LONGEST_WHY) {
            errors.rejectValue("why", "policy.rule.why.long", new Object[] {LONGEST_WHY}, null);
        }
    }

    static void check(Terms terms, Errors errors) {
        if (terms.term().isEmpty() || terms.term().length() > LONGEST_TERM) {
            errors.rejectValue("term", "policy.rule.term.length", new Object[] {LONGEST_TERM}, null);
        } else {
            checkExpression(terms, errors);
        }
        if (terms.effect() != Effect.ALLOW && terms.textEn().isEmpty()) {
            errors.rejectValue("textEn", "policy.rule.text.missing");
        }
        if (terms.effect() != Effect.ALLOW && terms.textJa().isEmpty()) {
            errors.rejectValue("textJa", "policy.rule.text.missing");
        }
        Stream.of("textEn", "textJa", "insteadEn", "insteadJa")
                .filter(field -> value(terms, field).length() > LONGEST_TEXT)
                .forEach(
                        field -> errors.rejectValue(field, "policy.rule.text.long", new Object[] {LONGEST_TEXT}, null));
    }

    /** It must compile, must not meet every text, and must not go astray in a long one. */
    private static void checkExpression(Terms terms, Errors errors) {
        try {
            var compiled = PolicyRule.compile(terms);
            if (compiled.matcher("").find()) {
                errors.rejectValue("term", "policy.rule.term.everything");
                return;
            }
            for (var trap : traps(terms.term())) {
                var matcher = compiled.matcher(Patience.with(trap));
                while (matcher.find()) {
                    // only the time counts
                }
            }
        } catch (PatternSyntaxException e) {
            errors.rejectValue("term", "policy.rule.term.syntax", new Object[] {e.getIndex() + 1}, null);
        } catch (Patience.LostPatience | StackOverflowError e) {
            errors.rejectValue("term", "policy.rule.term.slow");
        }
    }

    private static java.util.List<String> traps(String term) {
        var letters = term.replaceAll("[^\\p{L}\\p{N}]", "");
        var own = letters.isEmpty() ? "x" : letters.substring(0, 1);
        return java.util.List.of("a".repeat(4000) + "!", own.repeat(4000) + "!", "a b ".repeat(1000), "あ".repeat(4000));
    }

    private static String value(Terms terms, String field) {
        return switch (field) {
            case "textEn" -> terms.textEn();
            case "textJa" -> terms.textJa();
            case "insteadEn" -> terms.insteadEn();
            default -> terms.insteadJa();
        };
    }

    private static String line(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }
}
