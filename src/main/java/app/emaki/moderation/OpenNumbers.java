package app.emaki.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and times of moderation, without anybody in them. */
@Repository
class OpenNumbers {
    private static final Duration YEAR = Duration.ofDays(365);

    private final JdbcClient jdbc;

    OpenNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The months of the last year in which anything was said, newest first. */
    List<Month> months(Instant now) {
        return jdbc.sql("""
                        select to_char(date_trunc('month', m.opened_at at time zone 'UTC'), 'YYYY-MM') as month,
                               sum(m.voices) as reports, count(*) as matters,
                               count(*) filter (where d.outcome = 'KEEP') as kept,
                               count(*) filter (where d.outcome in ('LIMIT', 'WARN')) as mild,
                               count(*) filter (where d.outcome = 'REMOVE') as removed,
                               count(*) filter (where d.outcome in ('SUSPEND', 'BAN')) as shut_out,
                               count(p.id) as appeals, count(p.id) filter (where p.granted) as granted,
                               round((percentile_cont(0.5) within group (order by extract(epoch from d.decided_at - m.opened_at)) / 3600)::numeric, 1) as hours
                        from matter m
                        left join lateral (select * from decision d where d.matter_id = m.id order by d.decided_at desc limit 1) d on true
                        left join appeal p on p.decision_id = d.id
                        where m.opened_at > ? group by 1 order by 1 desc""")
                .param(ModerationQuery.at(now.minus(YEAR)))
                .query(Month.class)
                .list();
    }

    /** What matters of the last year were about, most first. */
    List<ByRule> byRule(Instant now) {
        return jdbc.sql(
                        "select rule, count(*) as matters from matter where opened_at > ? group by rule order by 2 desc, 1")
                .param(ModerationQuery.at(now.minus(YEAR)))
                .query(ByRule.class)
                .list();
    }

    /** One month; {@code hours} is the median from the first report to the decision. */
    record Month(
            String month,
            long reports,
            long matters,
            long kept,
            long mild,
            long removed,
            long shutOut,
            long appeals,
            long granted,
            @Nullable Double hours) {}

    record ByRule(Rule rule, long matters) {}
}
