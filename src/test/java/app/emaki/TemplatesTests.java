package app.emaki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every template keeps to the content policy, speaks through messages, and names only what exists. */
class TemplatesTests {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{([\\w./-]*)\\s*::\\s*([\\w-]+)");
    private static final Pattern ASSET = Pattern.compile("\\$\\{assets}(/[\\w./-]+\\.[a-z0-9]+)");
    private static final Pattern DRAWING =
            Pattern.compile("fragments/(icon|seal) :: (?:icon|small|large|seal|with)\\('([^']+)'");
    private static final Pattern LINKED = Pattern.compile(":: (styles|scripts)\\('([^']+)'\\)");

    @Test
    void everyTemplateKeepsTheRules() {
        assertThat(Template.all().stream().flatMap(template -> TemplateRules.offences(template).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>こんにちは</p>",
                "<p th:text=\"'Hello'\"></p>",
                "<p th:text=\"|Hello ${name}|\"></p>",
                "<img alt=\"A fox\" src=\"/x\">",
                "<input th:placeholder=\"|Your name, ${x}|\">",
                "<p style=\"color: red\"></p>",
                "<p th:style=\"${x}\"></p>",
                "<style></style>",
                "<script>alert(1)</script>",
                "<a onclick=\"x()\"></a>",
                "<a href=\"javascript:x()\"></a>",
                "<p th:utext=\"#{x}\"></p>",
                "<img src=\"/x\">",
                "<button></button>",
                "<a th:if=\"${x}\" th:replace=\"~{a :: b}\"></a>"
            })
    void aBrokenRuleIsSeen(String markup) {
        assertThat(TemplateRules.offences(Template.parse("bad.html", markup))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"#{x}\"></p>",
                "<p>[[#{x}]] · 12</p>",
                "<title th:text=\"|#{x} · Emaki|\"></title>",
                "<p th:text=\"#{|x.${y}|}\"></p>",
                "<kbd>J</kbd>",
                "<!--/* words about the template */-->",
                "<img alt=\"\" src=\"/x\">",
                "<button type=\"button\"></button>"
            })
    void whatIsAllowedPasses(String markup) {
        assertThat(TemplateRules.offences(Template.parse("good.html", markup))).isEmpty();
    }

    @Test
    void everyFragmentThatIsCalledExists() {
        assertThat(calls(
                        FRAGMENT,
                        call -> fragments(call.template(), call.match())
                                .contains(call.match().group(2))))
                .isEmpty();
    }

    @Test
    void everyFileThatIsNamedExists() {
        assertThat(calls(
                        ASSET,
                        call -> Files.exists(Path.of(STATIC + call.match().group(1)))))
                .isEmpty();
    }

    @Test
    void everyIconAndSealIsInItsSprite() {
        assertThat(calls(
                        DRAWING,
                        call -> drawings(call.match().group(1))
                                .contains(call.match().group(2))))
                .isEmpty();
    }

    @Test
    void everyStyleSheetAndScriptOfAPartExists() {
        assertThat(calls(
                        LINKED,
                        call -> Arrays.stream(call.match().group(2).split(" "))
                                .map(name -> call.match().group(1).equals("styles")
                                        ? "css/" + name + ".css"
                                        : "js/elements/" + name + ".js")
                                .allMatch(file -> Files.exists(STATIC.resolve(file)))))
                .isEmpty();
    }

    @Test
    void everyClassHasAStyle() throws IOException {
        var styles = new StringBuilder();
        try (var files = Files.list(STATIC.resolve("css"))) {
            for (var file : files.toList()) {
                styles.append(Files.readString(file));
            }
        }
        assertThat(Template.all().stream()
                        .flatMap(template -> template.tags().stream())
                        .flatMap(tag -> Arrays.stream(tag.get("class").split("\\s+")))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .filter(name -> !Pattern.compile("\\." + Pattern.quote(name) + "(?![\\w-])")
                                .matcher(styles)
                                .find()))
                .isEmpty();
    }

    private record Call(Template template, MatchResult match) {}

    /** The calls in all templates that do not hold. */
    private static List<String> calls(Pattern pattern, Predicate<Call> holds) {
        return Template.all().stream()
                .flatMap(template -> values(template)
                        .flatMap(value -> pattern.matcher(value).results())
                        .map(match -> new Call(template, match)))
                .filter(holds.negate())
                .map(call -> call.template().name() + ": " + call.match().group())
                .toList();
    }

    private static Stream<String> values(Template template) {
        return template.tags().stream()
                .flatMap(tag -> tag.attributes().values().stream())
                .filter(value -> value != null);
    }

    /** The fragments of the template that is called; elements ({@code ~{::main}}) count as fragments of their own template. */
    private static Set<String> fragments(Template caller, MatchResult call) {
        var own = call.group(1).isEmpty();
        return Template.all().stream()
                .filter(template -> template.name().equals(own ? caller.name() : call.group(1) + ".html"))
                .flatMap(template -> template.tags().stream())
                .flatMap(tag -> own ? Stream.of(tag.name(), signature(tag)) : Stream.of(signature(tag)))
                .collect(Collectors.toSet());
    }

    private static String signature(Template.Tag tag) {
        return tag.get("th:fragment").replaceAll("\\(.*", "").strip();
    }

    private static Set<String> drawings(String sprite) {
        try {
            return Pattern.compile("<symbol id=\"([^\"]+)\"")
                    .matcher(Files.readString(STATIC.resolve("img/" + sprite + "s.svg")))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
