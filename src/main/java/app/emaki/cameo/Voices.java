package app.emaki.cameo;

import app.emaki.platform.SealedBytes;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the words of challenges that were read aloud, sealed each for its own cameo; only its owner may hear one again. */
@Repository
class Voices {
    private final JdbcClient jdbc;
    private final SealedBytes seal;
    private final JsonMapper json;
    private final Clock clock;

    Voices(JdbcClient jdbc, SealedBytes seal, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a recording in place of the one before. */
    void keep(UUID cameo, Recording recording) {
        erase(cameo);
        jdbc.sql("insert into cameo_voice (cameo, sealed, heard, created_at) values (?, ?, ?, ?)")
                .params(
                        cameo,
                        seal.seal(purpose(cameo), recording.wav()),
                        json.writeValueAsString(Heard.in(recording)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    Optional<byte[]> open(UUID cameo) {
        return jdbc.sql("select sealed from cameo_voice where cameo = ?")
                .param(cameo)
                .query(byte[].class)
                .optional()
                .flatMap(bytes -> seal.open(purpose(cameo), bytes));
    }

    Optional<Heard> heard(UUID cameo) {
        return jdbc.sql("select heard from cameo_voice where cameo = ?")
                .param(cameo)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Heard.class));
    }

    void erase(UUID cameo) {
        jdbc.sql("delete from cameo_voice where cameo = ?").param(cameo).update();
    }

    /** Erases what a deleted cameo may have left behind; tells how many recordings that were. */
    int sweep() {
        return jdbc.sql("""
                        delete from cameo_voice v using cameo c join account a on a.id = c.owner
                        where c.id = v.cameo and (c.deleted_at is not null or a.standing = 'CLOSED')""").update();
    }

    private static String purpose(UUID cameo) {
        return "cameo-voice:" + cameo;
    }
}
