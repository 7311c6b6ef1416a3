package app.emaki.generation;

import app.emaki.media.TestFilm;
import app.emaki.model.Aspect;
import app.emaki.model.BackendException;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A backend that makes small real films at once, counts every call, and misbehaves on command. */
class ScriptedBackend implements VideoModelClient {
    static final String MODEL = "scripted-1";
    static final Duration POLL = Duration.ofSeconds(1);

    private static final Map<String, Path> FILMS = new ConcurrentHashMap<>();

    final Map<String, RenderRequest> jobs = new ConcurrentHashMap<>();
    final List<UUID> submits = java.util.Collections.synchronizedList(new ArrayList<>());
    final List<String> cancelled = java.util.Collections.synchronizedList(new ArrayList<>());
    final List<UUID> forgotten = java.util.Collections.synchronizedList(new ArrayList<>());
    volatile @Nullable BackendException forgetFails;
    volatile int concurrent = 4;
    volatile boolean local;
    volatile boolean showsPeople = true;
    volatile boolean idempotent;
    volatile boolean findable;
    volatile Submit submit = Submit.TAKE;
    volatile Duration retryAfter = Duration.ofSeconds(7);
    volatile RenderStatus status = new RenderStatus.Done();
    volatile @Nullable BackendException statusFails;
    volatile @Nullable BackendException fetchFails;
    volatile @Nullable BackendException cancelFails;
    volatile @Nullable Path result;
    volatile @Nullable String captions;
    volatile String configuration = "1";
    volatile ProgressKind progress = ProgressKind.PERCENT;
    volatile Duration callTimeout = Duration.ofSeconds(30);
    volatile int asked;
    volatile boolean offering = true;
    volatile Set<UUID> failing = Set.of();
    /** Runs while a call is under way, for what happens to others in the meantime. */
    volatile Runnable meanwhile = () -> {};

    /** What was sent last. */
    volatile @Nullable RenderRequest last;

    enum Submit {
        TAKE,
        TAKE_AND_DIE,
        TAKE_AND_GO_SILENT,
        GO_SILENT,
        BE_BUSY,
        BE_AWAY,
        REFUSE_WORDS,
        REFUSE_KEY
    }

    /** What a process that is killed leaves of its call: nothing. */
    static final class Killed extends Error {}

    void reset() {
        jobs.clear();
        submits.clear();
        cancelled.clear();
        forgotten.clear();
        forgetFails = null;
        concurrent = 4;
        local = false;
        showsPeople = true;
        idempotent = false;
        findable = false;
        submit = Submit.TAKE;
        retryAfter = Duration.ofSeconds(7);
        status = new RenderStatus.Done();
        statusFails = null;
        fetchFails = null;
        cancelFails = null;
        result = null;
        captions = null;
        configuration = "1";
        progress = ProgressKind.PERCENT;
        callTimeout = Duration.ofSeconds(30);
        asked = 0;
        offering = true;
        failing = Set.of();
        meanwhile = () -> {};
    }

    @Override
    public String backend() {
        return "scripted";
    }

    @Override
    public List<ModelOffer> offers() {
        var can = new Capabilities(
                Set.of(Aspect.values()),
                Capabilities.between(1, 60),
                List.of(160, 480, 720, 1080),
                true,
                true,
                false,
                EnumSet.allOf(Input.class),
                progress,
                CancelKind.BEST_EFFORT);
        return !offering ? List.of() : List.of(new ModelOffer(MODEL, "Scripted", "scripted", can, 1, 2));
    }

    @Override
    public String configuration() {
        return configuration;
    }

    @Override
    public Duration callTimeout() {
        return callTimeout;
    }

    @Override
    public int concurrent() {
        return concurrent;
    }

    @Override
    public boolean local() {
        return local;
    }

    @Override
    public boolean showsPeople() {
        return showsPeople;
    }

    @Override
    public boolean idempotent() {
        return idempotent;
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        submits.add(request.generation());
        last = request;
        meanwhile.run();
        return switch (submit) {
            case TAKE -> take(request);
            case TAKE_AND_DIE -> {
                take(request);
                throw new Killed();
            }
            case TAKE_AND_GO_SILENT -> {
                take(request);
                throw new BackendException.Unclear("read timed out");
            }
            case GO_SILENT -> throw new BackendException.Unclear("read timed out");
            case BE_BUSY -> throw new BackendException.Busy("429 queue full", retryAfter);
            case BE_AWAY -> throw new BackendException.Unreachable("connection refused");
            case REFUSE_WORDS ->
                throw new BackendException.Refused(BackendException.Ground.POLICY, "moderation_blocked req_123");
            case REFUSE_KEY -> throw new BackendException.Refused(BackendException.Ground.SETUP, "401 bad key");
        };
    }

    private Submission take(RenderRequest request) {
        var id = "job-" + request.generation();
        jobs.put(id, request);
        return new Submission(id, POLL);
    }

    @Override
    public Optional<Submission> find(RenderRequest request) {
        var id = "job-" + request.generation();
        return findable && jobs.containsKey(id) ? Optional.of(new Submission(id, POLL)) : Optional.empty();
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        asked++;
        meanwhile.run();
        if (statusFails != null) {
            throw statusFails;
        }
        if (failing.stream().anyMatch(it -> remoteId.equals("job-" + it))) {
            return new RenderStatus.Failed(RenderStatus.Cause.ERROR, "out of memory");
        }
        return jobs.containsKey(remoteId) ? status : new RenderStatus.Lost();
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        if (fetchFails != null) {
            throw fetchFails;
        }
        try {
            var from = result == null ? film(jobs.get(remoteId)) : result;
            Files.copy(from, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return new Fetched(Files.size(target), "{\"plan\":1}", captions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        if (cancelFails != null) {
            throw cancelFails;
        }
        cancelled.add(remoteId);
    }

    @Override
    public void forget(UUID generation, String remoteId) throws BackendException {
        if (forgetFails != null) {
            throw forgetFails;
        }
        forgotten.add(generation);
    }

    static RenderStatus working(int percent) {
        return new RenderStatus.Working(OptionalInt.of(percent), POLL);
    }

    private static Path film(RenderRequest request) {
        var size = request.size();
        return FILMS.computeIfAbsent(size + " " + request.seconds(), key -> {
            try {
                var file = Files.createTempFile("scripted-", ".mp4");
                file.toFile().deleteOnExit();
                return TestFilm.of(size.width(), size.height(), request.seconds())
                        .write(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
