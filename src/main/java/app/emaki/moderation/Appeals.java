package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.moderation.ModeratorSpoke.Topic;
import app.emaki.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to appeals: one text for each decision, within twenty days, answered by somebody else where there is somebody else. */
@Component
@Transactional
class Appeals {
    static final Duration WINDOW = Duration.ofDays(20);
    static final int LONGEST = 2000;
    static final int LONGEST_ANSWER = 1000;
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final ModerationQuery query;
    private final AuditLog log;
    private final RuleBook book;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Appeals(
            JdbcClient jdbc,
            Decisions decisions,
            ModerationQuery query,
            AuditLog log,
            RuleBook book,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.query = query;
        this.log = log;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Files an appeal; false when the decision is not against this account, too old, taken back or appealed already. */
    boolean file(Viewer account, UUID decision, String words) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into appeal (id, decision_id, account_id, words, filed_at)
                        select :id, d.id, d.account_id, :words, :now from decision d
                        where d.id = :decision and d.account_id = :account and d.undone_at is null and d.outcome <> 'KEEP'
                          and d.decided_at > :since
                        on conflict (decision_id) do nothing""")
                        .param("id", ids.next())
                        .param("words", words)
                        .param("now", ModerationQuery.at(now))
                        .param("decision", decision)
                        .param("account", account.id())
                        .param("since", ModerationQuery.at(now.minus(WINDOW)))
                        .update()
                == 1;
    }

    /**
     * Answers an appeal, and takes the decision back when it was right.
     *
     * @throws Decisions.Refused when it is another moderator's to answer, or was answered already
     */
    void answer(Viewer moderator, UUID appeal, boolean granted, String words) {
        var open = find(appeal).orElseThrow(() -> new Decisions.Refused("moderation.refused.gone"));
        if (!mayAnswer(moderator, open)) {
            throw new Decisions.Refused("moderation.refused.other");
        }
        int answered = jdbc.sql("""
                        update appeal set answered_at = ?, answered_by = ?, granted = ?, answer = ?
                        where id = ? and answered_at is null""")
                .params(ModerationQuery.at(clock.instant()), moderator.id(), granted, words, appeal)
                .update();
        if (answered == 0) {
            throw new Decisions.Refused("moderation.refused.gone");
        }
        if (granted) {
            decisions.grant(moderator, open.decisionId());
        }
        log.record(moderator.id(), granted ? "appeal.granted" : "appeal.upheld", open.accountId(), "", words);
        var verdict = book.say(open.accountId(), granted ? "moderation.appeal.granted" : "moderation.appeal.upheld");
        events.publishEvent(new ModeratorSpoke(
                open.accountId(), Topic.APPEAL_ANSWERED, open.decisionId(), (verdict + " " + words).strip()));
    }

    /** Whoever decided does not judge the appeal, and nobody judges their own, unless there is nobody else. */
    boolean mayAnswer(Viewer moderator, Open appeal) {
        if (appeal.accountId().equals(moderator.id())) {
            return false;
        }
        return !appeal.moderatorId().equals(moderator.id())
                || query.othersWhoModerate(moderator.id(), appeal.accountId()) == 0;
    }

    /** Appeals that wait, oldest first. */
    @Transactional(readOnly = true)
    public List<Open> open() {
        return jdbc.sql(OPEN + " order by p.filed_at, p.id limit " + SHOWN)
                .query(Open.class)
                .list();
    }

    private Optional<Open> find(UUID appeal) {
        return jdbc.sql(OPEN + " and p.id = ?").param(appeal).query(Open.class).optional();
    }

    /** What was decided against an account, newest first, with what became of its appeals; a no to a question is nothing of that. */
    @Transactional(readOnly = true)
    public List<Strike> strikes(UUID account) {
        return jdbc.sql("""
                        select d.id, k.kind, k.subject_id, k.words as subject, d.outcome, d.rule, d.words, d.decided_at, d.until,
                               d.lifted_at is not null as over, d.undone_at is not null as undone, cardinality(d.touched) as touched,
                               p.words as appeal, p.granted, p.answer
                        from decision d join matter k on k.id = d.matter_id left join appeal p on p.decision_id = d.id
                        where d.account_id = ? and d.outcome <> 'KEEP' and not (k.kind = 'WORDS' and d.outcome = 'REMOVE') order by d.decided_at desc, d.id desc limit 50""").param(account).query(Strike.class).list();
    }

    private static final String OPEN = """
            select p.id, p.decision_id, p.account_id, a.handle as account, p.words, p.filed_at, d.outcome, d.rule,
                   d.words as decision_words, d.decided_at, d.moderator_id, m.handle as moderator, k.kind, k.subject_id, k.words as subject
            from appeal p join decision d on d.id = p.decision_id join matter k on k.id = d.matter_id
                 join account a on a.id = p.account_id join account m on m.id = d.moderator_id
            where p.answered_at is null""";

    /** An appeal that waits. */
    record Open(
            UUID id,
            UUID decisionId,
            UUID accountId,
            String account,
            String words,
            Instant filedAt,
            Outcome outcome,
            Rule rule,
            String decisionWords,
            Instant decidedAt,
            UUID moderatorId,
            String moderator,
            Kind kind,
            UUID subjectId,
            String subject) {}

    /** A decision as its addressee reads it; {@code appeal} is what they wrote, {@code granted} null until it is answered. */
    record Strike(
            UUID id,
            Kind kind,
            UUID subjectId,
            String subject,
            Outcome outcome,
            Rule rule,
            String words,
            Instant decidedAt,
            @Nullable Instant until,
            boolean over,
            boolean undone,
            int touched,
            @Nullable String appeal,
            @Nullable Boolean granted,
            @Nullable String answer) {

        public boolean appealable(Instant now) {
            return appeal == null && !undone && decidedAt.plus(WINDOW).isAfter(now);
        }
    }
}
