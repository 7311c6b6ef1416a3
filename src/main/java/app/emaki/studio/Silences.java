package app.emaki.studio;

import app.emaki.account.Viewer;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes of the coach that somebody never wants to see again. */
@Repository
class Silences {
    private final JdbcClient jdbc;

    Silences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> of(Viewer viewer) {
        return new HashSet<>(jdbc.sql("select rule from coach_silence where account_id = ?")
                .param(viewer.id())
                .query(String.class)
                .list());
    }

    void add(Viewer viewer, String rule) {
        jdbc.sql("insert into coach_silence (account_id, rule) values (?, ?) on conflict do nothing")
                .params(viewer.id(), rule)
                .update();
    }

    /** The coach may speak of everything again. */
    void end(Viewer viewer) {
        jdbc.sql("delete from coach_silence where account_id = ?")
                .param(viewer.id())
                .update();
    }
}
