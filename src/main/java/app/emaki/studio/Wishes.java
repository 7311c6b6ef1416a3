package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.video.Visibility;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
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
                    .query(row -> {
                        var showing = new Showing(
                                Visibility.valueOf(row.getString("visibility")), row.getBoolean("prompt_shown"));
                        wishes.put(
                                row.getObject("group_id", UUID.class),
                                new Wish(row.getString("title"), showing, row.getObject("kept", UUID.class)));
                    });
        }
        return wishes;
    }

    void add(Viewer viewer, UUID group, String title, Showing showing) {
        put(viewer, group, title, showing, null);
    }

    /** Remembers which take its author kept; null chooses anew. */
    void choose(Viewer viewer, UUID group, @Nullable UUID take) {
        put(viewer, group, Wish.NONE.title(), Wish.NONE.showing(), take);
    }

    private void put(Viewer viewer, UUID group, String title, Showing showing, @Nullable UUID kept) {
        jdbc.sql("""
                        insert into film_wish (group_id, account_id, title, visibility, prompt_shown, kept)
                        values (:group, :account, :title, :visibility, :promptShown, :kept)
                        on conflict (group_id) do update set kept = excluded.kept
                        where film_wish.account_id = excluded.account_id""")
                .param("group", group)
                .param("account", viewer.id())
                .param("title", title)
                .param("visibility", showing.visibility().name())
                .param("promptShown", showing.promptShown())
                .param("kept", kept, Types.OTHER)
                .update();
    }
}
