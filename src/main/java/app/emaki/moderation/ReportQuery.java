package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a member reported or asked, and what came of it. Who decided is not told. */
@Repository
class ReportQuery {
    private static final int PAGE = 30;
    private static final String MINE = """
            select r.id, m.kind, a.handle, m.words, r.rule, r.note, r.reported_at, m.decided_at,
                   (select d.outcome from decision d where d.matter_id = m.id and d.undone_at is null
                    order by d.decided_at desc limit 1) as outcome
            from report r join matter m on m.id = r.matter_id join account a on a.id = m.account_id
            where r.reporter_id = :reporter""";

    private final JdbcClient jdbc;

    ReportQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Mine> of(Viewer reporter, @Nullable Cursor before) {
        var rows = jdbc.sql(MINE + """
                         and (cast(:at as timestamptz) is null or (r.reported_at, r.id) < (:at, cast(:id as uuid)))
                        order by r.reported_at desc, r.id desc limit :limit""")
                .param("reporter", reporter.id())
                .param("at", before == null ? null : ModerationQuery.at(before.at()))
                .param("id", before == null ? null : before.id())
                .param("limit", PAGE + 1)
                .query(Mine.class)
                .list();
        return Page.of(rows, PAGE, report -> new Cursor(report.reportedAt(), report.id()));
    }

    Optional<Mine> find(Viewer reporter, UUID report) {
        return jdbc.sql(MINE + " and r.id = :report")
                .param("reporter", reporter.id())
                .param("report", report)
                .query(Mine.class)
                .optional();
    }

    /** One report; {@code outcome} is null until it is decided. */
    record Mine(
            UUID id,
            Kind kind,
            String handle,
            String words,
            Rule rule,
            String note,
            Instant reportedAt,
            @Nullable Instant decidedAt,
            @Nullable Outcome outcome) {}
}
