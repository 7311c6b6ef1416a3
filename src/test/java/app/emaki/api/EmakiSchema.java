package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our own description of our API, as a judge of its examples and of what really comes back. */
final class EmakiSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode description;

    EmakiSchema(String yaml) {
        this.description = JSON.valueToTree(new Yaml().<Object>load(yaml));
    }

    static EmakiSchema ofOurs() {
        try (var in = EmakiSchema.class.getResourceAsStream("/api/openapi.yaml")) {
            return new EmakiSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode description() {
        return description;
    }

    /** What a reference points at, and anything else as it is. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").stringValue().substring(1)) : node;
    }

    /** The JSON is what is described by this name, and nothing of it is missing. */
    void holds(String name, String json) {
        var schema = JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
        holds(name, schema, JSON.readTree(json));
    }

    /** What came back for a call is what is described for it; a call that is not described has no answer in JSON. */
    void answers(String method, String path, int status, String json) {
        var plain = path.replaceFirst("[?].*", "");
        description.path("paths").properties().stream()
                .filter(it -> plain.matches(it.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                // where words stand instead of a name in braces, they are meant
                .min(Comparator.comparingInt(it -> it.getKey().split("\\{", -1).length))
                .ifPresent(it -> {
                    var what = method + " " + it.getKey() + " " + status;
                    var answer = it.getValue()
                            .path(method.toLowerCase(Locale.ROOT))
                            .path("responses")
                            .path(String.valueOf(status));
                    var schema = resolved(answer).at("/content/application~1json/schema");
                    assertThat(schema.isMissingNode())
                            .as(what + " is not described")
                            .isFalse();
                    holds(what, schema, JSON.readTree(json));
                });
    }

    void holds(String what, JsonNode schema, JsonNode json) {
        var whole = JSON.createObjectNode();
        whole.set("components", description.path("components"));
        schema.properties().forEach(it -> whole.set(it.getKey(), it.getValue()));
        assertThat(REGISTRY.getSchema(whole.toString(), InputFormat.JSON).validate(json.toString(), InputFormat.JSON))
                .as(() -> what + ": " + json)
                .isEmpty();
    }
}
