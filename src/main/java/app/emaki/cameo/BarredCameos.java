package app.emaki.cameo;

import app.emaki.account.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for moderators: a cameo that should not be here is closed for its owner as for everybody, with every film that it is
 * in, and can be let in again as it was.
 */
@Component
@Transactional
public class BarredCameos {
    private final JdbcClient jdbc;
    private final CameoQuery query;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BarredCameos(JdbcClient jdbc, CameoQuery query, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.query = query;
        this.clock = clock;
        this.events = events;
    }

    /** The cameo that a prompt of this viewer would name so; empty where there is none for them. */
    @Transactional(readOnly = true)
    public Optional<CameoView> named(Viewer viewer, String handle) {
        return query.named(viewer.id(), Mentions.in("@" + handle)).stream()
                .filter(cameo -> cameo.standing() != Standing.NONE)
                .findFirst();
    }

    /** Closes a cameo; whoever lent it is told by those who decided so. */
    public void bar(UUID cameo) {
        var owner = hold(cameo);
        if (owner.isEmpty()) {
            return;
        }
        jdbc.sql("update cameo set barred_at = ? where id = ? and barred_at is null")
                .params(Timestamp.from(clock.instant()), cameo)
                .update();
        var films = films("""
                update cameo_use set before_bar = state, state = 'REVOKED'
                where cameo = ? and state in ('PENDING', 'ALLOWED') returning video""", cameo);
        events.publishEvent(new CameoRevoked(cameo, owner.get(), films, Set.of()));
    }

    /** Lets a cameo in again, and the films that its owner has not taken it back from since. */
    public void admit(UUID cameo) {
        // one that was deleted stays so, but no longer stands in the way of a new one
        jdbc.sql("update cameo set barred_at = null where id = ?").param(cameo).update();
        if (hold(cameo).isEmpty()) {
            return;
        }
        films("""
                update cameo_use set state = before_bar, before_bar = null
                where cameo = ? and before_bar is not null and state = 'REVOKED' returning video""", cameo).forEach(film -> events.publishEvent(new CameoReturned(cameo, film)));
    }

    private List<UUID> films(String sql, UUID cameo) {
        return jdbc.sql(sql).param(cameo).query(UUID.class).list();
    }

    /** Its owner; empty when it was deleted, which ends it better than any decision. */
    private Optional<UUID> hold(UUID cameo) {
        return jdbc.sql("select owner from cameo where id = ? and deleted_at is null for update")
                .param(cameo)
                .query(UUID.class)
                .optional();
    }
}
