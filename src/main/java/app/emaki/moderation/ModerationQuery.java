package app.emaki.moderation;

import app.emaki.account.Plan;
import app.emaki.account.Role;
import app.emaki.account.Standing;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the moderation pages read: matters in the order of the queue, what was said, and what happened before. */
@Repository
class ModerationQuery {
    static final int QUEUE = 40;
    private static final int PAGE = 50;
    /** Films that go with one, at most. */
    private static final int BRANCH = 10_000;

    private static final String IN_FORCE =
            "d.undone_at is null and d.lifted_at is null and d.outcome in ('SUSPEND', 'BAN') and (d.until is null or d.until > :now)";

    /** Who reported something of a moderator's is not for that moderator to read, as long as there is another one to look. */
    private static final String NOT_OWN = "(m.account_id <> ? or not exists (select from account o"
            + " where o.role <> 'MEMBER' and o.standing = 'ACTIVE' and o.id <> ?))";

    private final JdbcClient jdbc;

    ModerationQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open matters as the filter asks for them; one more than a page when there are more. */
    List<QueueItem> queue(QueueFilter filter, UUID moderator, Instant now, @Nullable UUID after) {
        var order = filter.sort().order();
        var where = new ArrayList<String>();
        var params = new ArrayList<Object>();
        filter.conditions(where, params);
        where.add(NOT_OWN);
        params.add(moderator);
        params.add(moderator);
        if (after != null) {
            where.add("(%s) > (select %s from matter m where m.id = ?)".formatted(order, order));
            params.add(after);
        }
        params.add(QUEUE + 1);
        return jdbc.sql("""
                        select m.id, m.kind, m.subject_id, m.account_id, a.handle, m.words, m.rule, m.voices, m.held, m.opened_at,
                               case when m.claimed_until > ? then c.handle end as claimed_by, c.id = ? as mine
                        from matter m join account a on a.id = m.account_id left join account c on c.id = m.claimed_by
                        where m.decided_at is null and %s order by %s limit ?""".formatted(String.join(" and ", where), order))
                .params(prepend(at(now), moderator, params))
                .query(QueueItem.class)
                .list();
    }

    /** A matter, open or decided, as the page shows it. */
    Optional<QueueItem> matter(UUID id, UUID moderator, Instant now) {
        return jdbc.sql("""
                        select m.id, m.kind, m.subject_id, m.account_id, a.handle, m.words, m.rule, m.voices, m.held, m.opened_at,
                               case when m.claimed_until > ? then c.handle end as claimed_by, c.id = ? as mine
                        from matter m join account a on a.id = m.account_id left join account c on c.id = m.claimed_by
                        where m.id = ? and m.decided_at is null and""" + " " + NOT_OWN)
                .params(at(now), moderator, id, moderator, moderator)
                .query(QueueItem.class)
                .optional();
    }

    /** How many matters wait for a decision. */
    long waiting() {
        return count("select count(*) from matter where decided_at is null");
    }

    /** How many appeals wait for an answer. */
    long appeals() {
        return count("select count(*) from appeal where answered_at is null");
    }

    /** What was said in a matter, oldest first. */
    List<Voice> voices(UUID matter) {
        return jdbc.sql("""
                        select r.id, a.handle as reporter, r.rule, r.note, r.reported_at
                        from report r join account a on a.id = r.reporter_id
                        where r.matter_id = ? order by r.reported_at, r.id limit 50
                        """).param(matter).query(Voice.class).list();
    }

    /** Who the thing belongs to, with what weighs for and against them. */
    Optional<Person> person(UUID account) {
        return jdbc.sql("""
                        select a.id, a.handle, a.display_name, a.about, a.role, a.standing, a.plan, a.created_at,
                               (select count(*) from decision d join matter k on k.id = d.matter_id where d.account_id = a.id and d.outcome <> 'KEEP'
                                   and d.undone_at is null and not (k.kind = 'WORDS' and d.outcome = 'REMOVE')) as strikes,
                               (select count(*) from video v where v.author = a.id and v.published_at is not null and v.deleted_at is null) as films,
                               (select count(*) from matter m where m.account_id = a.id and m.decided_at is null) as open,
                               exists (select from trusted_author t where t.account_id = a.id) as trusted
                        from account a where a.id = ?""").param(account).query(Person.class).optional();
    }

    /** Decisions on things of one account, newest first. */
    List<PastDecision> past(UUID account) {
        return jdbc.sql(PAST + " where d.account_id = ? order by d.decided_at desc, d.id desc limit 10")
                .param(account)
                .query(PastDecision.class)
                .list();
    }

    /** Decisions of all, newest first. */
    Page<PastDecision> decided(@Nullable Cursor before) {
        var rows = jdbc.sql(PAST + """
                         where (cast(:at as timestamptz) is null or (d.decided_at, d.id) < (:at, cast(:id as uuid)))
                         order by d.decided_at desc, d.id desc limit :limit""")
                .param("at", before == null ? null : at(before.at()))
                .param("id", before == null ? null : before.id())
                .param("limit", PAGE + 1)
                .query(PastDecision.class)
                .list();
        return Page.of(rows, PAGE, decision -> new Cursor(decision.decidedAt(), decision.id()));
    }

    Optional<PastDecision> decision(UUID id) {
        return jdbc.sql(PAST + " where d.id = ?")
                .param(id)
                .query(PastDecision.class)
                .optional();
    }

    /** Suspensions whose time has passed. */
    List<UUID> ended(Instant now) {
        return jdbc.sql("""
                        select id from decision
                        where until <= ? and lifted_at is null and undone_at is null order by until limit 100""").param(at(now)).query(UUID.class).list();
    }

    /** Whether another decision than this one shuts an account out. */
    boolean shutOutBesides(UUID account, UUID decision, Instant now) {
        return jdbc.sql("select exists (select from decision d where d.account_id = :account and d.id <> :decision and "
                        + IN_FORCE + ")")
                .param("account", account)
                .param("decision", decision)
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    /** How many others there are who may decide. */
    long othersWhoModerate(UUID moderator) {
        return othersWhoModerate(moderator, moderator);
    }

    /** How many others there are who may decide, without somebody whom it is about. */
    long othersWhoModerate(UUID moderator, UUID party) {
        return jdbc.sql(
                        "select count(*) from account where role <> 'MEMBER' and standing = 'ACTIVE' and id not in (?, ?)")
                .params(moderator, party)
                .query(Long.class)
                .single();
    }

    /** Whether the film is still there to be decided on. */
    boolean filmExists(UUID video) {
        return jdbc.sql("select exists (select from video where id = ?)")
                .param(video)
                .query(Boolean.class)
                .single();
    }

    /** A film and everything that was made from it, and from that. */
    List<UUID> tree(UUID video) {
        return jdbc.sql("""
                        with recursive tree (id) as (
                            select id from video where id = :id
                            union select v.id from video v join tree t on v.remix_of = t.id)
                        select id from tree limit :most""")
                .param("id", video)
                .param("most", BRANCH)
                .query(UUID.class)
                .list();
    }

    /** The words that a film was made from, shown or not. */
    Optional<String> prompt(UUID video) {
        return jdbc.sql("select prompt from video where id = ?")
                .param(video)
                .query(String.class)
                .optional();
    }

    /** How many films of an author a person has let through, or others may see. */
    long passed(UUID author) {
        return jdbc.sql("""
                        select count(*) from video where author = ? and (passed_at is not null
                            or published_at is not null and visibility <> 'PRIVATE' and taken_down_at is null)""").param(author).query(Long.class).single();
    }

    boolean trusted(UUID author) {
        return jdbc.sql("select exists (select from trusted_author where account_id = ?)")
                .param(author)
                .query(Boolean.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static List<Object> prepend(Object first, Object second, List<Object> rest) {
        var all = new ArrayList<Object>();
        all.add(first);
        all.add(second);
        all.addAll(rest);
        return all;
    }

    private static final String PAST = """
            select d.id, d.matter_id, k.kind, k.subject_id, k.words as subject, m.handle as moderator, d.moderator_id,
                   a.handle as account, d.account_id, d.outcome, d.rule, d.words, d.decided_at, d.until, d.lifted_at, d.waits,
                   d.undone_at is not null as undone, cardinality(d.touched) as touched
            from decision d join matter k on k.id = d.matter_id join account m on m.id = d.moderator_id
                 join account a on a.id = d.account_id
            """;

    /** One matter in the queue; {@code claimedBy} is the handle of whoever looks at it now. */
    record QueueItem(
            UUID id,
            Kind kind,
            UUID subjectId,
            UUID accountId,
            String handle,
            String words,
            Rule rule,
            int voices,
            boolean held,
            Instant openedAt,
            @Nullable String claimedBy,
            @Nullable Boolean mine) {}

    /** What one member said. */
    record Voice(UUID id, String reporter, Rule rule, String note, Instant reportedAt) {}

    /** Whose thing it is. */
    record Person(
            UUID id,
            String handle,
            String displayName,
            String about,
            Role role,
            Standing standing,
            Plan plan,
            Instant createdAt,
            long strikes,
            long films,
            long open,
            boolean trusted) {}

    /** A decision as it is remembered. */
    record PastDecision(
            UUID id,
            UUID matterId,
            Kind kind,
            UUID subjectId,
            String subject,
            String moderator,
            UUID moderatorId,
            String account,
            UUID accountId,
            Outcome outcome,
            Rule rule,
            String words,
            Instant decidedAt,
            @Nullable Instant until,
            @Nullable Instant liftedAt,
            boolean waits,
            boolean undone,
            int touched) {}
}
