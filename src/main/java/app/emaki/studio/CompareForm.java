package app.emaki.studio;

import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Reference;
import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture.Role;
import app.emaki.studio.prompt.PromptLanguage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shall be compared, as a browser sends it; what is left out is as on the desk.
 *
 * @param models ids of two to four models
 * @param picture whether the films start from the picture on the desk
 * @param resolution lines of the shorter side, less for a model that draws fewer
 */
record CompareForm(
        @Nullable String text,
        @Nullable Set<String> models,
        @Nullable String picture,
        @Nullable String aspect,
        @Nullable String seconds,
        @Nullable String resolution,
        @Nullable String sound,
        @Nullable String seed,
        @Nullable String blind) {

    boolean empty() {
        return text == null;
    }

    /** The prompt and its film on a sheet like the desk's; the model is each one's own. */
    Draft draft(Draft desk) {
        if (empty()) {
            return desk;
        }
        return PromptForm.of(text, aspect, seconds, resolution, sound, seed).draft(desk, PromptLanguage.EN);
    }

    /** The models that were asked for and are on offer, in the order of the offers. */
    List<ModelOffer> chosen(List<ModelOffer> offers) {
        var wanted = models == null ? Set.<String>of() : models;
        return offers.stream().filter(offer -> wanted.contains(offer.id())).toList();
    }

    boolean pictured() {
        return Boolean.parseBoolean(picture);
    }

    boolean isBlind() {
        return empty() || Boolean.parseBoolean(blind);
    }

    /** The length nearest to the one wished for that every one of these models makes and the plan allows; empty if there is none. */
    static Optional<Integer> length(List<ModelOffer> offers, int wished, int most) {
        return offers.stream()
                .map(offer -> offer.capabilities().lengths())
                .reduce((all, next) -> all.stream().filter(next::contains).toList())
                .orElse(List.of())
                .stream()
                .filter(it -> it <= most)
                .min(Comparator.comparingInt(it -> Math.abs(it - wished)));
    }

    /** The order for one model: what it cannot do is left out, so that an old silent model may stand beside a new one. */
    static GenerationRequest fitted(GenerationRequest order, ModelOffer offer, int seconds, int mostLines) {
        Capabilities can = offer.capabilities();
        int lines = can.lines().stream()
                .filter(it -> it <= Math.min(order.lines(), mostLines))
                .max(Integer::compare)
                .orElse(can.lines().getFirst());
        var role = Options.pictured(can).orElse(Role.FIRST_FRAME);
        return new GenerationRequest(
                        order.prompt(),
                        offer.id(),
                        order.aspect(),
                        seconds,
                        lines,
                        order.sound() && can.sound(),
                        order.seed(),
                        1,
                        null)
                .showing(order.references().stream()
                        .map(it -> new Reference(role, it.key()))
                        .toList());
    }

    /** Those that start from words alone. */
    static List<ModelOffer> wordless(List<ModelOffer> offers) {
        return offers.stream()
                .filter(offer -> Options.pictured(offer.capabilities()).isEmpty())
                .toList();
    }

    /** The frames that all of these models make. */
    static List<Aspect> frames(List<ModelOffer> offers) {
        return Stream.of(Aspect.values())
                .filter(aspect -> offers.stream()
                        .allMatch(offer -> offer.capabilities().aspects().contains(aspect)))
                .toList();
    }
}
