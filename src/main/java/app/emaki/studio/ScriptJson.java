package app.emaki.studio;

import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.Shot;
import app.emaki.studio.prompt.SpokenLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a prompt as models take them along: see {@link app.emaki.generation.Prompt#script()}. */
final class ScriptJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScriptJson() {}

    /** The JSON of the parts; null for free words alone. */
    static @Nullable String of(PromptParts parts) {
        if (!parts.structured()) {
            return null;
        }
        var script = new LinkedHashMap<String, Object>();
        script.put("text", parts.text(Part.WORDS));
        for (var part : List.of(Part.STYLE, Part.SCENE, Part.CAST, Part.ACTION, Part.CAMERA)) {
            put(script, part.key(), parts.text(part));
        }
        script.put("shots", parts.shots().stream().map(ScriptJson::shot).toList());
        script.put("dialogue", parts.dialogue().stream().map(ScriptJson::line).toList());
        for (var part : List.of(Part.EFFECTS, Part.AMBIENCE, Part.MUSIC, Part.AVOID, Part.KEEP)) {
            put(script, part.key(), parts.text(part));
        }
        return JSON.writeValueAsString(script);
    }

    private static Map<String, Object> shot(Shot shot) {
        var map = new LinkedHashMap<String, Object>();
        map.put("text", shot.text());
        put(map, "camera", shot.camera());
        if (shot.seconds() > 0) {
            map.put("seconds", shot.seconds());
        }
        return map;
    }

    private static Map<String, Object> line(SpokenLine line) {
        var map = new LinkedHashMap<String, Object>();
        put(map, "speaker", line.speaker());
        map.put("text", line.text());
        if (line.at() >= 0) {
            map.put("moment", line.at());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }
}
