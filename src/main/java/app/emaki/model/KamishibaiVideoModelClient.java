package app.emaki.model;

import app.emaki.model.kamishibai.Film;
import app.emaki.model.kamishibai.KamishibaiWorkshop;
import app.emaki.model.kamishibai.NoWorker;
import app.emaki.model.kamishibai.Plans;
import app.emaki.model.kamishibai.RenderJob;
import app.emaki.model.kamishibai.RenderOrder;
import app.emaki.model.kamishibai.RenderOrder.Kin;
import app.emaki.model.kamishibai.WorkshopSettings;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The built-in model. Its jobs live and die with this process; the same generation is never in the making twice. */
@Component
class KamishibaiVideoModelClient implements VideoModelClient {
    private static final Logger log = LoggerFactory.getLogger(KamishibaiVideoModelClient.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int SKETCH_LINES = 180;
    private static final long SKETCH_SEED = 1;
    private static final List<Integer> LINES = List.of(480, 720, 1080);

    private final KamishibaiSettings settings;
    private final KamishibaiWorkshop workshop;
    private final Path folder;
    private final Map<String, RenderJob> jobs = new ConcurrentHashMap<>();

    KamishibaiVideoModelClient(KamishibaiSettings settings, @Value("${emaki.data}") Path data) {
        this.settings = settings;
        this.folder = data.resolve("work").toAbsolutePath();
        this.workshop = new KamishibaiWorkshop(new WorkshopSettings(
                settings.workers(), settings.memory(), data.resolve("javacpp"), settings.patience()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        if (settings.warm()) {
            workshop.warm();
        }
    }

    @PreDestroy
    void close() {
        workshop.close();
    }

    @Override
    public String backend() {
        return "kamishibai";
    }

    @Override
    public List<ModelOffer> offers() {
        return List.of(
                offer(Model.KAMISHIBAI_2, "Kamishibai 2", true, 2, 6),
                offer(Model.KAMISHIBAI_1, "Kamishibai 1", false, 1, 3));
    }

    @Override
    public int concurrent() {
        return settings.workers();
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public boolean idempotent() {
        return true;
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var id = request.generation().toString();
        try {
            Files.createDirectories(folder);
            var job = jobs.computeIfAbsent(id, key -> workshop.submit(order(request)));
            if (turnedAway(job)) {
                jobs.remove(id, job);
                throw new BackendException.Unreachable(
                        String.valueOf(job.result().exceptionNow().getMessage()));
            }
            return new Submission(id, POLL);
        } catch (IllegalArgumentException e) {
            throw new BackendException.Refused(BackendException.Ground.INPUT, e.toString());
        } catch (IllegalStateException | IOException e) {
            throw new BackendException.Unreachable(e.toString());
        }
    }

    @Override
    public RenderStatus status(String remoteId) {
        var job = jobs.get(remoteId);
        if (job == null) {
            return new RenderStatus.Lost();
        }
        if (!job.finished()) {
            return job.started() ? new RenderStatus.Working(progress(job), POLL) : new RenderStatus.Waiting(POLL);
        }
        try {
            job.result().join();
            return new RenderStatus.Done();
        } catch (CancellationException e) {
            return new RenderStatus.Lost();
        } catch (CompletionException e) {
            jobs.remove(remoteId, job);
            return switch (e.getCause()) {
                case CancellationException cancelled -> new RenderStatus.Lost();
                case NoWorker none -> new RenderStatus.Failed(RenderStatus.Cause.SETUP, none.toString());
                case null, default -> new RenderStatus.Failed(RenderStatus.Cause.ERROR, String.valueOf(e.getCause()));
            };
        }
    }

    @Override
    public Optional<byte[]> glimpse(String remoteId) {
        return Optional.ofNullable(jobs.get(remoteId)).flatMap(RenderJob::glimpse);
    }

    @Override
    public Optional<Sketcher> sketcher() {
        return settings.sketches() ? Optional.of(this::sketch) : Optional.empty();
    }

    private Optional<Sketch> sketch(SketchRequest request) {
        var size = request.aspect().size(SKETCH_LINES);
        var strip = folder.resolve("sketch-" + UUID.randomUUID() + ".part");
        var order = RenderOrder.of(
                        Script.parse(request.script()),
                        size.width(),
                        size.height(),
                        request.seconds(),
                        SKETCH_SEED,
                        Model.KAMISHIBAI_2,
                        strip)
                .withSound(false);
        return workshop.sketch(order, request.moments())
                .map(job -> new Sketch(
                        job.result().thenApply(film -> read(film.video())).whenComplete((bytes, gone) -> delete(strip)),
                        job::cancel));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        var job = jobs.get(remoteId);
        if (job == null || !job.finished()) {
            throw new BackendException.Unclear("There is no film of " + remoteId);
        }
        Film film = job.result().join();
        if (film.bytes() > limit) {
            throw new BackendException.Refused(BackendException.Ground.INPUT, "A film of " + film.bytes() + " bytes");
        }
        try {
            Files.move(film.video(), target, StandardCopyOption.REPLACE_EXISTING);
            jobs.remove(remoteId, job);
            return new Fetched(film.bytes(), film.plan(), film.captions());
        } catch (IOException e) {
            throw new BackendException.Unclear(e.toString());
        }
    }

    @Override
    public void cancel(String remoteId) {
        var job = jobs.remove(remoteId);
        if (job != null) {
            job.cancel();
            delete(job.finished() ? folder.resolve(remoteId + ".mp4") : null);
        }
    }

    private static boolean turnedAway(RenderJob job) {
        return job.result().isCompletedExceptionally() && job.result().exceptionNow() instanceof NoWorker;
    }

    private RenderOrder order(RenderRequest request) {
        var size = request.size();
        var model = Model.named(request.model()).orElseThrow(() -> new IllegalArgumentException(request.model()));
        var people = new People(request.pictures());
        var parts = request.script();
        var script =
                parts == null ? Script.of(people.described(request.prompt())) : Script.parse(people.described(parts));
        var order = RenderOrder.of(
                        script,
                        size.width(),
                        size.height(),
                        request.seconds(),
                        request.seed(),
                        model,
                        folder.resolve(request.generation() + ".mp4"))
                .withSound(request.sound())
                .withPortraits(people.portraits(parts == null ? request.prompt() : parts));
        var begun = firstFrame(request).map(order::withCard).orElse(order);
        var source = request.source();
        if (source == null) {
            return begun;
        }
        var parent = parent(source.plan());
        return parent == null ? begun : begun.from(parent, source.way() == Way.EXTEND ? Kin.SEQUEL : Kin.REMIX);
    }

    private static Optional<byte[]> firstFrame(RenderRequest request) {
        return request.pictures().stream()
                .filter(picture -> picture.role() == Picture.Role.FIRST_FRAME)
                .map(Picture::bytes)
                .findFirst();
    }

    private static @Nullable StoryPlan parent(@Nullable String plan) {
        try {
            return plan == null ? null : Plans.read(plan);
        } catch (IllegalArgumentException e) {
            // of another model, or of a build that drew otherwise: the words must do
            log.info("A remix starts without its parent: {}", e.getMessage());
            return null;
        }
    }

    private static OptionalInt progress(RenderJob job) {
        return job.total() == 0 ? OptionalInt.empty() : OptionalInt.of(job.done() * 100 / job.total());
    }

    private static ModelOffer offer(Model model, String name, boolean sound, int credits, double pace) {
        var lines = LINES.stream().filter(it -> it <= model.mostLines()).toList();
        var can = new Capabilities(
                Set.of(Aspect.values()),
                Capabilities.between(model.leastSeconds(), model.mostSeconds()),
                lines,
                sound,
                true,
                true,
                Set.of(Input.REMIX, Input.EXTEND, Input.CHARACTER, Input.FIRST_FRAME),
                ProgressKind.PERCENT,
                CancelKind.BEST_EFFORT);
        return new ModelOffer(model.label(), name, "kamishibai", can, credits, pace);
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.warn("A film that nobody wants is left behind: {}", e.toString());
        }
    }
}
