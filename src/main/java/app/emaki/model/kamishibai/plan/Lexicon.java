package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words Kamishibai understands, from {@code kamishibai/lexicon.txt}. The longest form wins, as it is written first and by
 * its dictionary form second.
 */
final class Lexicon {
    /** Small words that may stand inside an English form: "draw a katana" is also found in "draws her katana". */
    private static final Set<String> SMALL =
            Set.of("a", "an", "the", "her", "his", "their", "its", "my", "your", "some");

    private static final Lexicon DEFAULT = load();

    private final Map<String, List<Concept>> exact = new HashMap<>();
    private final Map<String, List<Concept>> stems = new HashMap<>();
    private final Map<String, Map<String, List<String>>> forms = new LinkedHashMap<>();
    private int longestWords = 1;
    private int longestCharacters = 1;

    private Lexicon() {}

    static Lexicon standard() {
        return DEFAULT;
    }

    /** Every form by the heading of its block and by its language ({@code ja}, {@code en}, {@code any}), in the order of the file. */
    Map<String, Map<String, List<String>>> forms() {
        return forms;
    }

    /** What is found in the text, in reading order; no two finds overlap. */
    List<Hit> read(String text) {
        String plain = Tokens.plain(text);
        List<Token> tokens = Tokens.of(plain);
        List<Hit> hits = new ArrayList<>();
        int covered = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            for (int at = Math.max(token.start(), covered); at < token.end(); at++) {
                Hit hit = token.japanese()
                        ? japanese(plain, tokens, i, at)
                        : at == token.start() ? words(plain, tokens, i) : null;
                if (hit != null) {
                    hits.add(hit);
                    covered = hit.end();
                    at = hit.end() - 1;
                }
            }
        }
        return DoubleWords.settle(plain, hits);
    }

    private @Nullable Hit words(String plain, List<Token> tokens, int from) {
        var surfaces = new StringBuilder();
        var stemmed = new StringBuilder();
        Hit best = null;
        int words = 0;
        for (int i = from; i < tokens.size() && words < longestWords; i++) {
            Token token = tokens.get(i);
            if (token.japanese() || (i > from && breaks(plain, tokens.get(i - 1).end(), token.start()))) {
                break;
            }
            if (i > from && SMALL.contains(token.surface())) {
                continue;
            }
            words++;
            surfaces.append(words > 1 ? " " : "").append(token.surface());
            stemmed.append(words > 1 ? " " : "").append(token.stem());
            List<Concept> found = exact.get(surfaces.toString());
            if (found == null) {
                found = stems.get(stemmed.toString());
            }
            if (found != null) {
                best = hit(plain, tokens.get(from).start(), token.end(), found);
            }
        }
        return best;
    }

    private static boolean breaks(String plain, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" -'".indexOf(plain.charAt(i)) < 0) {
                return plain.charAt(i) != '.' || i + 1 >= to;
            }
        }
        return false;
    }

    private @Nullable Hit japanese(String plain, List<Token> tokens, int index, int at) {
        Hit raw = raw(plain, tokens, at);
        Hit lemma = at == tokens.get(index).start() ? lemmas(plain, tokens, index) : null;
        return raw == null || (lemma != null && lemma.end() > raw.end()) ? lemma : raw;
    }

    private @Nullable Hit raw(String plain, List<Token> tokens, int at) {
        for (int length = Math.min(longestCharacters, plain.length() - at); length > 0; length--) {
            List<Concept> found = exact.get(plain.substring(at, at + length));
            if (found != null && standsAlone(plain, tokens, at, at + length)) {
                return hit(plain, at, at + length, found);
            }
        }
        return null;
    }

    /** Short forms must be words of their own, or the sea would be found in every trip overseas. */
    private static boolean standsAlone(String plain, List<Token> tokens, int start, int end) {
        boolean kana = plain.substring(start, end).chars().allMatch(c -> c >= 0x3041 && c <= 0x30ff);
        if (end - start >= (kana ? 4 : 3)) {
            return true;
        }
        return tokens.stream().anyMatch(t -> t.start() == start)
                && tokens.stream().anyMatch(t -> t.end() == end);
    }

    private @Nullable Hit lemmas(String plain, List<Token> tokens, int from) {
        var key = new StringBuilder();
        Hit best = null;
        for (int i = from; i < tokens.size() && i < from + 8; i++) {
            Token token = tokens.get(i);
            if (!token.japanese()
                    || (i > from && token.start() > tokens.get(i - 1).end())) {
                break;
            }
            key.append(i > from ? "|" : "").append(token.stem());
            List<Concept> found = stems.get(key.toString());
            if (found != null) {
                best = hit(plain, tokens.get(from).start(), token.end(), found);
            }
        }
        return best;
    }

    private static Hit hit(String plain, int start, int end, List<Concept> concepts) {
        return new Hit(start, end, plain.substring(start, end), concepts, false);
    }

    private static Lexicon load() {
        try (InputStream in = Lexicon.class.getResourceAsStream("/kamishibai/lexicon.txt");
                var lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(in, "kamishibai/lexicon.txt"), StandardCharsets.UTF_8))) {
            var lexicon = new Lexicon();
            String heading = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.matches("(ja|en|any) .*")) {
                    lexicon.add(heading, line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
                } else {
                    heading = line.strip();
                }
            }
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String heading, String language, String list) {
        List<Concept> concepts =
                Arrays.stream(heading.split(" ")).map(Concept::parse).toList();
        for (String form : list.split(",")) {
            String word = form.strip();
            forms.computeIfAbsent(heading, h -> new LinkedHashMap<>())
                    .computeIfAbsent(language, l -> new ArrayList<>())
                    .add(word);
            add(concepts, word);
        }
    }

    private void add(List<Concept> concepts, String form) {
        String plain = Tokens.plain(form);
        List<Token> tokens = Tokens.of(plain);
        boolean japanese = tokens.stream().anyMatch(Token::japanese);
        List<Token> words = japanese ? tokens : withoutSmall(tokens);
        String surface = japanese ? plain : words.stream().map(Token::surface).collect(Collectors.joining(" "));
        List<Concept> before = exact.put(surface, concepts);
        if (before != null && !before.equals(concepts)) {
            if (!concepts.getFirst().is(Kind.IGNORE)) {
                throw new IllegalStateException(
                        "lexicon: \"" + form + "\" stands under " + before + " and " + concepts);
            }
            exact.put(surface, before);
        }
        stems.putIfAbsent(words.stream().map(Token::stem).collect(Collectors.joining(japanese ? "|" : " ")), concepts);
        longestWords = Math.max(longestWords, words.size());
        longestCharacters = Math.max(longestCharacters, surface.length());
    }

    private static List<Token> withoutSmall(List<Token> tokens) {
        List<Token> words =
                tokens.stream().filter(t -> !SMALL.contains(t.surface())).toList();
        return words.isEmpty() || !words.getFirst().equals(tokens.getFirst()) ? tokens : words;
    }
}
