package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * OpenAI's own package for Node. It is installed by npm as {@code package-lock.json} names it, and speaks in a process of its own,
 * by the same program that anybody can run against their own Emaki.
 */
@ApiTest
class OpenAiNodeTests {
    private static final Path SOURCE = Path.of("src/test/node");
    private static final int MINUTES = 3;

    @LocalServerPort
    int port;

    @Autowired
    ApiPeople people;

    @AfterEach
    void leave() {
        people.leave();
    }

    @Test
    void everyOperationIsDrivenFromNode() throws Exception {
        var place = Files.createDirectories(Path.of("target/node").toAbsolutePath());
        for (var file : List.of("package.json", "package-lock.json", "check.mjs", ".npmrc")) {
            Files.copy(SOURCE.resolve(file), place.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(place, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        var told = run(
                place,
                Map.of(
                        "EMAKI_URL",
                        "http://localhost:" + port,
                        "EMAKI_KEY",
                        people.key(people.rich()),
                        "EMAKI_MODEL",
                        PaperModel.ID,
                        "EMAKI_SIZE",
                        "480x480",
                        "EMAKI_WORDS",
                        ", " + PaperModel.DONE),
                "node",
                "check.mjs");
        assertThat(told.lines()).hasSizeGreaterThan(15).allMatch(line -> line.startsWith("ok  "));
    }

    private static String run(Path place, Map<String, String> surroundings, String... command) throws Exception {
        var said = Files.createTempFile(place, "said-", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(surroundings);
        var process = start(builder, command[0]);
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("%s ends", List.of(command))
                    .isTrue();
            var words = Files.readString(said);
            assertThat(process.exitValue())
                    .as("%s says:%n%s", List.of(command), words)
                    .isZero();
            return words;
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(said);
        }
    }

    private static Process start(ProcessBuilder builder, String program) throws IOException {
        var found = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
        assertThat(found)
                .as(
                        "%s is needed to check the API with OpenAI's package for Node: install Node.js 20 or newer with npm (on Debian: apt install nodejs npm)",
                        program)
                .isTrue();
        return builder.start();
    }
}
