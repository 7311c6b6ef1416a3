package app.emaki.api;

import app.emaki.media.TestFilm;
import app.emaki.model.Aspect;
import app.emaki.model.CancelKind;
import app.emaki.model.Capabilities;
import app.emaki.model.Fetched;
import app.emaki.model.Input;
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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A model that takes everything, works for ever on most films, and is done at once with those whose prompt says so. */
class PaperModel implements VideoModelClient {
    static final String ID = "paper-1";
    static final String DONE = "at once";

    final Map<String, RenderRequest> jobs = new ConcurrentHashMap<>();

    @Override
    public String backend() {
        return "paper";
    }

    @Override
    public List<ModelOffer> offers() {
        var can = new Capabilities(
                Set.of(Aspect.values()),
                Capabilities.between(1, 20),
                List.of(160, 480, 720),
                true,
                true,
                true,
                EnumSet.allOf(Input.class),
                ProgressKind.PERCENT,
                CancelKind.BEST_EFFORT);
        return List.of(new ModelOffer(ID, "Paper", "paper", can, 1, 1));
    }

    @Override
    public int concurrent() {
        return 100;
    }

    @Override
    public Submission submit(RenderRequest request) {
        var id = "paper-" + request.generation();
        jobs.put(id, request);
        return new Submission(id, Duration.ofMillis(100));
    }

    @Override
    public RenderStatus status(String remoteId) {
        return jobs.get(remoteId).prompt().contains(DONE)
                ? new RenderStatus.Done()
                : new RenderStatus.Working(OptionalInt.of(40), Duration.ofMillis(500));
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) {
        try {
            Files.deleteIfExists(target);
            var job = jobs.get(remoteId);
            TestFilm.of(job.size().width(), job.size().height(), job.seconds()).write(target);
            return new Fetched(Files.size(target), "{\"plan\":1}", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void cancel(String remoteId) {}
}
