package app.emaki.video;

import app.emaki.media.MediaKey;
import app.emaki.platform.PublicId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an address may name, however somebody came by it: the page of a film or a part of it, an embed, a share link with whatever
 * hangs on it, the API, a file, or a bare id.
 *
 * @param ids that stand in it, in their order; most of them are no film's
 * @param keys of files
 */
record FilmAddress(Set<UUID> ids, List<String> keys) {
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9_.\\-]+");
    private static final String API = "video_";
    /** An address in an address, as oEmbed has it, was written so twice. */
    private static final int ENCODED = 3;

    static FilmAddress of(String text) {
        var plain = text;
        for (int i = 0; i < ENCODED; i++) {
            plain = decoded(plain);
        }
        var tokens = List.of(BETWEEN.split(plain));
        var ids = new LinkedHashSet<UUID>();
        tokens.forEach(token -> id(token).ifPresent(ids::add));
        return new FilmAddress(
                ids,
                tokens.stream()
                        .flatMap(token -> MediaKey.parse(token).stream())
                        .map(MediaKey::value)
                        .toList());
    }

    private static Optional<UUID> id(String token) {
        if (token.length() == 36) {
            try {
                return Optional.of(UUID.fromString(token));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return PublicId.parse(token.startsWith(API) ? token.substring(API.length()) : token);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
