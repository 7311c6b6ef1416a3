package app.emaki.studio.coach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a composition by all its rules. Advice only: nothing here ever stops anybody. */
@Component
public class Coach {
    private final List<Rule> rules;

    Coach() {
        this.rules = read().stream()
                .sorted(Comparator.comparingInt(Rule::weight).reversed())
                .toList();
    }

    /** The notes on a composition, the gravest first, without those that its author has waved away. */
    public List<Note> notes(Composition composition, Set<String> dismissed) {
        return rules.stream()
                .filter(rule -> !dismissed.contains(rule.id()))
                .flatMap(rule -> rule.look(composition).stream())
                .toList();
    }

    /** The composition as the fix of a rule leaves it; unchanged when there is no such rule or nothing to mend. */
    public Composition mend(Composition composition, String ruleId) {
        return find(ruleId)
                .filter(rule -> rule.look(composition).isPresent())
                .flatMap(rule -> Optional.ofNullable(rule.fix()).map(fix -> fix.apply(composition, rule)))
                .orElse(composition);
    }

    /** Whether there is a rule of this name. */
    public boolean knows(String ruleId) {
        return find(ruleId).isPresent();
    }

    /** The names of all rules, the heaviest first. */
    List<String> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }

    private Optional<Rule> find(String ruleId) {
        return rules.stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
    }

    private static List<Rule> read() {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = new ClassPathResource("studio/coach.json").getInputStream()) {
            return json.readValue(file, new TypeReference<List<Rule>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
