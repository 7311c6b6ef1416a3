package app.emaki.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the admin decides about backends while they run. */
@Repository
public class Backends {
    private final JdbcClient jdbc;

    Backends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets a backend finish what it has and take no more, or take jobs again. */
    public void drain(String backend, boolean draining) {
        jdbc.sql(
                        "insert into backend (id, draining) values (?, ?) on conflict (id) do update set draining = excluded.draining")
                .params(backend, draining)
                .update();
    }

    /** Sets how many jobs a backend does at a time; null for what its adapter thinks best. */
    public void limit(String backend, @Nullable Integer concurrent) {
        jdbc.sql(
                        "insert into backend (id, concurrent) values (?, ?) on conflict (id) do update set concurrent = excluded.concurrent")
                .param(backend)
                .param(concurrent)
                .update();
    }

    Map<String, Choice> all() {
        var choices = new HashMap<String, Choice>();
        jdbc.sql("select id, concurrent, draining from backend").query(row -> {
            choices.put(
                    row.getString("id"), new Choice((Integer) row.getObject("concurrent"), row.getBoolean("draining")));
        });
        return choices;
    }

    record Choice(@Nullable Integer concurrent, boolean draining) {
        static final Choice NONE = new Choice(null, false);

        VideoModels.Slots slots(VideoModelClient client) {
            return new VideoModels.Slots(
                    client.backend(), concurrent == null ? client.concurrent() : concurrent, draining, client.local());
        }
    }
}
