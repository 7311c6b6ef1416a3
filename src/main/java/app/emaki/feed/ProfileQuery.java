package app.emaki.feed;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.social.Privacy;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProfileQuery {
    static final int PAGE = 24;

    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Privacy privacy;

    ProfileQuery(JdbcClient jdbc, Audience audience, Privacy privacy) {
        this.privacy = privacy;
        this.jdbc = jdbc;
        this.audience = audience;
    }

    Optional<Profile> find(String handle, @Nullable UUID viewer) {
        var sql = """
                select a.id, a.handle, a.display_name as name, a.about, coalesce(a.activated_at, a.created_at) as since,
                  c.videos, c.remixes,
                  (select count(*) from follow where followed = a.id) as followers,
                  (select count(*) from follow where follower = a.id) as followed,
                  exists(select 1 from follow where follower = cast(:viewer as uuid) and followed = a.id) as following,
                  exists(select 1 from block where blocker = cast(:viewer as uuid) and blocked = a.id) as blocking,
                  exists(select 1 from mute where muter = cast(:viewer as uuid) and muted = a.id) as muting,
                  exists(select 1 from block where (blocker = cast(:viewer as uuid) and blocked = a.id) or (blocker = a.id and blocked = cast(:viewer as uuid))) as severed,
                  coalesce(a.id = cast(:viewer as uuid), false) as own,
                  %s as open, %s as shows_followers, %s as shows_followed
                from account a cross join lateral (
                  select count(*) as videos, coalesce(sum(v.remixes), 0) as remixes from video v where v.author = a.id and %s) c
                where a.handle = :handle and a.standing = 'ACTIVE'""".formatted(
                        privacy.allows(Privacy.Part.PROFILE, "a.id", VIEWER),
                        privacy.allows(Privacy.Part.FOLLOWERS, "a.id", VIEWER),
                        privacy.allows(Privacy.Part.FOLLOWED, "a.id", VIEWER),
                        audience.lists("v", VIEWER));
        return jdbc.sql(sql)
                .param("viewer", viewer)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .query((row, n) -> new Profile(
                        row.getObject("id", UUID.class),
                        row.getString("handle"),
                        row.getString("name"),
                        row.getString("about"),
                        row.getTimestamp("since").toInstant(),
                        row.getLong("videos"),
                        row.getLong("remixes"),
                        row.getLong("followers"),
                        row.getLong("followed"),
                        row.getBoolean("following"),
                        row.getBoolean("blocking"),
                        row.getBoolean("muting"),
                        row.getBoolean("severed"),
                        row.getBoolean("own"),
                        row.getBoolean("open"),
                        row.getBoolean("open") && row.getBoolean("shows_followers"),
                        row.getBoolean("open") && row.getBoolean("shows_followed")))
                .optional();
    }

    /** What a viewer finds of somebody, newest first. */
    Page<VideoCard> videos(UUID author, @Nullable UUID viewer, @Nullable Cursor before) {
        return list("v.author = :author and " + audience.lists("v", VIEWER), author, viewer, before);
    }

    /** What somebody hung at the top of their page, as far as a viewer finds it in lists. */
    List<VideoCard> pinned(UUID author, UUID viewer) {
        return jdbc.sql("select " + VideoCards.columns("v", "a", VIEWER)
                        + " from video v join account a on a.id = v.author where v.author = :author and v.pinned_at is not null and "
                        + audience.lists("v", VIEWER) + " order by v.pinned_at desc")
                .param("author", author)
                .param("viewer", viewer)
                .query(VideoCards::read)
                .list();
    }

    /** What somebody has published but in no list: for them alone or by link. */
    Page<VideoCard> unlisted(UUID author, @Nullable Cursor before) {
        return list(
                "v.author = :author and v.author = cast(:viewer as uuid) and v.deleted_at is null and v.published_at is not null and not v.listed and not ("
                        + Audience.barred("v") + ")",
                author,
                author,
                before);
    }

    private Page<VideoCard> list(String condition, UUID author, @Nullable UUID viewer, @Nullable Cursor before) {
        var place = new Place(before, false);
        var statement = jdbc.sql("select " + VideoCards.columns("v", "a", VIEWER)
                        + " from video v join account a on a.id = v.author where " + condition
                        + place.condition("published_at") + " order by v.published_at desc, v.id desc limit :limit")
                .param("author", author)
                .param("viewer", viewer)
                .param("limit", PAGE + 1);
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("id", before.id());
        }
        return Page.of(
                statement.query(VideoCards::read).list(),
                PAGE,
                card -> new Cursor(java.util.Objects.requireNonNull(card.publishedAt()), card.id()));
    }
}
