package app.emaki.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's report of a video; open until a decision answers it. */
@Entity
class Report {
    static final int LONGEST_NOTE = 1000;

    @Id
    private UUID id;

    private UUID videoId;
    private UUID reporterId;

    @Enumerated(EnumType.STRING)
    private Rule rule;

    private String note;
    private Instant reportedAt;
    private @Nullable UUID decisionId;

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    Report(UUID id, UUID videoId, UUID reporterId, Rule rule, String note, Instant now) {
        this.id = id;
        this.videoId = videoId;
        this.reporterId = reporterId;
        this.rule = rule;
        this.note = note;
        this.reportedAt = now;
    }

    /** Says the same again, better. */
    void amend(Rule rule, String note) {
        this.rule = rule;
        this.note = note;
    }

    void answer(UUID decisionId) {
        this.decisionId = decisionId;
    }

    void reopen() {
        this.decisionId = null;
    }

    UUID id() {
        return id;
    }

    UUID reporterId() {
        return reporterId;
    }

    Rule rule() {
        return rule;
    }

    String note() {
        return note;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    UUID videoId() {
        return videoId;
    }

    @Nullable
    UUID decisionId() {
        return decisionId;
    }
}
