package app.emaki.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a moderator decided in a matter, by which rule, in which words the author was told, and what it touched. */
@Entity
class Decision {
    static final int LONGEST_WORDS = 1000;

    @Id
    private UUID id;

    private UUID matterId;
    private UUID accountId;
    private UUID moderatorId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private Rule rule;

    private String words;
    private Instant decidedAt;
    private List<UUID> touched;
    private String before;
    private @Nullable Instant until;
    private @Nullable Instant liftedAt;
    private boolean waits;
    private @Nullable UUID secondId;
    private @Nullable Instant undoneAt;
    private @Nullable UUID undoneBy;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(UUID id, Matter matter, UUID moderator, Verdict verdict, Instant now) {
        this.id = id;
        this.matterId = matter.id();
        this.accountId = matter.accountId();
        this.moderatorId = moderator;
        this.outcome = verdict.outcome();
        this.rule = verdict.rule();
        this.words = verdict.words();
        this.decidedAt = now;
        this.touched = List.of();
        this.before = "";
    }

    /** The films that it took away. */
    void touch(List<UUID> films) {
        touched = List.copyOf(films);
    }

    /** What a profile said before it was cleared. */
    void remember(String profile) {
        before = profile;
    }

    void lasts(Instant end) {
        until = end;
    }

    /** A ban stands for good only when a second person agrees; until then the account is shut out. */
    void awaitSecond() {
        waits = true;
    }

    void second(UUID moderator) {
        if (!waits || undone() || moderator.equals(moderatorId)) {
            throw new IllegalStateException("This decision waits for nobody, or for somebody else");
        }
        waits = false;
        secondId = moderator;
    }

    /** Its time has passed. */
    void lift(Instant now) {
        liftedAt = now;
    }

    void undo(UUID moderator, Instant now) {
        if (undoneAt != null) {
            throw new IllegalStateException("The decision was undone already");
        }
        undoneAt = now;
        undoneBy = moderator;
        waits = false;
    }

    UUID id() {
        return id;
    }

    UUID matterId() {
        return matterId;
    }

    UUID accountId() {
        return accountId;
    }

    UUID moderatorId() {
        return moderatorId;
    }

    Outcome outcome() {
        return outcome;
    }

    Rule rule() {
        return rule;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    List<UUID> touched() {
        return touched;
    }

    String before() {
        return before;
    }

    boolean waits() {
        return waits;
    }

    boolean undone() {
        return undoneAt != null;
    }

    /**
     * What a moderator says.
     *
     * @param tree whether remixes go with a film
     * @param days that a suspension lasts
     * @param block whether the film must not come back
     */
    record Verdict(Outcome outcome, Rule rule, String words, boolean tree, int days, boolean block) {
        static Verdict of(Outcome outcome, Rule rule, String words) {
            return new Verdict(outcome, rule, words, false, 7, false);
        }
    }
}
