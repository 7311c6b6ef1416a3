package app.emaki.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Programs to copy, with the address of this instance in them. */
@Component
class Snippets {
    private static final List<String> NAMES =
            List.of("curl", "python", "node", "java", "litellm", "webui", "mcp", "webhook");
    private static final String ADDRESS = "ADDRESS";

    private final List<Snippet> all = NAMES.stream().map(Snippets::read).toList();

    List<Snippet> at(String address) {
        return all.stream()
                .map(it -> new Snippet(it.name(), it.text().replace(ADDRESS, address)))
                .toList();
    }

    private static Snippet read(String name) {
        try {
            return new Snippet(
                    name,
                    new ClassPathResource("api/snippets/" + name + ".txt")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One to copy; {@code name} chooses the words above it. */
    record Snippet(String name, String text) {}
}
