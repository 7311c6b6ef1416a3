package app.emaki.feed;

import app.emaki.feed.LineageQuery.After;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.social.Privacy;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds videos by words and tags, and people by name; always within the lists of the viewer. */
@Repository
class SearchQuery {
    static final int PAGE = 24;

    private static final int PEOPLE = 6;
    private static final int TAGS = 12;

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Privacy privacy;

    SearchQuery(JdbcClient jdbc, Audience audience, Privacy privacy) {
        this.privacy = privacy;
        this.jdbc = jdbc;
        this.audience = audience;
    }

    /** Newest first; a video has all that is wanted. */
    Page<VideoCard> videos(Wanted wanted, UUID viewer, @Nullable Cursor before) {
        var place = new Place(before, false);
        var statement = wanted(wanted, viewer, place.condition("published_at"), "v.published_at desc, v.id desc");
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("id", before.id());
        }
        return Page.of(
                statement.query(VideoCards::read).list(),
                PAGE,
                card -> new Cursor(Objects.requireNonNull(card.publishedAt()), card.id()));
    }

    /** The same, those that were continued most first; one more than a page when there is more. */
    List<VideoCard> mostRemixed(Wanted wanted, UUID viewer, @Nullable After after) {
        var statement = wanted(
                wanted,
                viewer,
                after == null ? "" : " and (v.remixes, v.id) < (:remixes, cast(:last as uuid))",
                "v.remixes desc, v.id desc");
        if (after != null) {
            statement = statement.param("remixes", after.remixes()).param("last", after.last());
        }
        return statement.query(VideoCards::read).list();
    }

    private JdbcClient.StatementSpec wanted(Wanted wanted, UUID viewer, String place, String order) {
        var sql = new StringBuilder("select " + VideoCards.columns("v", "a", ":viewer")
                + " from video v join account a on a.id = v.author where " + audience.lists("v", ":viewer") + place);
        if (!wanted.words().isEmpty()) {
            sql.append(" and v.words @> cast(:words as text[])");
        }
        if (!wanted.tags().isEmpty()) {
            sql.append(
                    " and (select count(*) from video_tag t where t.video = v.id and t.tag = any(:tags)) = :tagCount");
            sql.append(" and v.id in (select t.video from video_tag t where t.tag = :firstTag)");
        }
        var statement = jdbc.sql(sql + " order by " + order + " limit :limit")
                .param("viewer", viewer)
                .param("limit", PAGE + 1);
        if (!wanted.words().isEmpty()) {
            statement = statement.param("words", wanted.words().toArray(String[]::new));
        }
        if (!wanted.tags().isEmpty()) {
            statement = statement
                    .param("tags", wanted.tags().toArray(String[]::new))
                    .param("tagCount", wanted.tags().size())
                    .param("firstTag", wanted.tags().getFirst());
        }
        return statement;
    }

    /** Members whose handle or name begins with this, without those across a block. */
    List<Person> people(String start, UUID viewer) {
        return jdbc.sql("""
                select a.handle, a.display_name as name from account a
                where (a.handle like :start or lower(a.display_name) like :start) and a.standing = 'ACTIVE'
                  and not exists(select 1 from block b where (b.blocker = :viewer and b.blocked = a.id) or (b.blocker = a.id and b.blocked = :viewer))
                  and %s
                order by a.handle like :start desc, a.handle limit :limit""".formatted(privacy.allows(Privacy.Part.FOUND, "a.id", ":viewer")))
                .param("start", start.replaceAll("[%_\\\\]", "\\\\$0") + "%")
                .param("viewer", viewer)
                .param("limit", PEOPLE)
                .query(Person.class)
                .list();
    }

    /** The tags that the newest public videos have most. */
    List<String> tags() {
        return jdbc.sql("""
                select t.tag from video_tag t join (
                  select v.id from video v where v.listed and v.visibility = 'EVERYONE' order by v.published_at desc limit 300) recent
                  on recent.id = t.video
                group by t.tag order by count(*) desc, t.tag limit :limit""").param("limit", TAGS).query(String.class).list();
    }

    record Person(String handle, String name) {}
}
