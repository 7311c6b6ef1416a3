package app.emaki;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sentences of one module in one language, with the keys that stand there twice. */
record MessageFile(String module, String language, Map<String, String> sentences, List<String> repeated) {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static List<MessageFile> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(MessageFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageFile of(String module, String language) {
        return read(FOLDER.resolve(module + (language.equals("en") ? "" : "_" + language) + ".properties"));
    }

    private static MessageFile read(Path file) {
        var name = String.valueOf(file.getFileName()).replace(".properties", "");
        try {
            return parse(name.replace("_ja", ""), name.endsWith("_ja") ? "ja" : "en", Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageFile parse(String module, String language, String source) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sentences = new TreeMap<String, String>();
        properties.forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
        return new MessageFile(module, language, sentences, repeated(source));
    }

    private static List<String> repeated(String source) {
        var keys = source.lines()
                .filter(line -> line.matches("[a-z][\\w.-]*\\s*[=:].*"))
                .map(line -> line.split("[\\s=:]", 2)[0])
                .toList();
        return keys.stream()
                .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
                .distinct()
                .toList();
    }

    Stream<String> keys() {
        return sentences.keySet().stream();
    }
}
