package app.emaki.invite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Seats that visitors keep for ten minutes while they sign up. Whoever asks or writes here holds the lock of the invite's row,
 * so that a kept seat is taken as far as everybody else is concerned.
 */
@Repository
class Holds {
    static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats of a code that are kept for others than the bearer of this token. */
    int ofOthers(UUID invite, String token, Instant now) {
        return jdbc.sql("select count(*) from seat_hold where invite_id = ? and expires_at > ? and token <> ?")
                .params(invite, Timestamp.from(now), hash(token))
                .query(Integer.class)
                .single();
    }

    /** Keeps one seat for the bearer, in place of another that they kept before. */
    void keep(UUID invite, String token, Instant now) {
        jdbc.sql("""
                        insert into seat_hold (token, invite_id, expires_at) values (?, ?, ?)
                        on conflict (token) do update set invite_id = excluded.invite_id, expires_at = excluded.expires_at""")
                .params(hash(token), invite, Timestamp.from(now.plus(KEPT)))
                .update();
    }

    /** Lets go of what the bearer kept. */
    void drop(String token) {
        jdbc.sql("delete from seat_hold where token = ?").param(hash(token)).update();
    }

    /** Forgets what ran out. */
    int forget(Instant now) {
        return jdbc.sql("delete from seat_hold where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
