package app.emaki.policy;

import app.emaki.policy.PolicyRule.Kind;
import app.emaki.policy.PolicyRule.Terms;
import app.emaki.policy.PolicyRules.Row;
import app.emaki.policy.Verdict.Effect;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rules as a file: all of them out, all of them in or none. A rule with a known term takes the place of the one that is there. */
@Component
class RuleFile {
    static final int MOST = 5000;

    private final PolicyRules rules;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    RuleFile(PolicyRules rules) {
        this.rules = rules;
    }

    String write() {
        return json.writeValueAsString(rules.all().stream().map(Line::of).toList());
    }

    /**
     * Takes all lines in.
     *
     * @throws BadFile when the file or one of its lines is no rule; then nothing has changed
     */
    @Transactional
    int read(String file) {
        var lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            keep(lines.get(i), i + 1);
        }
        return lines.size();
    }

    private List<Line> lines(String file) {
        try {
            var lines = json.readValue(file, new TypeReference<List<Line>>() {});
            if (lines == null || lines.size() > MOST || lines.stream().anyMatch(Objects::isNull)) {
                throw new BadFile(0);
            }
            return lines;
        } catch (JacksonException e) {
            throw new BadFile(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
    }

    private void keep(Line line, int number) {
        var terms = line.terms();
        var errors = new BeanPropertyBindingResult(RuleForm.fresh(), "rule");
        RuleForm.check(terms, errors);
        if (errors.hasErrors()) {
            throw new BadFile(number);
        }
        UUID id = rules.find(terms.pattern(), terms.term()).map(Row::id).orElse(null);
        rules.keep(id, terms, !Boolean.FALSE.equals(line.inForce()));
    }

    /** A rule in the file. */
    record Line(
            @Nullable Kind kind,
            @Nullable Boolean pattern,
            @Nullable String term,
            @Nullable Effect effect,
            @Nullable String language,
            @Nullable String textEn,
            @Nullable String textJa,
            @Nullable String insteadEn,
            @Nullable String insteadJa,
            @Nullable Boolean inForce) {

        static Line of(Row row) {
            var terms = row.terms();
            return new Line(
                    terms.kind(),
                    terms.pattern(),
                    terms.term(),
                    terms.effect(),
                    terms.language(),
                    terms.textEn(),
                    terms.textJa(),
                    terms.insteadEn(),
                    terms.insteadJa(),
                    row.inForce());
        }

        Terms terms() {
            return new RuleForm(
                            kind, pattern, term, effect, language, textEn, textJa, insteadEn, insteadJa, inForce, "",
                            "")
                    .terms();
        }
    }

    /** The file cannot be taken in; {@code line} is where it is wrong, 0 when that cannot be told. */
    static final class BadFile extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int line;

        BadFile(int line) {
            super("Not a file of rules, line " + line);
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
