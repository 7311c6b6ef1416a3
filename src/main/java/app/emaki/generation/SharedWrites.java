package app.emaki.generation;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets writes that come at the same moment share one transaction, since a commit costs the same for one row as for fifty. Nobody
 * waits for company: a write that comes alone is written at once, and those that come meanwhile go together after it. Each counts
 * only once it is committed, and one that fails takes no other with it.
 */
@Component
class SharedWrites {
    private static final int MOST = 64;
    /** While one transaction waits for the disk, another one can be filled. */
    private static final int WRITERS = 2;

    private final GenerationRepository generations;
    private final EntityManager entities;
    private final TransactionTemplate transactions;
    private final Queue<Write> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore writers = new Semaphore(WRITERS);

    SharedWrites(GenerationRepository generations, EntityManager entities, TransactionTemplate transactions) {
        this.generations = generations;
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * Changes a generation under its row's lock, and returns when that is committed.
     *
     * @param change throws when it must not be made; it may be tried twice, on a fresh row
     */
    Generation write(UUID id, Consumer<Generation> change) {
        var write = new Write(id, change, new CompletableFuture<>());
        waiting.add(write);
        if (writers.tryAcquire()) {
            Thread.startVirtualThread(this::writeAll);
        }
        return write.result();
    }

    private void writeAll() {
        do {
            try {
                for (var batch = next(); !batch.isEmpty(); batch = next()) {
                    writeTogether(batch);
                }
            } finally {
                writers.release();
            }
            // who came after the last look and saw every writer busy
        } while (!waiting.isEmpty() && writers.tryAcquire());
    }

    private List<Write> next() {
        var batch = new ArrayList<Write>();
        while (batch.size() < MOST) {
            var write = waiting.poll();
            if (write == null) {
                break;
            }
            batch.add(write);
        }
        return batch;
    }

    private void writeTogether(List<Write> batch) {
        if (batch.size() == 1) {
            writeAlone(batch.getFirst());
            return;
        }
        try {
            var outcomes = transactions.execute(transaction -> change(batch));
            batch.forEach(write -> {
                var outcome = outcomes.get(write);
                if (outcome == null) {
                    writeAlone(write);
                } else {
                    outcome.tell(write);
                }
            });
        } catch (NonTransientDataAccessException e) {
            // one of them, and no telling which
            batch.forEach(this::writeAlone);
        } catch (RuntimeException | Error e) {
            batch.forEach(write -> write.answer().completeExceptionally(e));
        }
    }

    /** Rows that somebody else has locked are left out: whoever holds many locks must never wait for another one. */
    private Map<Write, Outcome> change(List<Write> batch) {
        var rows = new HashMap<UUID, Generation>();
        generations.lockFree(batch.stream().map(Write::id).distinct().toList()).forEach(row -> rows.put(row.id(), row));
        var outcomes = new HashMap<Write, Outcome>();
        for (var write : batch) {
            var row = rows.remove(write.id());
            if (row != null) {
                outcomes.put(write, change(write, row));
            }
        }
        return outcomes;
    }

    private Outcome change(Write write, Generation row) {
        try {
            write.change().accept(row);
            return new Outcome(row, null);
        } catch (RuntimeException e) {
            entities.detach(row);
            return new Outcome(row, e);
        }
    }

    private void writeAlone(Write write) {
        try {
            write.answer().complete(transactions.execute(transaction -> {
                var row = generations.lock(write.id()).orElseThrow(() -> new LeaseLost(write.id()));
                write.change().accept(row);
                return row;
            }));
        } catch (RuntimeException | Error e) {
            write.answer().completeExceptionally(e);
        }
    }

    private record Write(UUID id, Consumer<Generation> change, CompletableFuture<Generation> answer) {
        Generation result() {
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

    private record Outcome(Generation row, @Nullable RuntimeException failure) {
        void tell(Write write) {
            if (failure == null) {
                write.answer().complete(row);
            } else {
                write.answer().completeExceptionally(failure);
            }
        }
    }
}
