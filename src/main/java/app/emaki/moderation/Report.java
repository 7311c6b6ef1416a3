package app.emaki.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What one member says in a matter; open as long as the matter is. */
@Entity
class Report {
    static final int LONGEST_NOTE = 1000;

    @Id
    private UUID id;

    private UUID matterId;
    private UUID reporterId;

    @Enumerated(EnumType.STRING)
    private Rule rule;

    private String note;
    private Instant reportedAt;

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    Report(UUID id, UUID matterId, UUID reporterId, Rule rule, String note, Instant now) {
        this.id = id;
        this.matterId = matterId;
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

    UUID id() {
        return id;
    }

    UUID matterId() {
        return matterId;
    }

    UUID reporterId() {
        return reporterId;
    }
}
