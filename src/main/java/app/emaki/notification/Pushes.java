package app.emaki.notification;

import app.emaki.platform.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that somebody lets us write to, and the writing. */
@Component
class Pushes {
    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
    private static final int MOST_EACH = 10;
    private static final int SECRET = 16;
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final PushSettings settings;
    private final Vapid vapid;
    private final Ids ids;
    private final Clock clock;
    private final String subject;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Pushes(
            JdbcClient jdbc,
            PushSettings settings,
            Vapid vapid,
            Ids ids,
            Clock clock,
            @Value("${emaki.base-url}") String baseUrl,
            @Value("${emaki.mail.from}") String mail) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.vapid = vapid;
        this.ids = ids;
        this.clock = clock;
        this.subject = subject(baseUrl, mail);
    }

    /** Where a push service may write to whoever runs this instance: its page, or else its mail box. */
    static String subject(String baseUrl, String mail) {
        return baseUrl.startsWith("https://") ? baseUrl : "mailto:" + mail;
    }

    /** Keeps a browser, in place of the oldest when there are many; false when its address or keys are none. */
    @Transactional
    boolean subscribe(UUID account, String endpoint, String key, String secret) {
        try {
            var point = Base64.getUrlDecoder().decode(key);
            var shared = Base64.getUrlDecoder().decode(secret);
            Sealing.publicKey(point);
            if (shared.length != SECRET || endpoint.length() > 1000 || !settings.allows(new URI(endpoint))) {
                return false;
            }
            jdbc.sql("delete from push_subscription where id in (select id from push_subscription where account_id = ?"
                            + " order by created_at desc offset ?)")
                    .params(account, MOST_EACH - 1)
                    .update();
            jdbc.sql(
                            "insert into push_subscription (id, account_id, endpoint, key, secret, created_at) values (?, ?, ?, ?, ?, ?)"
                                    + " on conflict (endpoint) do update set account_id = excluded.account_id, key = excluded.key,"
                                    + " secret = excluded.secret, created_at = excluded.created_at")
                    .params(ids.next(), account, endpoint, point, shared, Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (IllegalArgumentException | GeneralSecurityException | java.net.URISyntaxException e) {
            return false;
        }
    }

    void forget(UUID account, String endpoint) {
        jdbc.sql("delete from push_subscription where account_id = ? and endpoint = ?")
                .params(account, endpoint)
                .update();
    }

    void forgetAll(UUID account) {
        jdbc.sql("delete from push_subscription where account_id = ?")
                .param(account)
                .update();
    }

    int count(UUID account) {
        return jdbc.sql("select count(*) from push_subscription where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Writes to every browser of somebody; one that is gone is forgotten, one that does not answer is passed over. */
    void push(UUID account, String json) {
        for (var browser : browsers(account)) {
            try {
                int status = send(browser, json);
                if (status == GONE || status == NOT_FOUND) {
                    forget(account, browser.endpoint());
                } else if (status >= 400) {
                    LOG.warn("A push service answered {}", status);
                }
            } catch (IOException | GeneralSecurityException e) {
                LOG.warn("A push could not be sent: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private int send(Browser browser, String json) throws IOException, InterruptedException, GeneralSecurityException {
        var endpoint = URI.create(browser.endpoint());
        if (!settings.allows(endpoint)) {
            return GONE;
        }
        var words = json.getBytes(StandardCharsets.UTF_8);
        var salt = new byte[16];
        random.nextBytes(salt);
        var body = Sealing.seal(words, browser.key(), browser.secret(), Sealing.pair(), salt);
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", vapid.authorization("https://" + endpoint.getHost(), subject))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", "86400")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private List<Browser> browsers(UUID account) {
        return jdbc.sql("select endpoint, key, secret from push_subscription where account_id = ? order by created_at")
                .param(account)
                .query((row, n) -> new Browser(row.getString("endpoint"), row.getBytes("key"), row.getBytes("secret")))
                .list();
    }

    @SuppressWarnings("ArrayRecordComponent") // octets that are only ever passed on
    private record Browser(String endpoint, byte[] key, byte[] secret) {}
}
