package app.emaki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the README promises to whoever sets a variable reaches the container as well. */
class ComposeTests {
    private static final Pattern NAME = Pattern.compile("`(…?[A-Z][A-Z_]*|…_[A-Z_]+)`");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)(:-[^}]*)?}");

    @Test
    void everyVariableOfTheReadmeIsHandedOn() throws IOException {
        var handedOn = environment();

        assertThat(names())
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(handedOn).containsKey(name));
    }

    @Test
    void noVariableHasToBeSet() throws IOException {
        assertThat(environment().values())
                .extracting(Object::toString)
                .filteredOn(value -> value.contains("$"))
                .allMatch(value -> PLACE.matcher(value).results().allMatch(place -> place.group(2) != null));
    }

    /** Those of the table: a name that begins with a mark of omission has the beginning of the one before it. */
    private static List<String> names() throws IOException {
        var names = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("README.md"))) {
            if (!line.startsWith("| `")) {
                continue;
            }
            var first = "";
            for (var name : NAME.matcher(line.split("\\|", -1)[1])
                    .results()
                    .map(it -> it.group(1))
                    .toList()) {
                first = first.isEmpty() ? name : first;
                names.add(name.startsWith("…") ? beginning(first) + name.substring(1) : name);
            }
        }
        // the port is the one on the host, and the container always listens on its own
        names.remove("SERVER_PORT");
        return names;
    }

    private static String beginning(String name) {
        return name.substring(0, name.lastIndexOf('_'));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment() throws IOException {
        try (var file = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            var compose =
                    new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Map<String, Object>>>load(file);
            var emaki = (Map<String, Object>) compose.get("services").get("emaki");
            return (Map<String, Object>) emaki.get("environment");
        }
    }
}
