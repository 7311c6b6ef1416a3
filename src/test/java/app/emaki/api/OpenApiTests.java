package app.emaki.api;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.video.TestVideos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The description of the API and the API are the same. */
@EmakiTest
class OpenApiTests {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");
    private static final Pattern REFERENCE = Pattern.compile("\\$ref: \"(#/[^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() throws Exception {
        var described = new TreeSet<String>();
        Map<String, Map<String, Object>> paths = at(new Yaml().load(text()), "paths");
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> described.add(method + " " + path)));
        var routes = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.matches("/(v1|api/v1)/.*"))
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(java.util.Locale.ROOT) + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).containsExactlyElementsOf(routes);
    }

    @Test
    void whatItPointsAtIsThere() throws Exception {
        Map<String, Object> description = new Yaml().load(text());
        var missing = new ArrayList<String>();
        REFERENCE.matcher(text()).results().map(it -> it.group(1)).forEach(reference -> {
            Object place = description;
            for (var step : List.of(reference.substring(2).split("/"))) {
                place = place instanceof Map<?, ?> map ? map.get(step) : null;
            }
            if (place == null) {
                missing.add(reference);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** Bodies in parts are told by their schema, since parts are bytes; everything in JSON is shown. */
    @Test
    void everyBodyAndEveryAnswerInJsonHasAnExampleThatIsOne() throws Exception {
        var schema = new EmakiSchema(text());
        var shown = new ArrayList<String>();
        JsonNode description = schema.description();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .forEach(call -> {
                            var operation = call.getValue();
                            var name = call.getKey() + " " + path.getKey();
                            assertThat(operation.path("operationId").asString(""))
                                    .as(name)
                                    .isNotEmpty();
                            check(schema, name, schema.resolved(operation.path("requestBody")), shown);
                            operation
                                    .path("responses")
                                    .forEach(answer -> check(schema, name, schema.resolved(answer), shown));
                        }));
        assertThat(shown).hasSizeGreaterThan(60);
    }

    private static void check(EmakiSchema schema, String name, JsonNode body, List<String> shown) {
        var content = body.path("content").path("application/json");
        if (content.isMissingNode()) {
            return;
        }
        var examples = new ArrayList<JsonNode>();
        content.path("examples").forEach(it -> examples.add(it.path("value")));
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        assertThat(examples).as(name).isNotEmpty();
        examples.forEach(example -> schema.holds(name, content.path("schema"), example));
        shown.add(name);
    }

    @Test
    void thePageForDevelopersKnowsWhereItIs() {
        assertThat(mvc.get().uri("/developers").with(signedInAs(people.member("dev"))))
                .hasStatusOk()
                .bodyText()
                .contains("http://localhost/v1", "openai", "LiteLLM", "/mcp")
                // no film is ordered by a call that only looks
                .containsPattern("data-step=\"create\"[^>]*data-film=\"yes\"")
                .doesNotContainPattern("data-step=\"models\"[^>]*data-film");
    }

    private String text() throws Exception {
        var answer = mvc.get().uri("/api/v1/openapi.yaml").exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, Object> tree, String key) {
        return (T) tree.get(key);
    }
}
