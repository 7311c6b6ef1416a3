package app.emaki.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBytesTests {
    private static final byte[] FACE = "a face".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void whatIsSealedOpensAgainAlsoInAnotherProcess() {
        var sealed = sealing("").seal("portrait", FACE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("a face");
        assertThat(sealing("").open("portrait", sealed)).hasValue(FACE);
    }

    @Test
    void theSameBytesNeverLookTheSame() {
        assertThat(sealing("").seal("portrait", FACE)).isNotEqualTo(sealing("").seal("portrait", FACE));
    }

    @Test
    void anotherPurposeAnotherKeyOrOneWrongBitOpensNothing() {
        var sealed = sealing("").seal("portrait", FACE);
        assertThat(sealing("").open("secret", sealed)).isEmpty();
        assertThat(sealing(Base64.getEncoder().encodeToString(new byte[32])).open("portrait", sealed))
                .isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(sealing("").open("portrait", sealed)).isEmpty();
        assertThat(sealing("").open("portrait", new byte[3])).isEmpty();
    }

    @Test
    void theKeyIsForItsOwnersEyes() throws Exception {
        sealing("").seal("portrait", FACE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("sealing.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyOfTheWrongLengthIsNamedButNotShown() {
        assertThatThrownBy(() -> sealing("c2hvcnQ="))
                .hasMessageContaining("emaki.sealing-key")
                .hasMessageNotContaining("c2hvcnQ");
    }

    private SealedBytes sealing(String key) {
        return new SealedBytes(key, data);
    }
}
