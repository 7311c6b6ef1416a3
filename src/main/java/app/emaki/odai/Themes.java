package app.emaki.odai;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.Audience;
import app.emaki.video.Caption;
import app.emaki.video.NoSuchVideo;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to themes and votes. Each member has three votes a theme, for films of others, while it is open. */
@Component
@Transactional
class Themes {
    static final int VOTES = 3;

    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(120, Duration.ofHours(1));
    private static final String COLUMNS = "select id, title, words, tag, begins_at, ends_at from odai ";

    private final JdbcClient jdbc;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final String vote;

    Themes(JdbcClient jdbc, Audience audience, RateLimits limits, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.vote = """
                insert into odai_vote (odai, account, video, created_at)
                select o.id, :viewer, v.id, :now from odai o join video_tag t on t.tag = o.tag join video v on v.id = t.video
                where o.id = :odai and v.id = :video and :now >= o.begins_at and :now < o.ends_at and v.author <> :viewer
                  and v.published_at >= o.begins_at and %s
                  and (select count(*) from odai_vote own where own.odai = o.id and own.account = :viewer) < :votes
                on conflict do nothing""".formatted(audience.lists("v", ":viewer"));
    }

    /** The theme that is open now: of several, the one that began last. */
    @Transactional(readOnly = true)
    Optional<Odai> current() {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql(COLUMNS + "where begins_at <= ? and ends_at > ? order by begins_at desc, id desc limit 1")
                .params(now, now)
                .query(Odai.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Odai> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Odai.class).optional();
    }

    /** The newest themes, those to come among them. */
    @Transactional(readOnly = true)
    List<Odai> newest(int most) {
        return jdbc.sql(COLUMNS + "order by begins_at desc, id desc limit ?")
                .param(most)
                .query(Odai.class)
                .list();
    }

    UUID set(String title, String words, String tag, Instant begins, Instant ends) {
        var id = ids.next();
        jdbc.sql("insert into odai (id, title, words, tag, begins_at, ends_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, title, words, Caption.tag(tag), Timestamp.from(begins), Timestamp.from(ends))
                .update();
        return id;
    }

    void remove(UUID id) {
        jdbc.sql("delete from odai where id = ?").param(id).update();
    }

    /** Votes for a film; false when there is no vote left. One's own film, or one that is no entry, is not found. */
    boolean vote(Viewer viewer, UUID odai, UUID video) {
        limits.take("odai:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        // a member's votes for a theme are cast one after the other, or a fourth could slip in
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(odai + " " + viewer.id())
                .query(Integer.class)
                .list();
        int cast = jdbc.sql(vote)
                .param("viewer", viewer.id())
                .param("odai", odai)
                .param("video", video)
                .param("votes", VOTES)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (cast == 0 && votes(viewer, odai) < VOTES && !voted(viewer, odai, video)) {
            throw new NoSuchVideo();
        }
        return cast == 1 || voted(viewer, odai, video);
    }

    void unvote(Viewer viewer, UUID odai, UUID video) {
        jdbc.sql("delete from odai_vote where odai = ? and account = ? and video = ? and exists("
                        + "select 1 from odai o where o.id = odai and o.ends_at > ?)")
                .params(odai, viewer.id(), video, Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    int votes(Viewer viewer, UUID odai) {
        return jdbc.sql("select count(*) from odai_vote where odai = ? and account = ?")
                .params(odai, viewer.id())
                .query(Integer.class)
                .single();
    }

    private boolean voted(Viewer viewer, UUID odai, UUID video) {
        return jdbc.sql("select 1 from odai_vote where odai = ? and account = ? and video = ?")
                .params(odai, viewer.id(), video)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
