package app.emaki.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTests {
    @TempDir
    Path folder;

    @Test
    void aBrowserIsFoundByItsUsualNames() throws IOException {
        var chrome = program("google-chrome");
        assertThat(Chromium.among(Stream.of(Path.of("/nowhere"), folder))).contains(chrome);
    }

    @Test
    void aPathMayNameTheBrowserItself() throws IOException {
        var chrome = program("my-own-build");
        assertThat(Chromium.among(Stream.of(chrome))).contains(chrome);
    }

    @Test
    void whatCannotBeRunIsNoBrowser() throws IOException {
        Files.createFile(folder.resolve("chromium"));
        assertThat(Chromium.among(Stream.of(folder))).isEmpty();
    }

    private Path program(String name) throws IOException {
        var program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
