package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's description of what its API answers, as a judge of what ours does. */
final class OpenAiSchema {
    private static final Map<String, Object> DESCRIPTION = read();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private OpenAiSchema() {}

    /** The JSON is what OpenAI calls by this name, and nothing of it is missing. */
    static void holds(String name, String json) {
        assertThat(schema(name).validate(json, InputFormat.JSON))
                .as(() -> name + ": " + json)
                .isEmpty();
    }

    private static Schema schema(String name) {
        var all = new java.util.HashMap<String, Object>(DESCRIPTION);
        all.keySet().retainAll(java.util.Set.of("components"));
        all.put("$ref", "#/components/schemas/" + name);
        return REGISTRY.getSchema(new JsonMapper().writeValueAsString(all), InputFormat.JSON);
    }

    private static Map<String, Object> read() {
        try (var in = OpenAiSchema.class.getResourceAsStream("/api/openai-videos.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
