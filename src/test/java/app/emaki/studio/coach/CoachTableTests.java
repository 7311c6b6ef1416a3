package app.emaki.studio.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.studio.prompt.PromptLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** The table of prompts and the notes that they must and must not raise. */
class CoachTableTests {
    private static final Coach COACH = new Coach();

    record Row(int seconds, int takes, List<String> must, List<String> mustNot, String prompt) {
        Composition composition() {
            return Composition.of(prompt, PromptLanguage.EN, seconds, 4, 20, takes, true);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPromptRaisesWhatItMustAndNothingThatItMustNot(Row row) {
        var raised = COACH.notes(row.composition(), Set.of()).stream()
                .map(Note::rule)
                .toList();

        assertThat(raised).containsAll(row.must());
        assertThat(raised).filteredOn(row.mustNot()::contains).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsUnderlinedLiesWithinTheText(Row row) {
        for (var note : COACH.notes(row.composition(), Set.of())) {
            assertThat(note.spans())
                    .allSatisfy(span -> assertThat(span.from())
                            .isNotNegative()
                            .isLessThan(span.to())
                            .satisfies(from -> assertThat(span.to())
                                    .isLessThanOrEqualTo(row.prompt().length())));
        }
    }

    @Test
    void everyRuleIsRaisedAndKeptBackSomewhereInTheTable() {
        for (var rule : COACH.ruleIds()) {
            assertThat(rows().flatMap(row -> row.must().stream())).as("raised").contains(rule);
            assertThat(rows().flatMap(row -> row.mustNot().stream()))
                    .as("kept back")
                    .contains(rule);
        }
    }

    static Stream<Row> rows() {
        try (var file = new ClassPathResource("studio/coach.tsv").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(CoachTableTests::row).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        var cells = line.split("\t", -1);
        return new Row(
                Integer.parseInt(cells[0]),
                Integer.parseInt(cells[1]),
                names(cells[2]),
                names(cells[3]),
                cells[4].replace("\\n", "\n"));
    }

    private static List<String> names(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .filter(name -> !name.isBlank())
                .toList();
    }
}
