package app.emaki.api;

import app.emaki.account.AccountActivated;
import app.emaki.account.Accounts;
import app.emaki.account.PasswordReset;
import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to keys: made, shown once, recognised by their hash, taken back. */
@Component
@Transactional
class ApiKeys {
    /** Most keys of one account. */
    static final int MOST = 20;

    private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);
    private static final int SHORTEST_ADMIN_KEY = 32;
    private static final Duration USE_NOTED_EACH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApiSettings settings;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Accounts accounts, ApiSettings settings, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a key. What is returned is the only time that anybody sees it.
     *
     * @param validFor null for a key that does not end by itself
     * @return empty when the account has {@value #MOST} already
     */
    Optional<KeyText> make(Viewer owner, String name, Set<Scope> scopes, @Nullable Duration validFor) {
        if (of(owner).size() >= MOST) {
            return Optional.empty();
        }
        var text = KeyText.fresh();
        var allowed = EnumSet.copyOf(scopes);
        if (!owner.administers()) {
            allowed.remove(Scope.ADMIN);
        }
        keep(owner.id(), name, text, allowed, false, validFor);
        return Optional.of(text);
    }

    /** The keys of somebody that were not taken back, newest first; those that ended stay until they are. */
    @Transactional(readOnly = true)
    List<ApiKey> of(Viewer owner) {
        return jdbc.sql(
                        "select * from api_key where account_id = ? and revoked_at is null order by created_at desc, id desc")
                .param(owner.id())
                .query(ApiKeys::read)
                .list();
    }

    /** Takes a key back, at once; one that is not the owner's, or from the environment, stays. */
    boolean revoke(Viewer owner, UUID id) {
        return jdbc.sql(
                                "update api_key set revoked_at = ? where id = ? and account_id = ? and revoked_at is null and not environment")
                        .params(now(), id, owner.id())
                        .update()
                == 1;
    }

    /** Who calls with this key; empty for a key that is unknown, taken back or over. Whether its owner may take part is not asked here. */
    Optional<Caller> caller(KeyText text) {
        var now = clock.instant();
        return jdbc.sql("select * from api_key where hash = ? and revoked_at is null")
                .param(text.hash())
                .query((row, n) -> new Found(read(row, n), row.getObject("account_id", UUID.class)))
                .optional()
                .filter(found -> !found.key().expired(now))
                .flatMap(found -> accounts.find(found.owner()).map(viewer -> {
                    noteUse(found.key(), now);
                    return new Caller(found.key().id(), viewer, found.key().scopes());
                }));
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        followEnvironment();
    }

    @EventListener
    void on(AccountActivated event) {
        followEnvironment();
    }

    /** Whoever had the old password may have made keys with it. */
    @EventListener
    void on(PasswordReset reset) {
        jdbc.sql("update api_key set revoked_at = ? where account_id = ? and revoked_at is null and not environment")
                .params(now(), reset.account())
                .update();
    }

    /** The first admin has the key that the environment names, and no other from there. */
    private void followEnvironment() {
        var text = new KeyText(settings.adminKey().strip());
        if (!text.value().isEmpty() && text.value().length() < SHORTEST_ADMIN_KEY) {
            log.warn("EMAKI_ADMIN_API_KEY is shorter than {} characters and opens nothing", SHORTEST_ADMIN_KEY);
            text = new KeyText("");
        }
        jdbc.sql("update api_key set revoked_at = ? where environment and revoked_at is null and hash <> ?")
                .params(now(), text.hash())
                .update();
        if (text.value().isEmpty() || exists(text)) {
            return;
        }
        var key = text;
        jdbc.sql("select id from account where role = 'ADMIN' order by created_at, id limit 1")
                .query(UUID.class)
                .optional()
                .ifPresent(admin -> keep(admin, "EMAKI_ADMIN_API_KEY", key, EnumSet.allOf(Scope.class), true, null));
    }

    private boolean exists(KeyText text) {
        return jdbc.sql("update api_key set revoked_at = null where hash = ? and environment")
                        .param(text.hash())
                        .update()
                == 1;
    }

    private void keep(
            UUID owner,
            String name,
            KeyText text,
            Collection<Scope> scopes,
            boolean environment,
            @Nullable Duration validFor) {
        var end = validFor == null ? null : Timestamp.from(clock.instant().plus(validFor));
        jdbc.sql("""
                        insert into api_key (id, account_id, name, prefix, hash, scopes, environment, created_at, expires_at)
                        values (:id, :owner, :name, :prefix, :hash, string_to_array(:scopes, ','), :environment, :now, :end)""")
                .param("id", ids.next())
                .param("owner", owner)
                .param("name", name)
                .param("prefix", text.prefix())
                .param("hash", text.hash())
                .param("scopes", scopes.stream().map(Scope::name).collect(Collectors.joining(",")))
                .param("environment", environment)
                .param("now", now())
                .param("end", end)
                .update();
    }

    /** Often enough to know a forgotten key from one in use, seldom enough to cost nothing. */
    private void noteUse(ApiKey key, Instant now) {
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(USE_NOTED_EACH))) {
            jdbc.sql("update api_key set last_used_at = ? where id = ?")
                    .params(Timestamp.from(now), key.id())
                    .update();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        var scopes = Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                scopes,
                row.getBoolean("environment"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private record Found(ApiKey key, UUID owner) {}
}
