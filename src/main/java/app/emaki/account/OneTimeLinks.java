package app.emaki.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links with which somebody sets a new password, once and within a day. Only their hashes are kept. */
@Component
@Transactional
class OneTimeLinks {
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link in place of an earlier one; {@code by} is the admin who makes it, if one does. */
    String make(UUID account, @Nullable UUID by) {
        forget(account);
        var token = OneTimeToken.random();
        jdbc.sql("""
                        insert into one_time_link (hash, account_id, made_by, made_at, expires_at)
                        values (?, ?, ?, ?, ?)""")
                .param(OneTimeToken.hash(token))
                .param(account)
                .param(by)
                .param(Timestamp.from(clock.instant()))
                .param(Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        return token;
    }

    /** Whose password a link sets now; empty when it is used, too old or none. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(String token) {
        return jdbc.sql("select account_id from one_time_link where hash = ? and used_at is null and expires_at > ?")
                .params(OneTimeToken.hash(token), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Whether a link was sent to the address of its account, and not made by an admin. */
    @Transactional(readOnly = true)
    public boolean wasSent(String token) {
        return jdbc.sql("select made_by is null from one_time_link where hash = ?")
                .param(OneTimeToken.hash(token))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Uses a link up; of several who try at once, one succeeds. */
    Optional<UUID> use(String token) {
        var owner = find(token);
        return owner.isPresent()
                        && jdbc.sql("update one_time_link set used_at = ? where hash = ? and used_at is null")
                                        .params(Timestamp.from(clock.instant()), OneTimeToken.hash(token))
                                        .update()
                                == 1
                ? owner
                : Optional.empty();
    }

    /** The links of an account open nothing any more. */
    void forget(UUID account) {
        jdbc.sql("delete from one_time_link where account_id = ?")
                .param(account)
                .update();
    }

    /** Forgets links that are over. */
    int forget() {
        return jdbc.sql("delete from one_time_link where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
