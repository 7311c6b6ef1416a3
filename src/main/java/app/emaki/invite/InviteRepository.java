package app.emaki.invite;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InviteRepository extends Repository<Invite, UUID> {
    Invite save(Invite invite);

    Invite saveAndFlush(Invite invite);

    /** Takes the lock of the row, so that of all who redeem at once each sees the seats that are really left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invite i where i.code = :code")
    Optional<Invite> lockByCode(String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invite i where i.id = :id")
    Optional<Invite> lockById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invite i where i.ownerId = :owner and i.personal")
    Optional<Invite> lockPersonal(UUID owner);

    @Query("select i from Invite i where i.ownerId = :owner and i.personal")
    Optional<Invite> findPersonal(UUID owner);

    boolean existsByCode(String code);

    @Query(value = "select exists (select from invite_retired_code where code = :code)", nativeQuery = true)
    boolean isRetired(String code);

    @Modifying
    @Query(
            value = "insert into invite_retired_code (code, invite_id, retired_at) values (:code, :invite, :now)",
            nativeQuery = true)
    void retire(String code, UUID invite, Instant now);

    @Modifying
    @Query(
            value =
                    "insert into invite_use (account_id, invite_id, seat, used_at) values (:account, :invite, :seat, :now)",
            nativeQuery = true)
    void seat(UUID account, UUID invite, int seat, Instant now);

    @Query(
            value = "select exists (select from invite_gift where account_id = :account and invite_id = :invite)"
                    + " or exists (select from invite_use where account_id = :account and invite_id = :invite)",
            nativeQuery = true)
    boolean hasGift(UUID account, UUID invite);

    @Modifying
    @Query(
            value = "insert into invite_gift (account_id, invite_id, taken_at) values (:account, :invite, :now)",
            nativeQuery = true)
    void noteGift(UUID account, UUID invite, Instant now);

    /** The codes of a chain that have a seat, in the order in which they were handed on. */
    @Query(
            value =
                    "select i.id from invite i join account a on a.id = i.owner_id and a.standing = 'ACTIVE'"
                            + " where (i.id = :chain or i.chain_id = :chain) and i.state = 'OPEN' and i.used < i.seats"
                            + " and (i.expires_at is null or i.expires_at > :now) order by (i.id <> :chain), i.chained_at, i.id limit 50",
            nativeQuery = true)
    List<UUID> liveInChain(UUID chain, Instant now);

    Optional<Invite> findByBatonCode(String code);

    /** The open chain whose code seated somebody. */
    @Query(
            value = "select root.id from invite_use u join invite i on i.id = u.invite_id"
                    + " join invite root on root.id = coalesce(i.chain_id, i.id)"
                    + " where u.account_id = :account and root.baton <> 'OFF'",
            nativeQuery = true)
    Optional<UUID> chainOf(UUID account);

    Optional<Invite> findById(UUID id);

    /** Whoever else asks this waits until this transaction is over. */
    @Query(value = "select 1 from (select pg_advisory_xact_lock(7120452)) held", nativeQuery = true)
    int oneAfterAnother();

    @Query(value = "select count(*) from invite_use where used_at >= :since", nativeQuery = true)
    long countJoinedSince(Instant since);
}
