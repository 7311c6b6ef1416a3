package app.emaki.model.remote;

import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who and what shall appear, as a backend on another machine is told: pictures in the order in which they are sent, and words that
 * say which of them is whose. Nobody's handle leaves this place.
 *
 * @param prompt the words, with a description in place of each name
 * @param people portraits, in the order in which the words name them
 * @param things pictures of what else shall appear
 * @param frame the picture that becomes the first frame
 */
record Cast(String prompt, List<Picture> people, List<Picture> things, Optional<Picture> frame) {
    /** A name with what it looks like, for instance {@code @haru (a woman, short hair)}. */
    private static final Pattern NAMED = Pattern.compile("@([a-z0-9_]{3,20}) \\(([^()]*)\\)");

    /** How words and pictures are brought together. */
    interface Naming {
        /** By number, as most models know reference pictures. */
        Naming NUMBERED = (number, description, japanese) ->
                (japanese ? "%s（参照画像%dの姿）" : "%s (as in reference image %d)").formatted(description, number);

        /** @param number of the picture among those of people, from 1 */
        String words(int number, String description, boolean japanese);
    }

    /**
     * The cast of an order.
     *
     * @param room how many pictures the model takes beside a first frame; people beyond it are told of in words alone
     * @throws Refused when there are more things, or portraits without a name, than that: for those there are no words
     */
    static Cast of(RenderRequest request, int room, Naming naming) throws Refused {
        var things = pictures(request, Picture.Role.REFERENCE);
        if (things.size() > room) {
            throw new Refused(
                    Ground.INPUT, "Of " + things.size() + " pictures of things this model takes " + room + " at most");
        }
        var named = new LinkedHashMap<String, Picture>();
        var nameless = new ArrayList<Picture>();
        for (var picture : pictures(request, Picture.Role.CHARACTER)) {
            if (picture.name() == null) {
                nameless.add(picture);
            } else {
                named.put(picture.name(), picture);
            }
        }
        int places = room - things.size() - nameless.size();
        if (places < 0) {
            throw new Refused(
                    Ground.INPUT,
                    "Of " + nameless.size() + " portraits this model takes " + (room - things.size()) + " at most");
        }
        var numbers = numbers(request.prompt(), named, places);
        var people = Stream.concat(
                        numbers.keySet().stream().map(it -> Objects.requireNonNull(named.get(it))), nameless.stream())
                .toList();
        boolean japanese = request.language().equals("ja");
        var words = NAMED.matcher(request.prompt()).replaceAll(found -> {
            var description = found.group(2).strip();
            var number = numbers.get(found.group(1));
            return Matcher.quoteReplacement(
                    !named.containsKey(found.group(1))
                            ? found.group()
                            : number == null ? description : naming.words(number, description, japanese));
        });
        return new Cast(
                words,
                people,
                things,
                pictures(request, Picture.Role.FIRST_FRAME).stream().findFirst());
    }

    /** Words with the descriptions alone, and no names. */
    static String nameless(String words) {
        return NAMED.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).strip()));
    }

    /** Those who have a picture that is sent, in the order in which the words name them; whoever they do not name comes last. */
    private static Map<String, Integer> numbers(String prompt, Map<String, Picture> named, int room) {
        var numbers = new LinkedHashMap<String, Integer>();
        Stream.concat(NAMED.matcher(prompt).results().map(it -> it.group(1)), named.keySet().stream())
                .filter(named::containsKey)
                .distinct()
                .limit(room)
                .forEach(name -> numbers.put(name, numbers.size() + 1));
        return numbers;
    }

    /** Every picture but the first frame, people first. */
    List<Picture> shown() {
        return Stream.concat(people.stream(), things.stream()).toList();
    }

    private static List<Picture> pictures(RenderRequest request, Picture.Role role) {
        return request.pictures().stream().filter(it -> it.role() == role).toList();
    }
}
