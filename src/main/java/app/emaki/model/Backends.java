package app.emaki.model;

import java.util.HashMap;
import java.util.List;
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

    /** Puts backends in order, best first. */
    public void order(List<String> backends) {
        for (int place = 0; place < backends.size(); place++) {
            jdbc.sql(
                            "insert into backend (id, place) values (?, ?) on conflict (id) do update set place = excluded.place")
                    .params(backends.get(place), place)
                    .update();
        }
    }

    Map<String, Choice> all() {
        var choices = new HashMap<String, Choice>();
        jdbc.sql("select id, concurrent, draining, place from backend").query(row -> {
            choices.put(
                    row.getString("id"),
                    new Choice(
                            (Integer) row.getObject("concurrent"),
                            row.getBoolean("draining"),
                            row.getObject("place") == null ? Choice.LAST : row.getInt("place")));
        });
        return choices;
    }

    record Choice(@Nullable Integer concurrent, boolean draining, int place) {
        static final int LAST = Integer.MAX_VALUE;
        static final Choice NONE = new Choice(null, false, LAST);

        VideoModels.Slots slots(VideoModelClient client, boolean resting) {
            int most = concurrent == null ? client.concurrent() : concurrent;
            return new VideoModels.Slots(client.backend(), resting ? 0 : most, draining, client.local(), resting);
        }
    }
}
