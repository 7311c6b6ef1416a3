package app.emaki.api;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.platform.SealedBytes;
import app.emaki.platform.Settings;
import app.emaki.platform.web.Outbound;
import app.emaki.platform.web.OutboundException;
import app.emaki.video.NoSuchVideo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to endpoints and to the log of what they were told. */
@Component
@Transactional
class Webhooks {
    /** Most endpoints of one account. */
    static final int MOST = 10;

    private static final String PRIVATE = "webhook.private";
    private static final int PAGE = 25;

    private final JdbcClient jdbc;
    private final SealedBytes sealed;
    private final Settings settings;
    private final Outbound outbound;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Webhooks(
            JdbcClient jdbc,
            SealedBytes sealed,
            Settings settings,
            Outbound outbound,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.settings = settings;
        this.outbound = outbound;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps an endpoint.
     *
     * @return its secret, which nobody sees again
     * @throws OutboundException when its address could not be called
     */
    WebhookSecret add(Viewer owner, URI url, Collection<WebhookEvent> events) throws OutboundException {
        outbound.check(url, privateAllowed());
        var id = ids.next();
        var secret = WebhookSecret.fresh();
        jdbc.sql("""
                        insert into webhook_endpoint (id, account_id, url, secret, events, created_at)
                        values (:id, :owner, :url, :secret, string_to_array(:events, ','), :now)""")
                .param("id", id)
                .param("owner", owner.id())
                .param("url", url.toString())
                .param("secret", seal(id, secret))
                .param("events", words(allowed(owner, events)))
                .param("now", now())
                .update();
        return secret;
    }

    @Transactional(readOnly = true)
    List<WebhookEndpoint> of(Viewer owner) {
        return jdbc.sql("select * from webhook_endpoint where account_id = ? order by created_at desc, id desc")
                .param(owner.id())
                .query(Webhooks::endpoint)
                .list();
    }

    @Transactional(readOnly = true)
    WebhookEndpoint find(Viewer owner, UUID id) {
        return jdbc.sql("select * from webhook_endpoint where id = ? and account_id = ?")
                .params(id, owner.id())
                .query(Webhooks::endpoint)
                .optional()
                .orElseThrow(NoSuchVideo::new);
    }

    void remove(Viewer owner, UUID id) {
        jdbc.sql("delete from webhook_endpoint where id = ? and account_id = ?")
                .params(id, owner.id())
                .update();
    }

    /** Lets an endpoint rest, or be told again. */
    void activate(Viewer owner, UUID id, boolean active) {
        jdbc.sql("update webhook_endpoint set active = ?, failing_since = null where id = ? and account_id = ?")
                .params(active, id, owner.id())
                .update();
    }

    /** Gives an endpoint another secret; the one before signs nothing more. */
    WebhookSecret renew(Viewer owner, UUID id) {
        find(owner, id);
        var secret = WebhookSecret.fresh();
        jdbc.sql("update webhook_endpoint set secret = ? where id = ?")
                .params(seal(id, secret), id)
                .update();
        return secret;
    }

    /** What an endpoint was told, newest first. */
    @Transactional(readOnly = true)
    Page<WebhookDelivery> log(Viewer owner, UUID id, @Nullable Cursor before) {
        find(owner, id);
        var place = before == null ? "" : " and (created_at, id) < (:at, :before)";
        var statement = jdbc.sql("select * from webhook_delivery where endpoint_id = :id" + place
                        + " order by created_at desc, id desc limit " + (PAGE + 1))
                .param("id", id);
        var rows = (before == null
                        ? statement
                        : statement.param("at", Timestamp.from(before.at())).param("before", before.id()))
                .query(Webhooks::delivery)
                .list();
        return Page.of(rows, PAGE, row -> new Cursor(row.createdAt(), row.id()));
    }

    /** Sends a message that means nothing, to see whether it arrives. */
    void test(Viewer owner, UUID id) {
        find(owner, id);
        write(id, "webhook.test", Map.of("id", PublicId.of(id)));
    }

    /** Sends a message again, under the id that it had. */
    void redeliver(Viewer owner, UUID id, UUID delivery) {
        find(owner, id);
        jdbc.sql(
                        "update webhook_delivery set state = 'PENDING', attempts = 0, next_at = ? where id = ? and endpoint_id = ?")
                .params(now(), delivery, id)
                .update();
    }

    /** Tells whoever wants to know, of one account's things or of the place's. */
    void tell(WebhookEvent event, @Nullable UUID account, Map<String, Object> data) {
        jdbc.sql("""
                        select e.id from webhook_endpoint e join account a on a.id = e.account_id
                        where e.active and :event = any(e.events) and a.standing = 'ACTIVE'
                          and case when cast(:account as uuid) is null then a.role = 'ADMIN' else a.id = :account end""")
                .param("event", event.name())
                .param("account", account)
                .query(UUID.class)
                .list()
                .forEach(endpoint -> write(endpoint, event.word(), data));
    }

    /** Whether endpoints may lie in private networks; the admin's choice, for an instance that talks to its neighbours. */
    @Transactional(readOnly = true)
    boolean privateAllowed() {
        return settings.find(PRIVATE).filter("yes"::equals).isPresent();
    }

    void allowPrivate(boolean allowed) {
        settings.put(PRIVATE, allowed ? "yes" : "no");
    }

    Optional<WebhookSecret> secret(UUID endpoint, byte[] bytes) {
        return sealed.open(purpose(endpoint), bytes)
                .map(plain -> new WebhookSecret(new String(plain, StandardCharsets.US_ASCII)));
    }

    private void write(UUID endpoint, String type, Map<String, Object> data) {
        var id = ids.next();
        var eventId = "evt_" + PublicId.of(id);
        var body = new LinkedHashMap<String, Object>();
        body.put("id", eventId);
        body.put("object", "event");
        body.put("created_at", clock.instant().getEpochSecond());
        body.put("type", type);
        body.put("data", data);
        jdbc.sql("""
                        insert into webhook_delivery (id, endpoint_id, event_id, type, body, next_at, created_at)
                        values (:id, :endpoint, :event, :type, :body, :now, :now)""")
                .param("id", id)
                .param("endpoint", endpoint)
                .param("event", eventId)
                .param("type", type)
                .param("body", json.writeValueAsString(body))
                .param("now", now())
                .update();
    }

    private byte[] seal(UUID endpoint, WebhookSecret secret) {
        return sealed.seal(purpose(endpoint), secret.value().getBytes(StandardCharsets.US_ASCII));
    }

    private static String purpose(UUID endpoint) {
        return "webhook:" + endpoint;
    }

    private static EnumSet<WebhookEvent> allowed(Viewer owner, Collection<WebhookEvent> events) {
        var allowed = EnumSet.noneOf(WebhookEvent.class);
        allowed.addAll(WebhookEvent.choices(owner.administers()));
        allowed.retainAll(events);
        return allowed;
    }

    private static String words(Collection<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::name).collect(Collectors.joining(","));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static WebhookEndpoint endpoint(ResultSet row, int number) throws SQLException {
        var events = Arrays.stream((String[]) row.getArray("events").getArray())
                .map(WebhookEvent::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class)));
        return new WebhookEndpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                events,
                row.getBoolean("active"),
                instant(row.getTimestamp("failing_since")),
                row.getTimestamp("created_at").toInstant());
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        return new WebhookDelivery(
                row.getObject("id", UUID.class),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("body"),
                WebhookDelivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("next_at").toInstant(),
                (Integer) row.getObject("status"),
                row.getString("error"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("tried_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
