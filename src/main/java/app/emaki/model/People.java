package app.emaki.model;

import app.emaki.model.kamishibai.Portrait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of an order as the built-in model wants them: in its own words, and with their faces beside. */
final class People {
    /** A name with what it looks like, for instance {@code @haru (a woman, short hair)}. */
    private static final Pattern NAMED = Pattern.compile("@([a-z0-9_]{3,20}) \\(([^(),]*)[^()]*\\)");

    private final Map<String, Picture> pictures;
    private final List<Picture> nameless;

    People(List<Picture> pictures) {
        this.pictures = pictures.stream()
                .filter(picture -> picture.role() == Picture.Role.CHARACTER && picture.name() != null)
                .collect(Collectors.toMap(
                        picture -> Objects.requireNonNull(picture.name()),
                        picture -> picture,
                        (a, b) -> a,
                        TreeMap::new));
        this.nameless = pictures.stream()
                .filter(picture -> picture.role() == Picture.Role.CHARACTER && picture.name() == null)
                .toList();
    }

    /** The text with the figures of people in place of their names; the second of two alike is another one. */
    String described(String text) {
        var named = new LinkedHashMap<String, String>();
        return NAMED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        pictures.containsKey(found.group(1)) ? figure(found, named) : found.group()));
    }

    private static String figure(MatchResult found, Map<String, String> named) {
        var figure = figure(found);
        boolean alike = named.containsValue(figure) && !named.containsKey(found.group(1));
        named.putIfAbsent(found.group(1), figure);
        return alike ? figure.startsWith("a ") ? "another " + figure.substring(2) : "別の" + figure : figure;
    }

    /** Their faces, in the order in which the text names them; whoever it does not name comes after them, and nameless ones last. */
    List<Portrait> portraits(String text) {
        var figures = new LinkedHashMap<String, String>();
        NAMED.matcher(text).results().forEach(found -> figures.putIfAbsent(found.group(1), figure(found)));
        pictures.keySet().forEach(name -> figures.putIfAbsent(name, ""));
        var named = figures.entrySet().stream()
                .filter(entry -> pictures.containsKey(entry.getKey()))
                .map(entry -> new Portrait(
                        entry.getValue(),
                        Objects.requireNonNull(pictures.get(entry.getKey())).bytes()));
        return Stream.concat(named, nameless.stream().map(picture -> new Portrait("", picture.bytes())))
                .toList();
    }

    private static String figure(MatchResult found) {
        return found.group(2).strip();
    }
}
