package app.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTests {
    private static final UUID VIDEO = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    @Test
    void aFileIsBelievedToSayWhichVideoItIsInItsTagsAndInItsXmp() throws IOException {
        assertThat(Provenance.in(file(10, "Made by a trained algorithm. Video " + VIDEO + " by @haru.")))
                .containsExactly(VIDEO);
        assertThat(Provenance.in(file(10, "<emaki:video>" + VIDEO + "</emaki:video>")))
                .containsExactly(VIDEO);
    }

    @Test
    void whereverTheWordsStand() throws IOException {
        for (int before = (1 << 20) - 60; before < (1 << 20) + 10; before += 7) {
            assertThat(Provenance.in(file(before, "<emaki:video>" + VIDEO))).containsExactly(VIDEO);
        }
    }

    @Test
    void otherIdsAndHalfOnesAreNone() throws IOException {
        assertThat(Provenance.in(file(10, "<emaki:remixOf>" + VIDEO + "</emaki:remixOf>")))
                .isEmpty();
        assertThat(Provenance.in(file(10, "Video " + VIDEO.toString().substring(0, 30))))
                .isEmpty();
        assertThat(Provenance.in(file(0, ""))).isEmpty();
    }

    @Test
    void ofALongBranchEveryPartIsFound() throws IOException {
        var parts = IntStream.range(0, 100).mapToObj(n -> new UUID(1, n)).toList();
        var words = parts.stream().map(part -> "Video " + part).collect(Collectors.joining(", "));

        assertThat(Provenance.in(file(10, words))).containsExactlyInAnyOrderElementsOf(parts);
    }

    private Path file(int before, String words) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[before]);
        bytes.write(words.getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve("film.mp4"), bytes.toByteArray());
    }
}
