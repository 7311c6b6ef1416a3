package app.emaki.generation;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Unclear;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls to backends that end in time, whatever an adapter does: one that hangs must not hold a job for ever. */
final class Calls {
    private Calls() {}

    /**
     * Makes a call that only asks.
     *
     * @throws Unclear when there is no answer in time; the call is cut off then
     */
    static <T> T within(Duration limit, Call<T> call) throws BackendException {
        var answer = new CompletableFuture<T>();
        var caller = start(call, answer);
        return await(answer, limit, caller::interrupt);
    }

    /**
     * Makes a call that changes something at the backend, and is therefore never cut off.
     *
     * @param late takes an answer that comes after the time was up
     * @throws Unclear when there is no answer in time
     */
    static <T> T within(Duration limit, Call<T> call, Consumer<T> late) throws BackendException {
        var answer = new CompletableFuture<T>();
        start(call, answer);
        return await(answer, limit, () -> answer.thenAccept(late));
    }

    private static <T> Thread start(Call<T> call, CompletableFuture<T> answer) {
        return Thread.startVirtualThread(() -> {
            try {
                answer.complete(call.make());
            } catch (Throwable e) {
                // whoever waits gets it as if it had made the call itself
                answer.completeExceptionally(e);
            }
        });
    }

    private static <T> T await(CompletableFuture<T> answer, Duration limit, Runnable leave) throws BackendException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leave.run();
            throw new Unclear("No answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            leave.run();
            Thread.currentThread().interrupt();
            throw new Unclear("This process ends");
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case BackendException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e);
            }
        }
    }

    /** A call of an adapter. */
    interface Call<T> {
        T make() throws BackendException;
    }
}
