package app.emaki.api;

import app.emaki.platform.web.Outbound;
import app.emaki.platform.web.OutboundException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries out what the log has to be delivered. A row is taken for a minute before it is sent, so that a process that dies on the
 * way loses nothing: at worst a message arrives twice, under one id. Each call looks the address up anew, goes to no private
 * network unless the admin allows it, and follows no redirect.
 */
@Component
class WebhookPost {
    /** What lies between the tries. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14));

    private static final int AT_A_TIME = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final Duration GIVEN_UP = Duration.ofDays(5);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_ANSWER = 64 * 1024;
    private static final int GONE = 410;

    private final JdbcClient jdbc;
    private final Webhooks webhooks;
    private final Outbound outbound;
    private final Clock clock;

    WebhookPost(JdbcClient jdbc, Webhooks webhooks, Outbound outbound, Clock clock) {
        this.jdbc = jdbc;
        this.webhooks = webhooks;
        this.outbound = outbound;
        this.clock = clock;
    }

    /** Delivers what is due; tells how many tries that were. */
    int deliver() {
        var due = take();
        boolean privateToo = webhooks.privateAllowed();
        try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(letter -> carriers.submit(() -> carry(letter, privateToo)));
        }
        return due.size();
    }

    /** Forgets what was told long ago. */
    void forget() {
        jdbc.sql("delete from webhook_delivery where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private List<Letter> take() {
        return jdbc.sql("""
                        with taken as (
                          update webhook_delivery set attempts = attempts + 1, next_at = :lease
                          where id in (
                            select d.id from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
                            where d.state = 'PENDING' and d.next_at <= :now and (e.active or d.type = 'webhook.test')
                            order by d.next_at limit :most for update of d skip locked)
                          returning id, endpoint_id, event_id, body, attempts)
                        select t.*, e.url, e.secret from taken t join webhook_endpoint e on e.id = t.endpoint_id""")
                .param("lease", Timestamp.from(clock.instant().plus(LEASE)))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", AT_A_TIME)
                .query((row, n) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getObject("endpoint_id", UUID.class),
                        row.getString("event_id"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getString("url"),
                        row.getBytes("secret")))
                .list();
    }

    private void carry(Letter letter, boolean privateToo) {
        var secret = webhooks.secret(letter.endpoint(), letter.secret());
        if (secret.isEmpty()) {
            failed(letter, null, "The secret cannot be opened any more; make a new one", false);
            return;
        }
        var at = clock.instant();
        var headers = Map.of(
                "webhook-id", letter.eventId(),
                "webhook-timestamp", String.valueOf(at.getEpochSecond()),
                "webhook-signature", secret.get().sign(letter.eventId(), at, letter.body()));
        try {
            var answer = outbound.post(
                    URI.create(letter.url()),
                    headers,
                    letter.body().getBytes(StandardCharsets.UTF_8),
                    privateToo,
                    MOST_ANSWER,
                    TIME);
            if (answer.status() / 100 == 2) {
                delivered(letter, answer.status());
            } else {
                failed(letter, answer.status(), null, answer.status() != GONE);
            }
        } catch (OutboundException e) {
            failed(letter, null, e.reason() + ": " + e.getMessage(), true);
        }
    }

    private void delivered(Letter letter, int status) {
        jdbc.sql("update webhook_delivery set state = 'DELIVERED', status = ?, error = null, tried_at = ? where id = ?")
                .params(status, now(), letter.id())
                .update();
        jdbc.sql("update webhook_endpoint set failing_since = null where id = ? and failing_since is not null")
                .param(letter.endpoint())
                .update();
    }

    private void failed(Letter letter, @Nullable Integer status, @Nullable String error, boolean again) {
        boolean more = again && letter.attempts() <= PAUSES.size();
        jdbc.sql("""
                        update webhook_delivery set state = :state, status = cast(:status as integer), error = cast(:error as text),
                          tried_at = :now, next_at = :next where id = :id""")
                .param("state", more ? "PENDING" : "FAILED")
                .param("status", status)
                .param("error", error)
                .param("now", now())
                .param("next", Timestamp.from(next(letter, more)))
                .param("id", letter.id())
                .update();
        jdbc.sql("""
                        update webhook_endpoint set failing_since = coalesce(failing_since, :now),
                          active = active and not :gone and coalesce(failing_since, :now) > :long_ago
                        where id = :id""")
                .param("now", now())
                .param("gone", status != null && status == GONE)
                .param("long_ago", Timestamp.from(clock.instant().minus(GIVEN_UP)))
                .param("id", letter.endpoint())
                .update();
    }

    private Instant next(Letter letter, boolean more) {
        return more ? clock.instant().plus(PAUSES.get(letter.attempts() - 1)) : clock.instant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record Letter(
            UUID id, UUID endpoint, String eventId, String body, int attempts, String url, byte[] secret) {}
}
