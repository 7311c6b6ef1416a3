package app.emaki.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads films that were kept from elsewhere: MP4 files beside a JSON or CSV of their prompts, as the exporters of the day
 * wrote them. A film and its words find each other by file name, or by an id that stands in it.
 */
final class Keepsakes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FILE =
            List.of("filename", "file_name", "file", "path", "video", "video_file", "video_path", "name");
    private static final List<String> ID = List.of("id", "generation_id", "post_id", "task_id", "video_id");
    private static final List<String> PROMPT = List.of("prompt", "text", "prompt_text", "description", "caption");
    private static final List<String> TITLE = List.of("title", "caption", "name");
    private static final int SHORTEST_ID = 6;
    private static final int LONGEST_CAPTION = 300;
    private static final int DEEPEST = 4;

    private Keepsakes() {}

    static List<Found> films(Parcel zip) throws IOException {
        var said = new ArrayList<Map<String, String>>();
        var films = new ArrayList<String>();
        for (var name : zip.names()) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".mp4") || lower.endsWith(".mov")) {
                films.add(name);
            } else if (lower.endsWith(".json")) {
                json(name, zip.text(name).orElse(""), said);
            } else if (lower.endsWith(".csv")) {
                said.addAll(Csv.rows(zip.text(name).orElse("")));
            }
        }
        return films.stream().map(film -> found(film, said)).toList();
    }

    private static Found found(String film, Collection<Map<String, String>> said) {
        var base = base(film);
        var words = said.stream()
                .filter(row -> speaksOf(row, film, base))
                .findFirst()
                .orElse(Map.of());
        var caption = Objects.requireNonNullElse(first(words, TITLE), "");
        return new Found(
                "keepsake:" + Objects.requireNonNullElse(first(words, ID), base),
                film,
                null,
                caption.length() > LONGEST_CAPTION ? caption.substring(0, LONGEST_CAPTION) : caption,
                Objects.requireNonNullElse(first(words, PROMPT), base.replace('_', ' ')),
                seed(words),
                null,
                JSON.writeValueAsString(words));
    }

    private static boolean speaksOf(Map<String, String> row, String film, String base) {
        for (var field : FILE) {
            var named = row.get(field);
            if (named != null && !named.isBlank() && base(named).equalsIgnoreCase(base)) {
                return true;
            }
        }
        for (var field : ID) {
            var id = row.get(field);
            if (id != null && id.length() >= SHORTEST_ID && film.contains(id)) {
                return true;
            }
        }
        return false;
    }

    private static void json(String name, String text, List<Map<String, String>> said) {
        try {
            collect(base(name), JSON.readTree(text), said, 0);
        } catch (JacksonException e) {
            // no JSON after all: the films come in without its words
        }
    }

    /** Any object that has a prompt speaks of a film; one that names no file speaks of the film of its own name. */
    private static void collect(String name, JsonNode node, List<Map<String, String>> said, int depth) {
        if (node.isObject() && PROMPT.stream().anyMatch(node::has)) {
            var row = new LinkedHashMap<String, String>();
            row.put("file", name);
            node.properties().forEach(field -> {
                if (field.getValue().isValueNode()) {
                    row.put(
                            field.getKey().toLowerCase(Locale.ROOT),
                            field.getValue().asString(""));
                }
            });
            said.add(row);
        } else if (node.isContainer() && depth < DEEPEST) {
            node.forEach(inner -> collect(name, inner, said, depth + 1));
        }
    }

    private static long seed(Map<String, String> words) {
        try {
            return Long.parseLong(words.getOrDefault("seed", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static @Nullable String first(Map<String, String> row, List<String> fields) {
        return fields.stream()
                .map(row::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String base(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
