package app.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinedTests {

    @Test
    void whatOpensFilmsOfOthersHasLimitsOfMemoryAndFilesAndLeavesNoCore() throws Exception {
        var settings = new MasteringSettings(320, 200, 7, Duration.ofSeconds(60));
        var command = Confined.command(List.of("sh", "-c", "ulimit -d; ulimit -f; ulimit -c"), 320, settings);

        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines()).containsExactly(String.valueOf(520 * 1024), String.valueOf(7 * 2048), "0");
    }
}
