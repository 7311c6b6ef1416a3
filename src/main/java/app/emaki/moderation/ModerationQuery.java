package app.emaki.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the moderation page reads: reports gathered by video, and what happened before. */
@Repository
class ModerationQuery {
    private static final int QUEUE = 100;

    private final JdbcClient jdbc;

    ModerationQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Videos with open reports, most reported first, then longest waiting. */
    List<QueueItem> queue() {
        return jdbc.sql("""
                        select video_id, count(*) as reports, min(reported_at) as since,
                               (array_agg(rule order by reported_at desc))[1] as rule
                        from report where decision_id is null
                        group by video_id order by count(*) desc, min(reported_at), video_id limit ?
                        """).param(QUEUE).query(QueueItem.class).list();
    }

    /** How many videos wait for a decision. */
    long waiting() {
        return jdbc.sql("select count(distinct video_id) from report where decision_id is null")
                .query(Long.class)
                .single();
    }

    /** The open reports of one video, oldest first. */
    List<Voice> voices(UUID video) {
        return jdbc.sql("""
                        select a.handle as reporter, r.rule, r.note, r.reported_at
                        from report r join account a on a.id = r.reporter_id
                        where r.video_id = ? and r.decision_id is null order by r.reported_at limit 50
                        """).param(video).query(Voice.class).list();
    }

    /** Decisions on videos of one author, newest first. */
    List<PastDecision> past(UUID author) {
        return jdbc.sql(PAST + " where d.author_id = ? order by d.decided_at desc, d.id desc limit 10")
                .param(author)
                .query(PastDecision.class)
                .list();
    }

    /** Newest decisions of all. */
    List<PastDecision> decided() {
        return jdbc.sql(PAST + " order by d.decided_at desc, d.id desc limit 50")
                .query(PastDecision.class)
                .list();
    }

    private static final String PAST = """
            select d.id, d.video_id, m.handle as moderator, a.handle as author, d.outcome, d.rule, d.words, d.decided_at,
                   d.undone_at is not null as undone
            from decision d join account m on m.id = d.moderator_id
                 join account a on a.id = d.author_id
            """;

    /** One reported video in the queue. */
    record QueueItem(UUID videoId, long reports, Instant since, Rule rule) {}

    /** What one member said. */
    record Voice(String reporter, Rule rule, String note, Instant reportedAt) {}

    /** A decision as it is remembered. */
    record PastDecision(
            UUID id,
            UUID videoId,
            String moderator,
            String author,
            Outcome outcome,
            Rule rule,
            String words,
            Instant decidedAt,
            boolean undone) {}
}
