package app.emaki.api;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a program asks, in one transaction; under an {@code Idempotency-Key} only once, for a day. OpenAI's own clients send
 * what was not answered again and say so: that is answered as the first time, too.
 */
@Component
class Acts {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Acts(JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    Map<String, Object> once(Caller caller, Delivery delivery, String bodyHash, Supplier<Map<String, Object>> act) {
        var account = caller.viewer().id();
        return Objects.requireNonNull(transaction.execute(status -> {
            var retry = delivery.retry();
            if (delivery.key() != null) {
                return once(account, delivery.path() + "\n" + delivery.key(), bodyHash, act);
            }
            if (retry == null) {
                return act.get();
            }
            var name = delivery.path() + "\nagain\n" + bodyHash;
            if (retry == 0) {
                // the same once more on purpose
                jdbc.sql("delete from api_act where account_id = ? and token = ?")
                        .params(account, token(name))
                        .update();
            }
            return once(account, name, bodyHash, act);
        }));
    }

    private static String token(String name) {
        return KeyText.sha256(name.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> once(UUID account, String name, String bodyHash, Supplier<Map<String, Object>> act) {
        var token = token(name);
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) once")
                .param("what", account + token)
                .query(Integer.class)
                .single();
        var before = before(account, token);
        if (before == null) {
            var answer = act.get();
            jdbc.sql("insert into api_act (account_id, token, body_hash, answer, created_at) values (?, ?, ?, ?, ?)")
                    .params(account, token, bodyHash, json.writeValueAsString(answer), Timestamp.from(clock.instant()))
                    .update();
            return answer;
        }
        if (!before.bodyHash().equals(bodyHash)) {
            throw new ApiException(ApiError.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency_key_reused",
                    "This Idempotency-Key stands for another act already. Use a new one for each."));
        }
        return json.readValue(before.answer(), new TypeReference<Map<String, Object>>() {});
    }

    /** Forgets what nobody would send again any more. */
    void forget() {
        jdbc.sql("delete from api_act where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(Orders.NAMED)))
                .update();
    }

    private @Nullable Before before(UUID account, String token) {
        return jdbc.sql("select body_hash, answer from api_act where account_id = ? and token = ?")
                .params(account, token)
                .query(Before.class)
                .optional()
                .orElse(null);
    }

    record Before(String bodyHash, String answer) {}
}
