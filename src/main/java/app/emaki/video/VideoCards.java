package app.emaki.video;

import app.emaki.platform.PublicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a card is read, for any query that shows cards. */
public final class VideoCards {
    private static final String COLUMNS = """
            %1$s.id, %1$s.author, %2$s.handle as author_handle, %2$s.display_name as author_name, %1$s.caption, %1$s.model, \
            %1$s.film, %1$s.poster, %1$s.captions, %1$s.strip, %1$s.strip_tiles, %1$s.width, %1$s.height, %1$s.seconds, %1$s.sound, %1$s.placeholder, \
            %1$s.visibility, %1$s.prompt_shown, %1$s.published_at, %1$s.held_at is not null as held, %1$s.taken_down_reason, \
            case when %1$s.prompt_shown or %1$s.author = %3$s then %1$s.prompt end as prompt, %1$s.language, %1$s.seed, \
            %1$s.remix_of, %1$s.kin, %1$s.remixable, \
            case when %1$s.remix_of is not null then (select maker.handle from video parent join account maker on maker.id = parent.author \
            where parent.id = %1$s.remix_of and maker.standing <> 'CLOSED') end as remix_of_handle, %1$s.likes, %1$s.comments, %1$s.remixes, %1$s.views, %1$s.commercial, \
            %1$s.comments_closed, %1$s.pinned_at is not null as pinned, %1$s.created_at""";

    private VideoCards() {}

    /**
     * The columns of a card.
     *
     * @param v alias of a row of {@code video}
     * @param a alias of its author's row of {@code account}
     * @param viewer expression of type uuid, null for the signed-out
     */
    public static String columns(String v, String a, String viewer) {
        return COLUMNS.formatted(v, a, viewer);
    }

    /** Reads one row of these columns. */
    public static VideoCard read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var captions = row.getString("captions");
        var strip = row.getString("strip");
        var remixOf = row.getObject("remix_of", UUID.class);
        var kin = row.getString("kin");
        return new VideoCard(
                id,
                PublicId.of(id),
                row.getObject("author", UUID.class),
                row.getString("author_handle"),
                row.getString("author_name"),
                row.getString("caption"),
                row.getString("model"),
                "/media/" + row.getString("film"),
                "/media/" + row.getString("poster"),
                captions == null ? null : "/media/" + captions,
                strip == null ? null : "/media/" + strip,
                row.getInt("strip_tiles"),
                row.getInt("width"),
                row.getInt("height"),
                row.getDouble("seconds"),
                row.getBoolean("sound"),
                "#" + HexFormat.of().toHexDigits(row.getInt("placeholder"), 6),
                Visibility.valueOf(row.getString("visibility")),
                row.getBoolean("prompt_shown"),
                instant(row.getTimestamp("published_at")),
                row.getBoolean("held"),
                row.getString("taken_down_reason"),
                row.getString("prompt"),
                row.getString("language"),
                row.getLong("seed"),
                remixOf,
                remixOf == null ? null : kin == null ? Kin.REMIX : Kin.valueOf(kin),
                row.getString("remix_of_handle"),
                Remixable.valueOf(row.getString("remixable")),
                row.getLong("likes"),
                row.getLong("comments"),
                row.getLong("remixes"),
                row.getLong("views"),
                row.getBoolean("commercial"),
                row.getBoolean("comments_closed"),
                row.getBoolean("pinned"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
