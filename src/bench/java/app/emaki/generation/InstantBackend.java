package app.emaki.generation;

import app.emaki.model.Aspect;
import app.emaki.model.CancelKind;
import app.emaki.model.Capabilities;
import app.emaki.model.Fetched;
import app.emaki.model.ModelOffer;
import app.emaki.model.ProgressKind;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import app.emaki.model.VideoModelClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A backend that takes no time, and notes when it was first called for each film. */
@Component
@ConditionalOnProperty("emaki.bench.instant")
class InstantBackend implements VideoModelClient {
    static final String NAME = "instant";
    static final String MODEL = "instant-1";

    final Map<UUID, Long> called = new ConcurrentHashMap<>();
    volatile @Nullable Path film;

    @Override
    public String backend() {
        return NAME;
    }

    @Override
    public List<ModelOffer> offers() {
        var can = new Capabilities(
                Set.of(Aspect.values()),
                Capabilities.between(1, 60),
                List.of(160, 720),
                true,
                true,
                false,
                Set.of(),
                ProgressKind.NONE,
                CancelKind.BEST_EFFORT);
        return List.of(new ModelOffer(MODEL, "Instant", NAME, can, 0, 1));
    }

    @Override
    public int concurrent() {
        return 1_000_000;
    }

    @Override
    public Submission submit(RenderRequest request) {
        called.put(request.generation(), System.nanoTime());
        return new Submission("job-" + request.generation(), film == null ? Duration.ofHours(1) : Duration.ZERO);
    }

    @Override
    public RenderStatus status(String remoteId) {
        return new RenderStatus.Done();
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) {
        try {
            Files.copy(java.util.Objects.requireNonNull(film), target, StandardCopyOption.REPLACE_EXISTING);
            return new Fetched(Files.size(target), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void cancel(String remoteId) {}
}
