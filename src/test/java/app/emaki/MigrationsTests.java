package app.emaki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The one history of the schema: where its files lie and how they are named. That they run is proved by every other test. */
class MigrationsTests {
    private static final Path ROOT = Path.of("src/main/resources/db/migration");
    private static final Path MODULES = Path.of("src/main/java/app/emaki");

    @Test
    void eachFileIsNamedByItsMinuteAndLiesWithItsModule() throws IOException {
        for (var file : files()) {
            assertThat(file.getFileName().toString()).matches("V\\d{8}_\\d{4}__[a-z_]+\\.sql");
            assertThat(file.getNameCount())
                    .as("%s lies in a folder of its module", file)
                    .isEqualTo(2);
            assertThat(MODULES.resolve(file.getName(0).toString())).isDirectory();
        }
    }

    @Test
    void noTwoFilesClaimTheSameMinute() throws IOException {
        var byVersion = files().stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replaceFirst("__.*", "")));

        assertThat(byVersion).allSatisfy((version, files) -> assertThat(files).hasSize(1));
    }

    private static List<Path> files() throws IOException {
        try (var paths = Files.walk(ROOT)) {
            var files = paths.filter(Files::isRegularFile).map(ROOT::relativize).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }
}
