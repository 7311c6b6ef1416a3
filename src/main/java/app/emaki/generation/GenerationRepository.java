package app.emaki.generation;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface GenerationRepository extends Repository<Generation, UUID> {
    Generation save(Generation generation);

    Optional<Generation> findById(UUID id);

    Optional<Generation> findByIdAndAccountId(UUID id, UUID accountId);

    List<Generation> findByGroupIdAndAccountIdOrderByTake(UUID groupId, UUID accountId);

    List<Generation> findByAccountIdOrderByCreatedAtDescIdDesc(UUID accountId, Limit limit);

    @Query("""
            select g from Generation g
            where g.accountId = :account and (g.createdAt < :at or g.createdAt = :at and g.id < :id)
            order by g.createdAt desc, g.id desc""")
    List<Generation> findBefore(UUID account, Instant at, UUID id, Limit limit);

    /** In the order in which they are to be locked; no more than ids, as a row that was read before its lock is of yesterday. */
    @Query("select g.id from Generation g where g.accountId = :account and g.state in :states order by g.id")
    List<UUID> live(UUID account, Collection<State> states);

    /** The same of films. */
    @Query("select g.id from Generation g where g.videoId in :videos and g.state in :states order by g.id")
    List<UUID> live(Collection<UUID> videos, Collection<State> states);

    /** The order that a remedy was taken up with; those that ended so do not count. */
    @Query("""
            select g.id from Generation g
            where g.retry.of = :id and g.retry.remedy = :remedy and g.state not in :states""")
    Optional<UUID> retryOf(UUID id, Remedy remedy, Collection<State> states);

    /** Of several who order the same at once, one goes first; it lasts until the transaction ends. */
    @Query(
            value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(cast(:what as text), 0))) once",
            nativeQuery = true)
    int queueUp(String what);

    long countByAccountIdAndStateIn(UUID accountId, List<State> states);

    /** The files of films that wait to be mastered. */
    @Query("select g.errand.raw from Generation g where g.state = :state and g.errand.raw is not null")
    Set<String> raw(State state);

    /** Every write goes through this lock, so that no two writers meet on one row. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from Generation g where g.id = :id")
    Optional<Generation> lock(UUID id);

    /** Many at once, to look at. */
    @QueryHints(@QueryHint(name = "org.hibernate.readOnly", value = "true"))
    @Query("select g from Generation g where g.id in :ids")
    List<Generation> all(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from Generation g where g.id = :id and g.accountId = :account")
    Optional<Generation> lock(UUID id, UUID account);
}
