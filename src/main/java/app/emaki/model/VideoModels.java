package app.emaki.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The models on offer, and the backend behind each: those that come with the application, and those that its admin added. */
@Component
public class VideoModels {
    private final List<VideoModelClient> builtIn;
    private final Supplier<@Nullable ChangingBackends> changing;
    private final Backends chosen;
    private volatile Stage stage = new Stage(List.of(), Map.of(), Map.of());

    VideoModels(ObjectProvider<VideoModelClient> clients, ObjectProvider<ChangingBackends> changing, Backends chosen) {
        this.builtIn = clients.orderedStream().toList();
        this.changing = SingletonSupplier.ofNullable(changing::getIfAvailable);
        this.chosen = chosen;
        this.stage = set(List.of());
    }

    /** Every model, in the order that the admin gave their backends. */
    public List<ModelOffer> offers() {
        return List.copyOf(stage().offers().values());
    }

    public Optional<ModelOffer> offer(String id) {
        return Optional.ofNullable(stage().offers().get(id));
    }

    /** The backend that runs a model. */
    public VideoModelClient client(String model) {
        return backend(offer(model).map(ModelOffer::backend).orElse(""))
                .orElseThrow(() -> new IllegalArgumentException("No model " + model));
    }

    /** A backend by name; empty when it is not configured (any more). */
    public Optional<VideoModelClient> backend(String name) {
        return Optional.ofNullable(stage().backends().get(name));
    }

    /** A backend as it was configured when a job was sent there: with other credentials it must not be asked. */
    public Optional<VideoModelClient> backend(String name, String configuration) {
        return backend(name).filter(client -> client.configuration().equals(configuration));
    }

    /** Who draws sketches for storyboards, whatever model makes the film; empty where nobody does. */
    public Optional<Sketcher> sketcher() {
        return stage().backends().values().stream()
                .flatMap(client -> client.sketcher().stream())
                .findFirst();
    }

    /** Every backend with the limit that holds for it now. */
    public List<Slots> slots() {
        var choices = chosen.all();
        var added = changing.get();
        return stage().backends().values().stream()
                .map(client -> choices.getOrDefault(client.backend(), Backends.Choice.NONE)
                        .slots(client, added != null && added.resting(client.backend())))
                .toList();
    }

    @SuppressWarnings("ReferenceEquality") // it is the same list until something changes
    private Stage stage() {
        var added = changing.get();
        var now = added == null ? List.<VideoModelClient>of() : added.now();
        var known = stage;
        if (known.source() != now) {
            known = set(now);
            stage = known;
        }
        return known;
    }

    /** The first of two with the same name is the one that counts, so that nothing added takes the place of what is built in. */
    private Stage set(List<VideoModelClient> added) {
        var backends = new LinkedHashMap<String, VideoModelClient>();
        builtIn.forEach(client -> backends.putIfAbsent(client.backend(), client));
        added.forEach(client -> backends.putIfAbsent(client.backend(), client));
        var choices = added.isEmpty() ? Map.<String, Backends.Choice>of() : chosen.all();
        var inOrder = new ArrayList<>(backends.values());
        inOrder.sort(Comparator.comparingInt(client ->
                choices.getOrDefault(client.backend(), Backends.Choice.NONE).place()));
        var placed = new LinkedHashMap<String, VideoModelClient>();
        var offers = new LinkedHashMap<String, ModelOffer>();
        for (var client : inOrder) {
            placed.put(client.backend(), client);
            client.offers().forEach(offer -> offers.putIfAbsent(offer.id(), offer));
        }
        return new Stage(added, placed, offers);
    }

    private record Stage(
            List<VideoModelClient> source, Map<String, VideoModelClient> backends, Map<String, ModelOffer> offers) {}

    /**
     * How many jobs a backend may have at a time.
     *
     * @param concurrent none while it rests
     * @param draining true when it finishes what it has and takes no more
     * @param resting true while it is left alone, after it failed too often
     */
    public record Slots(String backend, int concurrent, boolean draining, boolean local, boolean resting) {}
}
