package app.emaki.generation;

import app.emaki.model.Fetched;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What passed between us and the backend about one film: that it was sent, what the backend calls it, and what came back. */
@Embeddable
class Errand {
    private @Nullable UUID node;
    private int submitTries;
    private @Nullable Instant submitSentAt;
    private @Nullable String remoteId;
    private int failedCalls;
    private int stumbles;
    private int restarts;
    private int masterTries;
    private @Nullable String raw;
    private @Nullable String plan;
    private @Nullable String captions;
    private boolean marked;
    private @Nullable Instant stopAt;
    private int stopTries;

    /** It certainly did not arrive, or was turned away. */
    void notSent() {
        submitSentAt = null;
        failedCalls++;
    }

    /** The backend has it, and calls it so. */
    void accepted(String remoteId) {
        this.remoteId = remoteId;
        answered();
    }

    /** Nobody has it any more. */
    void forgotten() {
        node = null;
        remoteId = null;
        submitSentAt = null;
        restarts++;
    }

    void answered() {
        failedCalls = 0;
        stumbles = 0;
    }

    /** A mistake of our own. */
    void stumbled() {
        stumbles++;
    }

    void askedInVain() {
        failedCalls++;
    }

    /** The result lies in our own store. */
    void fetched(String raw, Fetched fetched) {
        this.raw = raw;
        this.plan = fetched.plan();
        this.captions = fetched.captionsVtt();
        this.marked = fetched.marked();
        answered();
    }

    /** A try is begun; it counts for as long as no word comes of it. */
    void mastering() {
        masterTries++;
    }

    /** Mastering broke off through no fault of the film's, after its try had begun or before. */
    void masteredInVain(boolean begun) {
        failedCalls++;
        if (begun) {
            masterTries--;
        }
    }

    /** Nobody wants it any more, which its backend is to be told then, if it may be at it. */
    void stop(Instant then) {
        if (submitSentAt != null && raw == null) {
            stopAt = then;
        }
    }

    /** When its backend is next told that nobody wants it any more; null when there is nothing to tell. */
    @Nullable
    Instant stopAt() {
        return stopAt;
    }

    int stopTries() {
        return stopTries;
    }

    /** The process that the backend lives in; null for one that outlives ours. */
    @Nullable
    UUID node() {
        return node;
    }

    int submitTries() {
        return submitTries;
    }

    /** From then on the backend may have it; null while it certainly has not. */
    @Nullable
    Instant submitSentAt() {
        return submitSentAt;
    }

    @Nullable
    String remoteId() {
        return remoteId;
    }

    /** In a row. */
    int failedCalls() {
        return failedCalls;
    }

    /** Mistakes of our own, in a row. */
    int stumbles() {
        return stumbles;
    }

    /** How often the process that rendered it ended. */
    int restarts() {
        return restarts;
    }

    /** Tries at mastering of which no word came. */
    int masterTries() {
        return masterTries;
    }

    /** The file as it came. */
    @Nullable
    String raw() {
        return raw;
    }

    /** What the backend wants to see again for a remix. */
    @Nullable
    String plan() {
        return plan;
    }

    @Nullable
    String captions() {
        return captions;
    }

    /** Whether what came has the mark of another place on it. */
    boolean marked() {
        return marked;
    }
}
