package app.emaki.generation;

import app.emaki.media.MediaGuard;
import app.emaki.media.MediaKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A picture that somebody brought is seen by nobody else. */
@Component
class ReferenceImageGuard implements MediaGuard {
    private final JdbcClient jdbc;

    ReferenceImageGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Ruling mayRead(MediaKey key, @Nullable UUID viewer) {
        return jdbc.sql("select account_id from reference_image where key = ?")
                .param(key.value())
                .query(UUID.class)
                .optional()
                .map(owner -> owner.equals(viewer) ? Ruling.ALLOW : Ruling.DENY)
                .orElse(Ruling.UNKNOWN);
    }
}
