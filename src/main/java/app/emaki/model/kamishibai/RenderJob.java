package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A film in the making in a worker, or moments of one. */
public final class RenderJob {
    private final String id = UUID.randomUUID().toString();
    private final RenderOrder order;
    private final List<Double> moments;
    private final Consumer<RenderJob> canceller;
    private final CompletableFuture<Film> film = new CompletableFuture<>();
    private volatile int done;
    private volatile int total;
    private volatile byte @Nullable [] glimpse;
    private volatile boolean started;
    private volatile boolean cancelling;

    /** @param moments to draw, in seconds; empty for the whole film */
    RenderJob(RenderOrder order, List<Double> moments, Consumer<RenderJob> canceller) {
        this.order = order;
        this.moments = moments;
        this.canceller = canceller;
    }

    String id() {
        return id;
    }

    RenderOrder order() {
        return order;
    }

    /** What the worker is told. */
    Message message() {
        return sketch() ? Message.sketch(id, order, moments) : Message.order(id, order);
    }

    /** Whether it is only moments, which give way to any film. */
    boolean sketch() {
        return !moments.isEmpty();
    }

    void begin() {
        started = true;
    }

    void progress(int frames, int of) {
        done = frames;
        total = of;
    }

    void glimpse(byte[] jpeg) {
        glimpse = jpeg;
    }

    void succeed(Film result) {
        film.complete(result);
    }

    void fail(String problem) {
        if (cancelling) {
            film.completeExceptionally(new CancellationException("The film was given up"));
        } else {
            film.completeExceptionally(new FilmException(problem));
        }
    }

    /** Nobody is there to make it. */
    void turnedAway(String problem) {
        film.completeExceptionally(new NoWorker(problem));
    }

    void givenUp() {
        film.completeExceptionally(new CancellationException("The film was given up"));
    }

    boolean cancelling() {
        return cancelling;
    }

    /** Whether a worker has taken it up. */
    public boolean started() {
        return started;
    }

    /** Frames done so far. */
    public int done() {
        return done;
    }

    /** Frames in all; 0 until the first is done. */
    public int total() {
        return total;
    }

    /** A small JPEG of a frame that was drawn not long ago; empty before the first. */
    public Optional<byte[]> glimpse() {
        return Optional.ofNullable(glimpse);
    }

    /** Whether it has ended, in one way or another. */
    public boolean finished() {
        return film.isDone();
    }

    /** Ends with the film, with {@link FilmException}, with {@link NoWorker}, or with {@link CancellationException}. */
    public CompletableFuture<Film> result() {
        return film.copy();
    }

    /**
     * Waits for the film.
     *
     * @throws FilmException when it could not be made
     * @throws NoWorker when there was nobody to make it
     * @throws CancellationException when it was cancelled
     */
    public Film await() throws InterruptedException {
        try {
            return film.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** Gives the film up; within a second the worker is free again, or replaced. */
    public void cancel() {
        cancelling = true;
        canceller.accept(this);
    }
}
