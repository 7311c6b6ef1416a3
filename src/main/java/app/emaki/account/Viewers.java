package app.emaki.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who asks, for every request: one statement, and no transaction around it. */
@Repository
class Viewers {
    private final JdbcClient jdbc;

    Viewers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Viewer> find(UUID id) {
        return jdbc.sql("select id, handle, display_name, role, standing, plan from account where id = ?")
                .param(id)
                .query((row, n) -> new Viewer(
                        row.getObject("id", UUID.class),
                        row.getString("handle"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role")),
                        Standing.valueOf(row.getString("standing")),
                        Plan.valueOf(row.getString("plan"))))
                .optional();
    }
}
