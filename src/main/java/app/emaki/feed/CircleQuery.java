package app.emaki.feed;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.social.Privacy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who follows somebody, and whom they follow, the newest first; without those across a block from the viewer. */
@Repository
class CircleQuery {
    private static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Privacy privacy;

    CircleQuery(JdbcClient jdbc, Privacy privacy) {
        this.privacy = privacy;
        this.jdbc = jdbc;
    }

    Page<Member> followers(UUID person, UUID viewer, @Nullable Cursor before) {
        return list("f.followed = :person", "follower", person, viewer, before);
    }

    Page<Member> followed(UUID person, UUID viewer, @Nullable Cursor before) {
        return list("f.follower = :person", "followed", person, viewer, before);
    }

    /** A tie is shown where both of its ends let it be seen; who is an end of it knows of it anyway. */
    private String tie(String f) {
        return "%1$s.follower = :viewer or %1$s.followed = :viewer or (%2$s and %3$s)"
                .formatted(
                        f,
                        privacy.allows(Privacy.Part.FOLLOWED, f + ".follower", ":viewer"),
                        privacy.allows(Privacy.Part.FOLLOWERS, f + ".followed", ":viewer"));
    }

    private Page<Member> list(String of, String whom, UUID person, UUID viewer, @Nullable Cursor before) {
        var statement = jdbc.sql(
                        "select a.id, a.handle, a.display_name as name, f.created_at as since, a.id = :viewer as own,"
                                + " exists(select 1 from follow m where m.follower = :viewer and m.followed = a.id) as following"
                                + " from follow f join account a on a.id = f." + whom
                                + " and a.standing = 'ACTIVE' where " + of
                                + " and not exists(select 1 from block b where (b.blocker = :viewer and b.blocked = a.id)"
                                + " or (b.blocker = a.id and b.blocked = :viewer))"
                                + " and (" + tie("f") + ")"
                                + (before == null ? "" : " and (f.created_at, f." + whom + ") < (:at, :id)")
                                + " order by f.created_at desc, f." + whom + " desc limit :limit")
                .param("person", person)
                .param("viewer", viewer)
                .param("limit", PAGE + 1);
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("id", before.id());
        }
        return Page.of(
                statement
                        .query((row, n) -> new Member(
                                row.getObject("id", UUID.class),
                                row.getString("handle"),
                                row.getString("name"),
                                row.getTimestamp("since").toInstant(),
                                row.getBoolean("following"),
                                row.getBoolean("own")))
                        .list(),
                PAGE,
                member -> new Cursor(member.since(), member.id()));
    }

    /** Somebody in the list, and whether the viewer follows them. */
    record Member(UUID id, String handle, String name, Instant since, boolean following, boolean own) {}
}
