package app.emaki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both languages say the same things, everything that is asked for is said, and nothing is said that nobody asks for. */
class MessagesTests {
    private static final Path SOURCES = Path.of("src/main");

    /** {@code #{key}}, {@code #{|key.${part}|}}; {@code ${…}} inside stands for anything. */
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("#\\{\\|?((?:[\\w.-]|\\$\\{[^{}]*}|__\\$\\{[^{}]*}__)+)");

    /** Keys where Java hands them to Spring: flash attributes, rejected values, constraints, the message source. */
    private static final Pattern IN_JAVA = Pattern.compile(
            "(?:addFlashAttribute\\(\\s*\"toast\",\\s*|reject\\(\\s*|rejectValue\\(\\s*[^,()]*,\\s*|getMessage\\(\\s*)\"([\\w.-]+)\"|message = \"\\{([\\w.-]+)}\"");

    /** Any word in quotes that could be a key or, ending in a dot, the beginning of one. */
    private static final Pattern QUOTED = Pattern.compile("[\"'{|]([a-z][A-Za-z]*\\.(?:[\\w.-]|%s|\\$\\{[^{}]*})*)");

    @Test
    void bothLanguagesAreInStep() {
        assertThat(modules()
                        .flatMap(module ->
                                MessageRules.offences(MessageFile.of(module, "en"), MessageFile.of(module, "ja"))
                                        .stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed.a=One | feed.b=一",
                "feed.a=One\\nfeed.a=Two | feed.a=一",
                "video.a=One | video.a=一",
                "feed.a= | feed.a=一",
                "feed.a=Don't | feed.a=一",
                "feed.a={0 seats | feed.a=一",
                "feed.a={0} of {1} | feed.a={0}席",
                "feed.a=Take a seat now | feed.a=Take a seat now"
            })
    void aBrokenRuleIsSeen(String english, String japanese) {
        var offences = MessageRules.offences(
                MessageFile.parse("feed", "en", english.replace("\\n", "\n")),
                MessageFile.parse("feed", "ja", japanese));
        assertThat(offences).isNotEmpty();
    }

    @Test
    void whatIsAllowedPasses() {
        assertThat(MessageRules.offences(
                        MessageFile.parse(
                                "feed", "en", "feed.a={0} of {1}\nfeed.b=Emaki\nfeed.c=Don’t say more than '{max}'"),
                        MessageFile.parse("feed", "ja", "feed.a={1}のうち{0}\nfeed.b=Emaki\nfeed.c=しないでください")))
                .isEmpty();
    }

    @Test
    void everySentenceThatIsAskedForIsSaid() {
        var said = keys();
        assertThat(asked().filter(key -> said.stream().noneMatch(existing -> existing.matches(pattern(key))))
                        .distinct())
                .isEmpty();
    }

    @Test
    void everySentenceIsAskedForSomewhere() {
        var mentioned = mentioned();
        assertThat(keys().stream()
                        .filter(key -> mentioned.stream()
                                .noneMatch(mention -> mention.matcher(key).matches())))
                .isEmpty();
    }

    private static Stream<String> modules() {
        return MessageFile.all().stream().map(MessageFile::module).distinct();
    }

    private static Set<String> keys() {
        return MessageFile.all().stream().flatMap(MessageFile::keys).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> asked() {
        var inTemplates = templates()
                .flatMap(source -> IN_TEMPLATE.matcher(source).results())
                .map(match -> match.group(1));
        var inJava = java().flatMap(source -> IN_JAVA.matcher(source).results())
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2));
        return Stream.concat(inTemplates, inJava).filter(key -> key.matches("[a-z][A-Za-z]*\\..*"));
    }

    private static List<Pattern> mentioned() {
        return Stream.concat(templates(), java())
                .flatMap(source -> QUOTED.matcher(source).results())
                .map(match -> match.group(1))
                .distinct()
                .map(mention -> Pattern.compile(pattern(mention)))
                .toList();
    }

    /** A key with holes, or only its beginning, as a regular expression. */
    private static String pattern(String key) {
        var parts =
                Stream.of(key.split("__\\$\\{[^{}]*}__|\\$\\{[^{}]*}|%s", -1)).map(Pattern::quote);
        return parts.collect(Collectors.joining(".+")) + (key.endsWith(".") ? ".+" : "");
    }

    /** What templates say, each on its line and behind a quote, as if written in Java. */
    private static Stream<String> templates() {
        return Template.all().stream().map(template -> "'" + template.said().replace("\n", "\n'"));
    }

    private static Stream<String> java() {
        try (var files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(MessagesTests::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
