package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.video.Remixable;
import app.emaki.video.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was wished for each order, until it is posted and after. */
@Repository
class Wishes {
    private final JdbcClient jdbc;

    Wishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Wish> of(Viewer viewer, Collection<UUID> groups) {
        var wishes = new HashMap<UUID, Wish>();
        if (!groups.isEmpty()) {
            jdbc.sql("select * from film_wish where account_id = :account and group_id = any(:groups)")
                    .param("account", viewer.id())
                    .param("groups", groups.toArray(UUID[]::new))
                    .query((row, number) -> wishes.put(row.getObject("group_id", UUID.class), read(row)))
                    .list();
        }
        return wishes;
    }

    Wish of(Viewer viewer, UUID group) {
        return of(viewer, List.of(group)).getOrDefault(group, Wish.NONE);
    }

    void add(Viewer viewer, UUID group, Wish wish) {
        jdbc.sql("""
                        insert into film_wish (group_id, account_id, title, visibility, prompt_shown, remixable, kept)
                        values (:group, :account, :title, :visibility, :promptShown, :remixable, :kept)
                        on conflict (group_id) do update set kept = excluded.kept
                        where film_wish.account_id = excluded.account_id""")
                .param("group", group)
                .param("account", viewer.id())
                .param("title", wish.title())
                .param("visibility", wish.showing().visibility().name())
                .param("promptShown", wish.showing().promptShown())
                .param("remixable", wish.showing().remixable().name())
                .param("kept", wish.kept(), Types.OTHER)
                .update();
    }

    /** Remembers which take its author kept; null chooses anew. */
    void choose(Viewer viewer, UUID group, @Nullable UUID take) {
        add(viewer, group, new Wish("", Showing.FIRST, take));
    }

    private static Wish read(ResultSet row) throws SQLException {
        var showing = new Showing(
                Visibility.valueOf(row.getString("visibility")),
                row.getBoolean("prompt_shown"),
                Remixable.valueOf(row.getString("remixable")));
        return new Wish(row.getString("title"), showing, row.getObject("kept", UUID.class));
    }
}
