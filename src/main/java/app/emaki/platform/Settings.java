package app.emaki.platform;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settings of the instance that an admin changes while it runs, kept in the database as text under a dotted name. */
@Repository
public class Settings {
    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The value kept under a name. */
    public Optional<String> find(String name) {
        return jdbc.sql("select value from setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Keeps a value under a name, in place of an earlier one. */
    public void put(String name, String value) {
        jdbc.sql(
                        "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(name, value)
                .update();
    }

    /** Changes a value only if it is still the expected one; of several who try at once, one succeeds. */
    public boolean replace(String name, String expected, String value) {
        return jdbc.sql("update setting set value = ? where name = ? and value = ?")
                        .params(value, name, expected)
                        .update()
                == 1;
    }
}
