package app.emaki.cameo;

import app.emaki.platform.SealedBytes;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps portraits, sealed each for its own cameo; they leave here only for their owner and for whoever draws them. */
@Repository
class Portraits {
    private final JdbcClient jdbc;
    private final SealedBytes seal;
    private final JsonMapper json;
    private final Clock clock;

    Portraits(JdbcClient jdbc, SealedBytes seal, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    void keep(UUID cameo, Portrait portrait) {
        jdbc.sql("""
                        insert into cameo_portrait (cameo, sealed, content_type, finding, created_at) values (?, ?, 'image/jpeg', ?, ?)
                        on conflict (cameo) do update set sealed = excluded.sealed, finding = excluded.finding,
                            created_at = excluded.created_at""")
                .params(
                        cameo,
                        seal.seal(purpose(cameo), portrait.jpeg()),
                        json.writeValueAsString(portrait.finding()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The portrait; empty when it was erased, or sealed under a key that is lost. */
    Optional<byte[]> open(UUID cameo) {
        return jdbc.sql("select sealed from cameo_portrait where cameo = ?")
                .param(cameo)
                .query(byte[].class)
                .optional()
                .flatMap(bytes -> seal.open(purpose(cameo), bytes));
    }

    Optional<Finding> finding(UUID cameo) {
        return jdbc.sql("select finding from cameo_portrait where cameo = ?")
                .param(cameo)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Finding.class));
    }

    /** Erases what a deleted cameo may have left behind; tells how many portraits that were. */
    int sweep() {
        return jdbc.sql("""
                        delete from cameo_portrait p using cameo c join account a on a.id = c.owner
                        where c.id = p.cameo and (c.deleted_at is not null or a.standing = 'CLOSED')""").update();
    }

    private static String purpose(UUID cameo) {
        return "cameo-portrait:" + cameo;
    }
}
