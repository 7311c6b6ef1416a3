package app.emaki.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets things that many want done at the same moment be done in one go, as a commit costs the same for one row as for fifty. Nobody
 * waits for company: who comes alone is served at once, and who comes meanwhile goes with the next group.
 *
 * @param <T> what is asked
 * @param <R> what comes of it
 */
final class Together<T, R> {
    private static final int MOST = 128;

    private final Function<List<T>, List<R>> work;
    private final Queue<Wish<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param work does all of a list, and answers in its order */
    Together(Function<List<T>, List<R>> work) {
        this.work = work;
    }

    /** Returns when it is done, with what it brought, or throws what went wrong with the group it was in. */
    R ask(T item) {
        var wish = new Wish<T, R>(item, new CompletableFuture<>());
        waiting.add(wish);
        if (busy.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::workOff);
        }
        return wish.result();
    }

    /** How many wait for the next group. */
    int waiting() {
        return waiting.size();
    }

    private void workOff() {
        do {
            try {
                for (var group = next(); !group.isEmpty(); group = next()) {
                    serve(group);
                }
            } finally {
                busy.set(false);
            }
            // who came after the last look and saw that somebody was at it
        } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
    }

    private List<Wish<T, R>> next() {
        var group = new ArrayList<Wish<T, R>>();
        for (var wish = waiting.poll(); wish != null; wish = group.size() < MOST ? waiting.poll() : null) {
            group.add(wish);
        }
        return group;
    }

    private void serve(List<Wish<T, R>> group) {
        try {
            var results = work.apply(group.stream().map(Wish::item).toList());
            for (int n = 0; n < group.size(); n++) {
                group.get(n).answer().complete(results.get(n));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(wish -> wish.answer().completeExceptionally(e));
        }
    }

    private record Wish<T, R>(T item, CompletableFuture<R> answer) {
        R result() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
        }
    }
}
