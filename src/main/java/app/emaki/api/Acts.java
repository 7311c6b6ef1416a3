package app.emaki.api;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a program asks, in one transaction; under an {@code Idempotency-Key} only once, for a day. OpenAI's own clients send
 * what was not answered again and say so: that is answered as the first time, too, for as long as they try.
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
        return once(caller, delivery, bodyHash, () -> act, Supplier::get);
    }

    /**
     * Does what needs much work beforehand.
     *
     * @param prepare done outside of the transaction, and not for what was done before
     */
    <T> Map<String, Object> once(
            Caller caller,
            Delivery delivery,
            String bodyHash,
            Supplier<T> prepare,
            Function<T, Map<String, Object>> act) {
        var named = named(caller.viewer().id(), delivery, bodyHash);
        var before = named.flatMap(this::before);
        if (before.isPresent()) {
            return before.get();
        }
        var ready = prepare.get();
        return Objects.requireNonNull(transaction.execute(status ->
                named.map(it -> once(it, () -> act.apply(ready))).orElseGet(() -> act.apply(ready))));
    }

    /** The name under which an act counts once; empty when its sender would know that it sends it again. */
    private Optional<Named> named(UUID account, Delivery delivery, String bodyHash) {
        if (delivery.key() != null) {
            var token = token(delivery.path() + "\n" + delivery.key());
            return Optional.of(new Named(account, token, bodyHash, Orders.NAMED));
        }
        var retry = delivery.retry();
        if (retry == null) {
            return Optional.empty();
        }
        var token = token(delivery.path() + "\nagain\n" + bodyHash);
        // the same once more on purpose is a new act
        return Optional.of(
                new Named(account, token, bodyHash, retry == 0 ? Duration.ZERO : Orders.SENT_AGAIN_UNANSWERED));
    }

    private static String token(String name) {
        return KeyText.sha256(name.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> once(Named named, Supplier<Map<String, Object>> act) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) once")
                .param("what", named.account() + named.token())
                .query(Integer.class)
                .single();
        return before(named).orElseGet(() -> {
            var answer = act.get();
            jdbc.sql("""
                            insert into api_act (account_id, token, body_hash, answer, created_at) values (?, ?, ?, ?, ?)
                            on conflict (account_id, token) do update
                            set body_hash = excluded.body_hash, answer = excluded.answer, created_at = excluded.created_at""")
                    .params(named.account(), named.token(), named.bodyHash())
                    .params(json.writeValueAsString(answer), Timestamp.from(clock.instant()))
                    .update();
            return answer;
        });
    }

    /** What was answered before, if it still counts. */
    private Optional<Map<String, Object>> before(Named named) {
        return jdbc.sql("select body_hash, answer from api_act where account_id = ? and token = ? and created_at > ?")
                .params(
                        named.account(),
                        named.token(),
                        Timestamp.from(clock.instant().minus(named.memory())))
                .query(Before.class)
                .optional()
                .map(before -> {
                    if (!before.bodyHash().equals(named.bodyHash())) {
                        throw new ApiException(ApiError.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "idempotency_key_reused",
                                "This Idempotency-Key stands for another act already. Use a new one for each."));
                    }
                    ApiAnswers.toldBefore();
                    return json.readValue(before.answer(), new TypeReference<>() {});
                });
    }

    /** Forgets what nobody would send again any more. */
    void forget() {
        jdbc.sql("delete from api_act where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(Orders.NAMED)))
                .update();
    }

    private record Named(UUID account, String token, String bodyHash, Duration memory) {}

    record Before(String bodyHash, String answer) {}
}
