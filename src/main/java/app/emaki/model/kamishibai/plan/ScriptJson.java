package app.emaki.model.kamishibai.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads scripts as the studio and the API write them. */
final class ScriptJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScriptJson() {}

    static Script read(String json) {
        JsonNode root = tree(json);
        var shots = new ArrayList<Script.Shot>();
        for (JsonNode shot : root.path("shots")) {
            shots.add(new Script.Shot(
                    Objects.requireNonNullElse(text(shot, "text"), ""),
                    text(shot, "camera"),
                    number(shot, "seconds", 0.05)));
        }
        var dialogue = new ArrayList<Script.Spoken>();
        for (JsonNode line : root.path("dialogue")) {
            String words = text(line, "text");
            if (words != null) {
                Double moment = number(line, "moment", 0);
                dialogue.add(new Script.Spoken(
                        text(line, "speaker"), words, moment == null ? number(line, "at", 0) : moment));
            }
        }
        return new Script(
                Objects.requireNonNullElse(text(root, "text", "words"), ""),
                text(root, "style"),
                text(root, "scene"),
                text(root, "cast"),
                text(root, "action"),
                text(root, "camera"),
                shots,
                dialogue,
                text(root, "sound", "effects", "ambience", "music"),
                text(root, "avoid"),
                text(root, "keep"));
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("A script is a JSON object: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("A script is a JSON object");
    }

    private static @Nullable String text(JsonNode node, String... names) {
        String all = Arrays.stream(names)
                .map(node::path)
                .filter(n -> n.isString() && !n.asString().isBlank())
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    private static @Nullable Double number(JsonNode node, String name, double least) {
        JsonNode value = node.path(name);
        return value.isNumber() && value.asDouble() >= least ? value.asDouble() : null;
    }
}
