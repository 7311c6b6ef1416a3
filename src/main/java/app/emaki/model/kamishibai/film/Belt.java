package app.emaki.model.kamishibai.film;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Hands pictures from those who draw to the one who encodes, in order, with a fixed number of them in flight. */
final class Belt {
    private static final long GLANCE_MILLIS = 100;

    /** An empty picture and the number of the frame that belongs in it. */
    record Slot(int index, byte[] picture) {}

    private final int count;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private final Map<Integer, byte[]> drawn = new HashMap<>();
    private int next;
    private boolean stopped;
    private @Nullable Throwable failure;

    Belt(int count, int pictures, int bytes) {
        this.count = count;
        for (int i = 0; i < pictures; i++) {
            free.add(new byte[bytes]);
        }
    }

    /** The next frame to draw, null when there is none left. The picture is taken before the number, so the frame that the encoder waits for always has one. */
    synchronized @Nullable Slot next() throws InterruptedException {
        while (free.isEmpty() && !stopped) {
            wait();
        }
        return stopped || next >= count ? null : new Slot(next++, free.remove());
    }

    synchronized void put(Slot slot) {
        drawn.put(slot.index(), slot.picture());
        notifyAll();
    }

    synchronized byte[] take(int index, Progress progress) {
        for (byte[] picture = drawn.remove(index); ; picture = drawn.remove(index)) {
            if (failure != null) {
                throw failure instanceof CancellationException cancelled
                        ? cancelled
                        : new FilmException("Could not draw a frame", failure);
            }
            if (progress.cancelled()) {
                throw new CancellationException("The film was given up at frame " + index + " of " + count);
            }
            if (picture != null) {
                return picture;
            }
            try {
                wait(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted at frame " + index);
            }
        }
    }

    synchronized void giveBack(byte[] picture) {
        free.add(picture);
        notifyAll();
    }

    synchronized void fail(Throwable cause) {
        failure = failure == null ? cause : failure;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
