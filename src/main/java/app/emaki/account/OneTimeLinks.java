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

/** Links that open one thing once: a new password, or the proof of an address. Only their hashes are kept. */
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

    /** A new link in place of earlier ones for the same purpose; {@code by} is the admin who makes it, if one does. */
    String make(UUID account, Purpose purpose, @Nullable String email, @Nullable UUID by) {
        jdbc.sql("delete from one_time_link where account_id = ? and purpose = ?")
                .params(account, purpose.name())
                .update();
        var token = OneTimeToken.random();
        jdbc.sql("""
                        insert into one_time_link (hash, account_id, purpose, email, made_by, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(OneTimeToken.hash(token))
                .param(account)
                .param(purpose.name())
                .param(email)
                .param(by)
                .param(Timestamp.from(clock.instant()))
                .param(Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        return token;
    }

    /** What a link opens now; empty when it is used, too old or none. */
    @Transactional(readOnly = true)
    public Optional<Link> find(String token, Purpose purpose) {
        return jdbc.sql("""
                        select account_id, email from one_time_link
                        where hash = ? and purpose = ? and used_at is null and expires_at > ?""")
                .params(OneTimeToken.hash(token), purpose.name(), Timestamp.from(clock.instant()))
                .query(Link.class)
                .optional();
    }

    /** Uses a link up; of several who try at once, one succeeds. */
    Optional<Link> use(String token, Purpose purpose) {
        var link = find(token, purpose);
        return link.isPresent()
                        && jdbc.sql("update one_time_link set used_at = ? where hash = ? and used_at is null")
                                        .params(Timestamp.from(clock.instant()), OneTimeToken.hash(token))
                                        .update()
                                == 1
                ? link
                : Optional.empty();
    }

    /** Forgets links that are over. */
    int forget() {
        return jdbc.sql("delete from one_time_link where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    enum Purpose {
        PASSWORD,
        EMAIL
    }

    record Link(UUID accountId, @Nullable String email) {}
}
