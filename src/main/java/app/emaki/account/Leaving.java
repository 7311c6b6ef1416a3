package app.emaki.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaving: an account is closed at once, can come back for fourteen days, and is then erased with all that every module kept
 * of its owner. What is left is a bare row without a name, and a receipt for the admin.
 */
@Component
@Transactional
class Leaving {
    static final Duration WAY_BACK = Duration.ofDays(14);
    private static final int AT_ONCE = 20;
    private static final int SHORT = 12;

    private final AccountRepository accounts;
    private final List<PersonalData> kept;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Leaving(
            AccountRepository accounts,
            List<PersonalData> kept,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.kept = kept;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Whether this is the only admin, without whom nobody could keep the place. */
    @Transactional(readOnly = true)
    public boolean wouldLeaveNobody(Viewer viewer) {
        return viewer.administers()
                && jdbc.sql("select count(*) from account where role = 'ADMIN' and standing = 'ACTIVE'")
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /** Closes an account: its owner is signed out everywhere, and nobody sees what they made. */
    void close(UUID id) {
        get(id).close(clock.instant());
        events.publishEvent(new AccountClosed(id));
    }

    /** When a closed account is erased. */
    @Transactional(readOnly = true)
    public Instant end(UUID id) {
        var closed = get(id).closedAt();
        return (closed == null ? clock.instant() : closed).plus(WAY_BACK);
    }

    /** Whether there is an account that its owner closed and may have back. */
    @Transactional(readOnly = true)
    public boolean mayReturn(UUID id) {
        return accounts.findById(id).filter(Account::mayReopen).isPresent();
    }

    /** Opens a closed account again, as it was. */
    void comeBack(UUID id) {
        get(id).reopen();
        events.publishEvent(new AccountReinstated(id));
        events.publishEvent(new AccountReturned(id));
    }

    /** Accounts whose fourteen days are over. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return jdbc.sql("select id from account where closed_at < ? and erased_at is null order by closed_at limit ?")
                .params(Timestamp.from(clock.instant().minus(WAY_BACK)), AT_ONCE)
                .query(UUID.class)
                .list();
    }

    /** Erases one account with everything, or nothing of it. */
    void erase(UUID id) {
        var account = get(id);
        var closed = account.closedAt();
        if (closed == null || closed.plus(WAY_BACK).isAfter(clock.instant())) {
            throw new IllegalStateException("It can still come back");
        }
        var receipt = new ArrayList<String>();
        for (var data : kept) {
            receipt.add(data.name() + " " + data.erase(id));
        }
        for (var table : List.of(
                "passkey",
                "totp",
                "recovery_code",
                "sign_in",
                "one_time_link",
                "old_handle",
                "oidc_identity",
                "email_link")) {
            jdbc.sql("delete from " + table + " where account_id = ?").param(id).update();
        }
        account.erase("gone_" + id.toString().replace("-", "").substring(32 - SHORT), clock.instant());
        accounts.save(account);
        jdbc.sql("insert into account_erasure (account_id, closed_at, erased_at, receipt) values (?, ?, ?, ?)")
                .params(
                        id,
                        Timestamp.from(closed),
                        Timestamp.from(clock.instant()),
                        String.join(", ", receipt.stream().sorted().toList()))
                .update();
        events.publishEvent(new AccountErased(id));
    }

    /** Proofs of the latest erasures. */
    @Transactional(readOnly = true)
    public List<Proof> proofs() {
        return jdbc.sql("select * from account_erasure order by erased_at desc, account_id desc limit 20")
                .query(Proof.class)
                .list();
    }

    private Account get(UUID id) {
        return accounts.findById(id).orElseThrow(NoSuchAccount::new);
    }

    record Proof(UUID accountId, Instant closedAt, Instant erasedAt, String receipt) {
        public OffsetDateTime closed() {
            return closedAt.atOffset(ZoneOffset.UTC);
        }

        public OffsetDateTime erased() {
            return erasedAt.atOffset(ZoneOffset.UTC);
        }
    }
}
