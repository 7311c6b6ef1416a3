package app.emaki.api;

import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Generations;
import app.emaki.platform.Ids;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes each order once. A client that names its order gets the same film for the same name for a day. One that does not, and
 * sends the same words again because the answer was lost on the way, gets the film that was ordered first: OpenAI's clients say
 * how often they have tried, and for others it counts whether the first answer ever left. What is sent again on purpose is a
 * new order.
 */
@Component
class Orders {
    static final Duration NAMED = Duration.ofDays(1);
    static final Duration SENT_AGAIN = Duration.ofSeconds(90);
    static final Duration SENT_AGAIN_UNANSWERED = Duration.ofMinutes(15);
    static final Duration UNANSWERED = Duration.ofMinutes(2);

    private final Generations generations;
    private final JobQuery jobs;
    private final PublicationWishes wishes;
    private final JdbcClient jdbc;
    private final EntityManager rows;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Orders(
            Generations generations,
            JobQuery jobs,
            PublicationWishes wishes,
            JdbcClient jdbc,
            EntityManager rows,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.generations = generations;
        this.jobs = jobs;
        this.wishes = wishes;
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes an order, or finds the one that this is sent again for.
     *
     * @param order read only when it is a new one, since pictures are fetched for it
     */
    Placed place(Caller caller, Delivery delivery, String bodyHash, Supplier<Wanted> order) {
        var account = caller.viewer().id();
        var token = token(delivery, bodyHash);
        var before = before(account, token, bodyHash, delivery);
        if (before.isPresent()) {
            return before.get();
        }
        var wanted = order.get();
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) once")
                    .param("what", account + token)
                    .query(Integer.class)
                    .single();
            return before(account, token, bodyHash, delivery).orElseGet(() -> fresh(caller, token, bodyHash, wanted));
        }));
    }

    /** The answer to an order has left. */
    void answered(UUID order) {
        jdbc.sql("update api_order set answered_at = ? where id = ? and answered_at is null")
                .params(Timestamp.from(clock.instant()), order)
                .update();
    }

    /** Forgets orders that nobody would send again any more. */
    void forget() {
        jdbc.sql("delete from api_order where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(NAMED)))
                .update();
    }

    private Placed fresh(Caller caller, String token, String bodyHash, Wanted wanted) {
        var account = caller.viewer().id();
        var takes = generations.submit(caller.viewer(), wanted.request());
        // what the engine has written so far is read here by plain SQL
        rows.flush();
        var films = jobs.videos(takes);
        wanted.wish().ifPresent(wish -> films.forEach(film -> wishes.keep(film, wish)));
        var id = ids.next();
        jdbc.sql(
                        "insert into api_order (id, account_id, token, body_hash, video_id, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, account, token, bodyHash, films.getFirst(), Timestamp.from(clock.instant()))
                .update();
        var job = jobs.find(account, films.getFirst()).orElseThrow();
        return new Placed(id, job, films, false);
    }

    private Optional<Placed> before(UUID account, String token, String bodyHash, Delivery delivery) {
        return jdbc.sql("""
                        select id, video_id, body_hash, created_at, answered_at from api_order
                        where account_id = ? and token = ? order by created_at desc, id desc limit 1""")
                .params(account, token)
                .query((row, n) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getObject("video_id", UUID.class),
                        row.getString("body_hash"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("answered_at") != null))
                .optional()
                .filter(earlier ->
                        earlier.at().plus(patience(delivery, earlier)).isAfter(clock.instant()))
                .flatMap(earlier -> {
                    if (!earlier.bodyHash().equals(bodyHash)) {
                        throw new ApiException(
                                ApiError.of(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "idempotency_key_reused",
                                        "This Idempotency-Key stands for another order already. Use a new one for each order."));
                    }
                    return jobs.find(account, earlier.video())
                            .map(job -> new Placed(earlier.id(), job, List.of(job.id()), true));
                });
    }

    /** How long an order stands for the same words; no time at all for words that are sent again on purpose. */
    private static Duration patience(Delivery delivery, Earlier earlier) {
        if (delivery.key() != null) {
            return NAMED;
        }
        var retry = delivery.retry();
        if (retry == null) {
            return earlier.answered() ? Duration.ZERO : UNANSWERED;
        }
        return retry == 0 ? Duration.ZERO : earlier.answered() ? SENT_AGAIN : SENT_AGAIN_UNANSWERED;
    }

    private static String token(Delivery delivery, String bodyHash) {
        var words = delivery.path() + "\n" + (delivery.key() == null ? bodyHash : delivery.key());
        return (delivery.key() == null ? "body:" : "key:") + KeyText.sha256(words.getBytes(StandardCharsets.UTF_8));
    }

    private record Earlier(UUID id, UUID video, String bodyHash, Instant at, boolean answered) {}

    /** What is ordered, and what shall happen to the film when it is there. */
    record Wanted(GenerationRequest request, Optional<PublicationWishes.Wish> wish) {}

    /**
     * An order that was taken.
     *
     * @param takes every film of it
     * @param before whether it was taken earlier and is only told once more
     */
    record Placed(UUID order, Job job, List<UUID> takes, boolean before) {}
}
