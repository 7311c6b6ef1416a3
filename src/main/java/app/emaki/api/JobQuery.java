package app.emaki.api;

import app.emaki.generation.Failure;
import app.emaki.generation.State;
import app.emaki.model.Aspect;
import app.emaki.video.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Jobs of one account, joined with the films they became; what was deleted, put out of sight, or shows
 * somebody who said no, is not there. A film that was sent
 * along was no job, and so none is told to start from it.
 */
@Repository
class JobQuery {
    private static final String SELECT = """
            select g.id, g.video_id, g.account_id, g.model, g.state, g.progress, g.prompt, g.aspect, g.lines, g.sound,
              case when g.lead = 0 then g.seconds else round(coalesce(v.seconds, g.lead + g.seconds)) end as seconds,
              case when not exists (select 1 from sent_film s where s.video_id = g.remix_of) then g.remix_of end as remix_of,
              g.failure, g.created_at, g.finished_at, v.film, v.poster, v.strip,
              case when v.id is not null then v.width || 'x' || v.height end as size
            from generation g left join video v on v.id = g.video_id
            where g.account_id = :account and (v.id is null or v.deleted_at is null and not (%s))
              and not exists (select 1 from api_hidden h where h.video_id = g.video_id)""".formatted(Audience.barred("v"));

    private final JdbcClient jdbc;

    JobQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Job> find(UUID account, UUID video) {
        return jdbc.sql(SELECT + " and g.video_id = :video")
                .param("account", account)
                .param("video", video)
                .query(JobQuery::read)
                .optional();
    }

    /**
     * A page of jobs.
     *
     * @param after the last one of the page before, deleted or not; null for the first page
     */
    List<Job> page(UUID account, @Nullable UUID after, boolean oldestFirst, int limit) {
        var order = oldestFirst ? "asc" : "desc";
        var place = after == null
                ? ""
                : " and (g.created_at, g.id) " + (oldestFirst ? ">" : "<")
                        + " (select p.created_at, p.id from generation p where p.video_id = :after and p.account_id = :account)";
        var statement = jdbc.sql(
                        SELECT + place + " order by g.created_at " + order + ", g.id " + order + " limit :limit")
                .param("account", account)
                .param("limit", limit);
        return (after == null ? statement : statement.param("after", after))
                .query(JobQuery::read)
                .list();
    }

    boolean exists(UUID account, UUID video) {
        return jdbc.sql("select 1 from generation where video_id = ? and account_id = ?")
                .params(video, account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The films of generations, in no order. */
    List<UUID> videos(List<UUID> generations) {
        return jdbc.sql("select video_id from generation where id in (:ids) order by take")
                .param("ids", generations)
                .query(UUID.class)
                .list();
    }

    void hide(UUID video, Timestamp now) {
        jdbc.sql("insert into api_hidden (video_id, created_at) values (?, ?) on conflict do nothing")
                .params(video, now)
                .update();
    }

    private static Job read(ResultSet row, int number) throws SQLException {
        var failure = row.getString("failure");
        var finished = row.getTimestamp("finished_at");
        return new Job(
                row.getObject("video_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("model"),
                State.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getString("prompt"),
                Aspect.valueOf(row.getString("aspect")),
                row.getInt("seconds"),
                row.getInt("lines"),
                row.getBoolean("sound"),
                row.getObject("remix_of", UUID.class),
                failure == null ? null : Failure.valueOf(failure),
                row.getString("film"),
                row.getString("poster"),
                row.getString("strip"),
                row.getString("size"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
