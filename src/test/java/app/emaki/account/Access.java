package app.emaki.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Who reaches a route; {@code access.txt} says it for each, one line a route. */
enum Access {
    /** Whoever comes, whatever their standing. */
    ALWAYS,
    /** Whoever comes, signed in or not; those who wait for a code are led to it, the suspended to why. */
    EVERYBODY,
    /** As everybody, and those who wait for a code as well. */
    GATE,
    /** Active members. */
    MEMBER,
    /** Active members, on their own things; another's is not found. */
    OWNER,
    /** Active members and the suspended. */
    STANDING,
    /** Signed in, whatever the standing. */
    SIGNED_IN,
    MODERATOR,
    ADMIN,
    /** Programs with a key; a session opens nothing. */
    KEY,
    /** Machines that prove themselves by a signature. */
    SIGNED,
    /** A document for programs that anybody may read. */
    PUBLISHED;

    /** The whole list. */
    static Map<String, Access> list() {
        var list = new LinkedHashMap<String, Access>();
        try {
            new ClassPathResource("access.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .forEach(words -> list.put(words[0] + " " + words[1], valueOf(words[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    /** What a new route most likely is; whoever adds it decides. */
    static Access guess(String pattern) {
        if (pattern.matches("/(v1|api/v1|mcp)(/.*)?")) {
            return KEY;
        }
        if (pattern.startsWith("/admin/moderation")) {
            return MODERATOR;
        }
        return pattern.startsWith("/admin")
                ? ADMIN
                : pattern.contains("{") && !pattern.startsWith("/v/") && !pattern.startsWith("/@") ? OWNER : MEMBER;
    }
}
