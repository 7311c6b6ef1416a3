package app.emaki.archive;

import app.emaki.video.Audience;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that stands under one member's name, chapter by chapter, as plain rows for a file. */
@Repository
class ArchiveQuery {
    /** Name of the file in the archive, and what stands in it; each asks for {@code :account}. */
    private static final Map<String, String> CHAPTERS = chapters();

    private final JdbcClient jdbc;

    ArchiveQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> names() {
        return List.copyOf(CHAPTERS.keySet());
    }

    List<Map<String, Object>> rows(String chapter, UUID account) {
        return jdbc
                .sql(java.util.Objects.requireNonNull(CHAPTERS.get(chapter), chapter))
                .param("account", account)
                .query()
                .listOfRows()
                .stream()
                .map(ArchiveQuery::plain)
                .toList();
    }

    Map<String, Object> owner(UUID account) {
        return plain(jdbc.sql("""
                        select handle, display_name as "displayName", email, email_verified_at as "emailVerifiedAt", about, language, plan, role, created_at as "createdAt",
                               activated_at as "activatedAt"
                        from account where id = ?""").param(account).query().singleRow());
    }

    /** The films with their files, oldest first; none that shows somebody who said no. */
    List<Film> films(UUID account) {
        return jdbc.sql("""
                        select v.id, v.film, v.clean, v.poster, v.captions from video v
                        where v.author = ? and v.deleted_at is null and not (%s) order by v.created_at, v.id""".formatted(Audience.barred("v")))
                .param(account)
                .query(Film.class)
                .list();
    }

    record Film(
            UUID id,
            String film,
            String clean,
            String poster,
            @Nullable String captions) {}

    private static Map<String, String> chapters() {
        var chapters = new LinkedHashMap<String, String>();
        chapters.put("videos", """
                with recursive line as (
                    select v.id as video, v.remix_of as ancestor, 1 as step from video v
                    where v.author = :account and v.deleted_at is null and v.remix_of is not null
                    union all
                    select l.video, p.remix_of, l.step + 1 from line l join video p on p.id = l.ancestor
                    where p.remix_of is not null and l.step < 50)
                select v.id, v.caption, v.prompt, v.language, v.script, v.model, v.seed, v.width, v.height, v.seconds, v.sound,
                       v.visibility, v.prompt_shown as "promptShown", v.created_at as "createdAt",
                       v.published_at as "publishedAt", v.taken_down_reason as "takenDown", v.likes, v.comments, v.remixes,
                       v.views, v.remix_of as "remixOf",
                       (select p.handle from video s join account p on p.id = s.author where s.id = v.remix_of) as "remixOfAuthor",
                       array(select l.ancestor::text from line l where l.video = v.id order by l.step) as lineage,
                       array(select r.id::text from video r where r.remix_of = v.id and r.published_at is not null
                             order by r.created_at) as "remixedBy"
                from video v where v.author = :account and v.deleted_at is null order by v.created_at, v.id""");
        chapters.put("generations", """
                select id, state, model, prompt, language, script, aspect, seconds, lines, sound, seed, remix_of as "remixOf",
                       credits, charged, failure, case when state = 'SUCCEEDED' then video_id end as video,
                       created_at as "createdAt", finished_at as "finishedAt"
                from generation where account_id = :account order by created_at, id""");
        chapters.put("comments", """
                select c.id, c.video, c.reply_to as "replyTo", c.text, c.language, c.created_at as "createdAt",
                       c.removed_at as "removedAt"
                from comment c where c.author = :account order by c.created_at, c.id""");
        chapters.put("likes", """
                select video, created_at as "createdAt" from video_like where account = :account order by created_at""");
        chapters.put("following", """
                select a.handle, f.created_at as "since" from follow f join account a on a.id = f.followed
                where f.follower = :account order by f.created_at""");
        chapters.put("followers", """
                select a.handle, f.created_at as "since" from follow f join account a on a.id = f.follower
                where f.followed = :account order by f.created_at""");
        chapters.put("shunned", """
                select a.handle, t.how, t.created_at as "since" from (
                  select muted as other, 'MUTED' as how, created_at from mute where muter = :account
                  union all select blocked, 'BLOCKED', created_at from block where blocker = :account) t
                join account a on a.id = t.other order by t.created_at""");
        chapters.put("saved", """
                select b.video, c.name as collection, b.created_at as "createdAt" from bookmark b
                left join collection c on c.id = b.collection where b.account = :account order by b.created_at""");
        chapters.put("prompts", """
                select 'DRAFT' as kind, null as name, text, updated_at as "writtenAt" from prompt_draft where account_id = :account
                union all
                select 'PRESET', name, text, created_at from prompt_preset where account_id = :account and deleted_at is null
                order by 4""");
        chapters.put("codes", """
                select i.code, i.seats, i.used, i.state, i.note, i.created_at as "createdAt",
                       array(select a.handle from invite_use u join account a on a.id = u.account_id
                             where u.invite_id = i.id and a.id <> :account and a.standing <> 'CLOSED' order by u.seat) as joined
                from invite i where i.owner_id = :account order by i.created_at, i.id""");
        chapters.put("decisions", """
                select d.id, m.kind, d.outcome, d.rule, d.words, d.until, d.decided_at as "decidedAt",
                       d.undone_at as "undoneAt", a.words as appeal, a.filed_at as "appealedAt", a.granted, a.answer
                from decision d join matter m on m.id = d.matter_id left join appeal a on a.decision_id = d.id
                where d.account_id = :account and not d.waits and d.outcome <> 'KEEP' order by d.decided_at, d.id""");
        chapters.put("reports", """
                select r.id, m.kind, r.rule, r.note, r.reported_at as "reportedAt",
                       array(select s.words from report_message s where s.report_id = r.id and s.author_id = :account
                             and not s.moderator order by s.sent_at, s.id) as wrote
                from report r join matter m on m.id = r.matter_id where r.reporter_id = :account order by r.reported_at, r.id""");
        chapters.put("feedback", """
                select words, page, state, written_at as "writtenAt" from feedback where account_id = :account
                order by written_at, id""");
        chapters.put("sign-ins", """
                select way, agent, network, happened_at as "happenedAt" from sign_in where account_id = :account
                order by happened_at, id""");
        chapters.put("settings", """
                select 'PRIVACY' as kind, part as name, circle as value from privacy where account = :account
                union all select 'NOTICE', kind, concat_ws(' ', case when app then 'app' end, case when push then 'push' end,
                  case when mail then 'mail' end) from notification_choice where account_id = :account
                union all select 'PASSKEY', label, created_at::text from passkey where account_id = :account
                union all select 'ACCOUNT_ELSEWHERE', issuer, label from oidc_identity where account_id = :account
                order by kind, name""");
        chapters.put("ledger", """
                select e.id, e.kind, e.amount, e.generation_id as generation, e.reason, p.plan, p.since, p.until,
                       e.created_at as "createdAt"
                from ledger_entry e join purse p on p.id = e.purse_id
                where p.account_id = :account order by e.created_at, e.id""");
        chapters.put("cameos", """
                select id, kind, handle, name, look, description, level, asks_each as "asksEach", restrictions, never,
                       ends_at as "endsAt", challenge, consent_version as "consentVersion",
                       consent_language as "consentLanguage", consented_at as "consentedAt", created_at as "createdAt",
                       deleted_at as "deletedAt"
                from cameo where owner = :account order by created_at, id""");
        chapters.put("consents", """
                select g.id, case when c.owner = :account then 'GIVEN' else 'ASKED_FOR' end as direction, g.cameo,
                       c.name as "cameoName", a.handle, g.state, g.once, g.words, g.asked_at as "askedAt",
                       g.decided_at as "decidedAt"
                from cameo_grant g join cameo c on c.id = g.cameo
                join account a on a.id = case when c.owner = :account then g.account else c.owner end
                where c.owner = :account or g.account = :account order by g.asked_at, g.id""");
        chapters.put("uses", """
                select u.id, case when u.account = :account then 'BY_YOU' else 'OF_YOU' end as direction, u.cameo,
                       c.name as "cameoName", a.handle, u.video, case when u.account = :account then u.prompt end as prompt,
                       u.state, u.created_at as "createdAt", u.decided_at as "decidedAt"
                from cameo_use u join cameo c on c.id = u.cameo
                join account a on a.id = case when u.account = :account then c.owner else u.account end
                where c.owner = :account or u.account = :account order by u.created_at, u.id""");
        chapters.put("faces", """
                select video, source, said, agreed_at as "agreedAt", origin
                from face_declaration where account = :account order by agreed_at, video""");
        return chapters;
    }

    private static Map<String, Object> plain(Map<String, @Nullable Object> row) {
        var plain = new LinkedHashMap<String, Object>();
        row.forEach((name, value) -> {
            if (value != null) {
                plain.put(name, plain(value));
            }
        });
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Timestamp time -> time.toInstant().toString();
            case UUID id -> id.toString();
            case Array array -> list(array);
            default -> value;
        };
    }

    private static List<?> list(Array array) {
        try {
            return Arrays.asList((Object[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
