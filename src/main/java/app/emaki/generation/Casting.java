package app.emaki.generation;

import app.emaki.cameo.Cameos;
import app.emaki.cameo.Kind;
import app.emaki.cameo.Likeness;
import app.emaki.cameo.Mentions;
import app.emaki.media.BadResult;
import app.emaki.media.Splicing;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.VideoModelClient;
import app.emaki.model.VideoModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts the people of a film into its order: their portraits where a model takes them, with the name kept in the words, and a
 * description in place of the name where it does not.
 */
@Component
class Casting {
    private static final Logger log = LoggerFactory.getLogger(Casting.class);

    private final Cameos cameos;
    private final VideoModels models;
    private final Splicing splicing;

    Casting(Cameos cameos, VideoModels models, Splicing splicing) {
        this.cameos = cameos;
        this.models = models;
        this.splicing = splicing;
    }

    /** @throws Refused when somebody's portrait came with the order, and the backend takes no people (any more) */
    RenderRequest cast(Generation generation, RenderRequest order, VideoModelClient client) throws Refused {
        if (!client.showsPeople() && order.pictures().stream().anyMatch(it -> it.role() == Picture.Role.CHARACTER)) {
            throw new Refused(Ground.INPUT, "No faces of people are sent to " + client.backend());
        }
        var people = somebody(generation) ? cameos.likenesses(generation.videoId()) : List.<Likeness>of();
        if (people.isEmpty()) {
            return order;
        }
        boolean takes = models.offer(generation.model())
                .map(offer -> offer.capabilities().takes(Input.CHARACTER))
                .orElse(false);
        var pictures = new ArrayList<>(order.pictures());
        var words = new LinkedHashMap<String, String>();
        for (var person : people) {
            var picture = takes ? picture(person, client) : Optional.<Picture>empty();
            picture.ifPresent(pictures::add);
            words.putIfAbsent(person.handle(), words(person, order.language(), picture.isPresent()));
        }
        var prompt = worded(order.prompt(), words::get);
        var avoid = order.avoid();
        return order.cast(
                client.local() ? prompt : withTheRest(prompt, order, words),
                avoid == null ? null : worded(avoid, words::get),
                script(order.script(), words::get),
                List.copyOf(pictures));
    }

    /** What is sent of somebody; nothing where the backend takes no people, and words do. */
    private Optional<Picture> picture(Likeness person, VideoModelClient client) {
        if (person.kind() == Kind.PERSON && !client.showsPeople()) {
            return Optional.empty();
        }
        if (!client.showsByFilm()) {
            return Optional.of(new Picture(Picture.Role.CHARACTER, person.handle(), "image/jpeg", person.portrait()));
        }
        try {
            var film = splicing.still(person.portrait());
            return Optional.of(new Picture(Picture.Role.CHARACTER, person.handle(), "video/mp4", film));
        } catch (BadResult | IOException e) {
            log.warn("A character goes without its picture: {}", e.toString());
            return Optional.empty();
        }
    }

    /** A backend elsewhere reads words alone, so that they must tell of those, too, who were only chosen. */
    private static String withTheRest(String prompt, RenderRequest order, Map<String, String> words) {
        var named = Mentions.in(order.prompt());
        boolean japanese = order.language().equals("ja");
        var all = new StringBuilder(prompt);
        words.forEach((handle, description) -> {
            if (!named.contains(handle)) {
                all.append(japanese ? "\n" + description + "も登場する。" : "\nWith " + description + ".");
            }
        });
        return all.toString();
    }

    /** Chosen, named, or carried on from the film before it. */
    private static boolean somebody(Generation generation) {
        return generation.commission().remixOf() != null
                || !generation.commission().cameos().isEmpty()
                || !Mentions.in(generation.commission().prompt().text()).isEmpty();
    }

    private static String words(Likeness person, String language, boolean shown) {
        var description = person.words(language);
        return shown ? "@%s (%s)".formatted(person.handle(), description.replaceAll("[()]", " ")) : description;
    }

    private static String worded(String text, Function<String, String> words) {
        return Mentions.replace(text, words);
    }

    private static @Nullable String script(@Nullable String json, Function<String, String> words) {
        return json == null
                ? null
                : Mentions.replace(json, handle -> {
                    var word = words.apply(handle);
                    // what could end a string of JSON is no loss in a description
                    return word == null ? null : word.replaceAll("[\"\\\\\\p{Cntrl}]", " ");
                });
    }
}
