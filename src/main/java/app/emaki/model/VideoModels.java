package app.emaki.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The models on offer, and the backend behind each. */
@Component
public class VideoModels {
    private final Map<String, VideoModelClient> backends = new LinkedHashMap<>();
    private final Map<String, ModelOffer> offers = new LinkedHashMap<>();
    private final Backends chosen;

    VideoModels(ObjectProvider<VideoModelClient> clients, Backends chosen) {
        this.chosen = chosen;
        clients.orderedStream().forEach(client -> {
            backends.put(client.backend(), client);
            client.offers().forEach(offer -> offers.put(offer.id(), offer));
        });
    }

    /** Every model, best first. */
    public List<ModelOffer> offers() {
        return List.copyOf(offers.values());
    }

    public Optional<ModelOffer> offer(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    /** The backend that runs a model. */
    public VideoModelClient client(String model) {
        return backend(offer(model).map(ModelOffer::backend).orElse(""))
                .orElseThrow(() -> new IllegalArgumentException("No model " + model));
    }

    /** A backend by name; empty when it is not configured (any more). */
    public Optional<VideoModelClient> backend(String name) {
        return Optional.ofNullable(backends.get(name));
    }

    /** A backend as it was configured when a job was sent there: with other credentials it must not be asked. */
    public Optional<VideoModelClient> backend(String name, String configuration) {
        return backend(name).filter(client -> client.configuration().equals(configuration));
    }

    /** Every backend with the limit that holds for it now. */
    public List<Slots> slots() {
        var choices = chosen.all();
        return backends.values().stream()
                .map(client -> choices.getOrDefault(client.backend(), Backends.Choice.NONE)
                        .slots(client))
                .toList();
    }

    /**
     * How many jobs a backend may have at a time.
     *
     * @param draining true when it finishes what it has and takes no more
     */
    public record Slots(String backend, int concurrent, boolean draining, boolean local) {}
}
