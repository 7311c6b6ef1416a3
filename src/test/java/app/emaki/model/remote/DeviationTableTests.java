package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.CancelKind;
import app.emaki.model.Input;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of deviations that operators read say what the adapters do. */
class DeviationTableTests {
    private static final List<Map<String, List<String>>> TABLES = read();

    @Test
    void everyDialectHasARowInEachTable() {
        var dialects = Arrays.stream(Dialect.values()).map(Dialect::key).toList();
        assertThat(TABLES)
                .hasSize(2)
                .allSatisfy(table -> assertThat(table.keySet()).containsExactlyElementsOf(dialects));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsSaidOfProgressStoppingAndKnowingAJobAgainIsSo(Dialect dialect) throws Exception {
        var row = row(0, dialect);
        assertThat(row.get(2)).startsWith(dialect.progress().name().toLowerCase(Locale.ROOT));
        assertThat(row.get(3).equals("no")).isEqualTo(dialect.cancel() == CancelKind.NONE);
        try (var fake = FakeBackend.of(dialect)) {
            var client = dialect.client(fake.backend(dialect, Duration.ofSeconds(5)), new Http());
            boolean again = client.idempotent()
                    || client.find(RemoteClientContractTests.request("A fox")).isPresent();
            assertThat(row.get(4).equals("no")).isEqualTo(!again);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsSaidOfFacesAndThingsIsSo(Dialect dialect) {
        var row = row(1, dialect);
        assertThat(row.get(1).equals("no")).isEqualTo(!dialect.inputs().contains(Input.REFERENCE));
        assertThat(row.get(2).equals("no")).isEqualTo(!dialect.inputs().contains(Input.CHARACTER));
        if (dialect.templated()) {
            assertThat(row.get(2)).contains("template");
        }
    }

    private static List<String> row(int table, Dialect dialect) {
        return Objects.requireNonNull(TABLES.get(table).get(dialect.key()));
    }

    /** Tables whose rows begin with a dialect, each row by that. */
    private static List<Map<String, List<String>>> read() {
        var tables = new ArrayList<Map<String, List<String>>>();
        try {
            for (var line : Files.readAllLines(Path.of("docs/backends.md"))) {
                if (line.startsWith("| dialect |")) {
                    tables.add(new LinkedHashMap<>());
                } else if (line.startsWith("| `")) {
                    var cells = Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .map(String::strip)
                            .toList();
                    tables.getLast().put(cells.getFirst().replace("`", ""), cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }
}
