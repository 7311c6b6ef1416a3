package app.emaki.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that a person let through, kept as digests: what was asked stays with who asked. */
@Repository
class Permits {
    private final JdbcClient jdbc;
    private final Clock clock;

    Permits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(String text) {
        return jdbc.sql("select exists (select from policy_permit where digest = ?)")
                .param(digest(text))
                .query(Boolean.class)
                .single();
    }

    void give(String text) {
        jdbc.sql("insert into policy_permit (digest, given_at) values (?, ?) on conflict do nothing")
                .params(digest(text), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void take(String text) {
        jdbc.sql("delete from policy_permit where digest = ?")
                .param(digest(text))
                .update();
    }

    /** Space and case make no difference. */
    private static byte[] digest(String text) {
        var plain = Folded.fold(text).replaceAll("\\s+", " ").strip();
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
