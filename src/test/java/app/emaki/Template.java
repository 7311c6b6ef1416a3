package app.emaki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/** A template as its author wrote it: tags and words with their lines, comments left out. */
record Template(String name, List<Tag> tags, List<Words> words) {
    static final Path FOLDER = Path.of("src/main/resources/templates");

    /** An opening tag. */
    record Tag(String name, Map<String, String> attributes, int line) {
        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        /** The attribute, plain or with {@code th:} before it. */
        boolean sets(String attribute) {
            return has(attribute) || has("th:" + attribute);
        }

        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    /** Text between tags, and the tag around it. */
    record Words(String text, String within, int line) {}

    static List<Template> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(Template::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the template says and asks for, without its comments. */
    String said() {
        return Stream.concat(
                        tags.stream().flatMap(tag -> tag.attributes().values().stream()),
                        words.stream().map(Words::text))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static Template read(Path file) {
        try {
            return parse(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template parse(String name, String source) {
        var reader = new Reader();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(source, reader);
        } catch (ParseException e) {
            throw new IllegalArgumentException(name + " is not HTML", e);
        }
        return new Template(name, reader.tags, reader.words);
    }

    private static final class Reader extends AbstractSimpleMarkupHandler {
        private final List<Tag> tags = new ArrayList<>();
        private final List<Words> words = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();

        @Override
        public void handleStandaloneElement(
                String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
            add(name, attributes, line);
        }

        @Override
        public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int column) {
            add(name, attributes, line);
            open.push(name);
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            open.poll();
        }

        @Override
        public void handleAutoOpenElement(String name, @Nullable Map<String, String> attributes, int line, int column) {
            open.push(name);
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int column) {
            open.poll();
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            var within = open.peek();
            words.add(new Words(new String(buffer, offset, length), within == null ? "" : within, line));
        }

        private void add(String name, @Nullable Map<String, String> attributes, int line) {
            tags.add(new Tag(name, attributes == null ? Map.of() : attributes, line));
        }
    }
}
