package app.emaki.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is said of one thing, waiting for one decision. */
@Entity
class Matter {
    static final int LONGEST_WORDS = 4000;

    /** How long a moderator has a matter to themselves. */
    static final Duration CLAIM = Duration.ofMinutes(15);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private UUID subjectId;
    private UUID accountId;
    private String words;

    @Enumerated(EnumType.STRING)
    private Rule rule;

    private int weight;
    private int voices;
    private boolean held;
    private Instant openedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID claimedBy;
    private @Nullable Instant claimedUntil;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Matter() {}

    /** One more voice; the gravest rule is the one that is shown. */
    void hear(Rule claimed) {
        voices++;
        if (voices == 1 && !held) {
            take(claimed);
        } else {
            weigh(claimed);
        }
    }

    /** A voice that was heard already names another rule. */
    void weigh(Rule claimed) {
        if (claimed.weight() > weight) {
            take(claimed);
        }
    }

    private void take(Rule claimed) {
        rule = claimed;
        weight = claimed.weight();
    }

    /** From now on nobody else sees it until it is decided. */
    void hold() {
        held = true;
    }

    /** Takes it for a while; false when somebody else has it. */
    boolean claim(UUID moderator, Instant now) {
        if (claimedByOther(moderator, now)) {
            return false;
        }
        claimedBy = moderator;
        claimedUntil = now.plus(CLAIM);
        return true;
    }

    void release(UUID moderator) {
        if (moderator.equals(claimedBy)) {
            free();
        }
    }

    void free() {
        claimedBy = null;
        claimedUntil = null;
    }

    boolean claimedByOther(UUID moderator, Instant now) {
        return claimedBy != null && !claimedBy.equals(moderator) && claimedUntil != null && claimedUntil.isAfter(now);
    }

    void decide(Instant now) {
        if (decidedAt != null) {
            throw new Decided();
        }
        decidedAt = now;
        free();
    }

    void reopen() {
        decidedAt = null;
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    UUID subjectId() {
        return subjectId;
    }

    UUID accountId() {
        return accountId;
    }

    String words() {
        return words;
    }

    Rule rule() {
        return rule;
    }

    boolean held() {
        return held;
    }

    boolean open() {
        return decidedAt == null;
    }

    @Nullable
    UUID claimedBy() {
        return claimedBy;
    }

    /** Somebody else was faster. */
    static class Decided extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
