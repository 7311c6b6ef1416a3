package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.Input;
import app.emaki.platform.SealedBytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Backends as rows, their secrets sealed. Every change counts up, so that other processes notice. */
@Repository
@Transactional
class RemoteBackendRepository {
    private final JdbcClient jdbc;
    private final SealedBytes seals;
    private final Clock clock;

    RemoteBackendRepository(JdbcClient jdbc, SealedBytes seals, Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
    }

    /** Grows with every change; false in {@code is_called} until the first. */
    @Transactional(readOnly = true)
    public long change() {
        return jdbc.sql("select case when is_called then last_value else 0 end from remote_backend_change")
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<RemoteBackend> all() {
        var models = new HashMap<String, List<RemoteModel>>();
        jdbc.sql("select * from remote_model order by number").query(row -> {
            models.computeIfAbsent(row.getString("backend"), it -> new ArrayList<>())
                    .add(model(row));
        });
        return jdbc.sql("select * from remote_backend order by created_at, id")
                .query((row, n) -> backend(row, models.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** Keeps a backend; a key of null leaves the one that is there. */
    void save(RemoteBackend backend) {
        jdbc.sql("""
                        insert into remote_backend (id, dialect, name, url, secret, hook_secret, concurrent, patience, created_at)
                        values (:id, :dialect, :name, :url, :secret, :hook, :concurrent, :patience, :now)
                        on conflict (id) do update set name = excluded.name, url = excluded.url,
                            secret = coalesce(excluded.secret, remote_backend.secret),
                            hook_secret = coalesce(excluded.hook_secret, remote_backend.hook_secret),
                            concurrent = excluded.concurrent, patience = excluded.patience""")
                .param("id", backend.id())
                .param("dialect", backend.dialect().name())
                .param("name", backend.name())
                .param("url", backend.url().toString())
                .param("secret", sealed(purpose(backend.id()), backend.key()))
                .param("hook", sealed(hookPurpose(backend.id()), backend.hookSecret()))
                .param("concurrent", backend.concurrent())
                .param("patience", backend.patience().toSeconds())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        count();
    }

    void delete(String backend) {
        jdbc.sql("delete from remote_backend where id = ?").param(backend).update();
        count();
    }

    void save(String backend, RemoteModel model) {
        jdbc.sql("""
                        insert into remote_model (id, backend, remote, name, lengths, aspects, lines, sound, seed, negative_prompt,
                            inputs, credits, pace, input)
                        values (:id, :backend, :remote, :name, :lengths, :aspects, :lines, :sound, :seed, :negative, :inputs,
                            :credits, :pace, :input)
                        on conflict (id) do update set remote = excluded.remote, name = excluded.name, lengths = excluded.lengths,
                            aspects = excluded.aspects, lines = excluded.lines, sound = excluded.sound, seed = excluded.seed,
                            negative_prompt = excluded.negative_prompt, inputs = excluded.inputs, credits = excluded.credits,
                            pace = excluded.pace, input = excluded.input
                        where remote_model.backend = excluded.backend""")
                .param("id", model.id())
                .param("backend", backend)
                .param("remote", model.remote())
                .param("name", model.name())
                .param("lengths", model.lengths().toArray(Integer[]::new))
                .param("aspects", names(model.aspects()))
                .param("lines", model.lines().toArray(Integer[]::new))
                .param("sound", model.sound())
                .param("seed", model.seed())
                .param("negative", model.negativePrompt())
                .param("inputs", names(model.inputs()))
                .param("credits", model.credits())
                .param("pace", model.pace())
                .param("input", model.input())
                .update();
        count();
    }

    void delete(String backend, String model) {
        jdbc.sql("delete from remote_model where backend = ? and id = ?")
                .params(backend, model)
                .update();
        count();
    }

    /** Counts a change that stands elsewhere, for instance in the order of backends. */
    void count() {
        jdbc.sql("select nextval('remote_backend_change')").query(Long.class).single();
    }

    private RemoteBackend backend(ResultSet row, List<RemoteModel> models) throws SQLException {
        var id = row.getString("id");
        return new RemoteBackend(
                id,
                Dialect.valueOf(row.getString("dialect")),
                row.getString("name"),
                URI.create(row.getString("url")),
                opened(purpose(id), row.getBytes("secret")),
                opened(hookPurpose(id), row.getBytes("hook_secret")),
                row.getInt("concurrent"),
                Duration.ofSeconds(row.getInt("patience")),
                models);
    }

    /** A secret that cannot be opened (another sealing key) is as good as none; calls then fail with the backend's own words. */
    private @Nullable String opened(String purpose, byte @Nullable [] secret) {
        return secret == null
                ? null
                : seals.open(purpose, secret)
                        .map(it -> new String(it, StandardCharsets.UTF_8))
                        .orElse(null);
    }

    private byte @Nullable [] sealed(String purpose, @Nullable String secret) {
        return secret == null ? null : seals.seal(purpose, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static RemoteModel model(ResultSet row) throws SQLException {
        return new RemoteModel(
                row.getString("id"),
                row.getString("remote"),
                row.getString("name"),
                numbers(row.getArray("lengths")),
                values(row.getArray("aspects"), Aspect::valueOf),
                numbers(row.getArray("lines")),
                row.getBoolean("sound"),
                row.getBoolean("seed"),
                row.getBoolean("negative_prompt"),
                values(row.getArray("inputs"), Input::valueOf),
                row.getInt("credits"),
                row.getDouble("pace"),
                row.getString("input"));
    }

    private static String purpose(String backend) {
        return "backend:" + backend;
    }

    private static String hookPurpose(String backend) {
        return "backend-hook:" + backend;
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static <T> Set<T> values(Array array, Function<String, T> value) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(value).collect(Collectors.toUnmodifiableSet());
    }
}
