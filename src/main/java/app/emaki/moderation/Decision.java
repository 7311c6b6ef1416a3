package app.emaki.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a moderator decided on a video, by which rule, and in which words the author was told. */
@Entity
class Decision {
    static final int LONGEST_WORDS = 1000;

    @Id
    private UUID id;

    private UUID videoId;
    private UUID authorId;
    private UUID moderatorId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private Rule rule;

    private String words;
    private Instant decidedAt;
    private @Nullable Instant undoneAt;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(
            UUID id,
            UUID videoId,
            UUID authorId,
            UUID moderatorId,
            Outcome outcome,
            Rule rule,
            String words,
            Instant now) {
        this.id = id;
        this.videoId = videoId;
        this.authorId = authorId;
        this.moderatorId = moderatorId;
        this.outcome = outcome;
        this.rule = rule;
        this.words = words;
        this.decidedAt = now;
    }

    void undo(Instant now) {
        if (undoneAt != null) {
            throw new IllegalStateException("The decision was undone already");
        }
        undoneAt = now;
    }

    UUID id() {
        return id;
    }

    UUID videoId() {
        return videoId;
    }

    UUID authorId() {
        return authorId;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean undone() {
        return undoneAt != null;
    }
}
