package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Filters that a moderator keeps under a name; the same name again takes the place of the one before. */
@Repository
class QueueFilters {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final Ids ids;

    QueueFilters(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    List<Saved> of(Viewer moderator) {
        return jdbc.sql("select id, name, query from queue_filter where account_id = ? order by name limit ?")
                .params(moderator.id(), MOST)
                .query(Saved.class)
                .list();
    }

    boolean keep(Viewer moderator, String name, QueueFilter filter) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || of(moderator).size() >= MOST) {
            return false;
        }
        jdbc.sql("""
                        insert into queue_filter (id, account_id, name, query) values (?, ?, ?, ?)
                        on conflict (account_id, name) do update set query = excluded.query""").params(ids.next(), moderator.id(), name, filter.query()).update();
        return true;
    }

    void forget(Viewer moderator, UUID id) {
        jdbc.sql("delete from queue_filter where id = ? and account_id = ?")
                .params(id, moderator.id())
                .update();
    }

    /** A filter under its name. */
    record Saved(UUID id, String name, String query) {}
}
