package app.emaki.generation;

import app.emaki.cameo.Cameos;
import app.emaki.cameo.Likeness;
import app.emaki.cameo.Mentions;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.VideoModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the people of a film into its order: their portraits where a model takes them, with the name kept in the words, and a
 * description in place of the name where it does not.
 */
@Component
class Casting {
    private final Cameos cameos;
    private final VideoModels models;

    Casting(Cameos cameos, VideoModels models) {
        this.cameos = cameos;
        this.models = models;
    }

    RenderRequest cast(Generation generation, RenderRequest order) {
        var people = somebody(generation) ? cameos.likenesses(generation.videoId()) : List.<Likeness>of();
        if (people.isEmpty()) {
            return order;
        }
        boolean shown = models.offer(generation.model())
                .map(offer -> offer.capabilities().takes(Input.CHARACTER))
                .orElse(false);
        Map<String, String> words = people.stream()
                .collect(Collectors.toMap(
                        Likeness::handle, person -> words(person, order.language(), shown), (a, b) -> a));
        var pictures = new ArrayList<>(order.pictures());
        if (shown) {
            people.forEach(person -> pictures.add(
                    new Picture(Picture.Role.CHARACTER, person.handle(), "image/jpeg", person.portrait())));
        }
        return order.cast(
                worded(order.prompt(), words::get), script(order.script(), words::get), List.copyOf(pictures));
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
