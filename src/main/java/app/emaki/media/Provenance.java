package app.emaki.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which video a file says that it is: every film leaves here with its id in the tags of its container and in its XMP. The file is
 * only read for these words, never taken apart; what it says is no proof.
 */
public final class Provenance {
    private static final Pattern WORDS = Pattern.compile(
            "(?:<emaki:video>|\\bVideo )([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private static final int LONGEST = 64;
    private static final int BLOCK = 1 << 20;
    /** More than any bound branch has parts, and little enough to look all of them up. */
    private static final int MOST = 4096;

    private Provenance() {}

    /** The ids of videos that stand in a file. */
    public static Set<UUID> in(Path file) throws IOException {
        var found = new HashSet<UUID>();
        try (var in = Files.newInputStream(file)) {
            var rest = "";
            for (var block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                var text = rest + new String(block, StandardCharsets.ISO_8859_1);
                WORDS.matcher(text)
                        .results()
                        .map(match -> UUID.fromString(match.group(1)))
                        .takeWhile(id -> found.size() < MOST)
                        .forEach(found::add);
                rest = text.substring(Math.max(0, text.length() - LONGEST));
            }
        }
        return found;
    }
}
