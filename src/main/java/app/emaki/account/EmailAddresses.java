package app.emaki.account;

import app.emaki.platform.Mailbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses of accounts, and the proof that they are theirs: a link that is sent there, good for a day and for once. A new
 * address counts only once its link was opened, and the old one is told. Where no letters are sent, addresses are believed.
 */
@Component
@Transactional
public class EmailAddresses {
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final Mailbox mailbox;
    private final MessageSource messages;
    private final Clock clock;

    EmailAddresses(AccountRepository accounts, JdbcClient jdbc, Mailbox mailbox, MessageSource messages, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.mailbox = mailbox;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends a link that proves an address and, if it is a new one, makes it count; an earlier link is worth nothing then. */
    void prove(UUID id, String email, String site, Locale locale) {
        if (!mailbox.open()) {
            return;
        }
        forget(id);
        var token = OneTimeToken.random();
        jdbc.sql("insert into email_link (hash, account_id, email, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .param(OneTimeToken.hash(token))
                .param(id)
                .param(email)
                .param(Timestamp.from(clock.instant()))
                .param(Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        mailbox.send(
                email,
                messages.getMessage("account.email.mail.subject", null, locale),
                messages.getMessage(
                        "account.email.mail.words",
                        new Object[] {get(id).handle(), site + "/sign-in/email/" + token},
                        locale));
    }

    /** What a link proves; empty when it is used, too old or none. */
    @Transactional(readOnly = true)
    public Optional<Proof> find(String token) {
        return jdbc.sql("""
                        select l.account_id, a.handle, l.email, a.email <> l.email as another from email_link l
                        join account a on a.id = l.account_id
                        where l.hash = ? and l.expires_at > ? and a.standing in ('PENDING', 'ACTIVE', 'SUSPENDED')""")
                .params(OneTimeToken.hash(token), Timestamp.from(clock.instant()))
                .query(Proof.class)
                .optional();
    }

    /**
     * Uses a link up; of several who try at once, one succeeds.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when another account has the address by now
     */
    Optional<Proof> use(String token) {
        var proof = find(token);
        if (proof.isEmpty()
                || jdbc.sql("delete from email_link where hash = ?")
                                .param(OneTimeToken.hash(token))
                                .update()
                        == 0) {
            return Optional.empty();
        }
        var account = get(proof.get().accountId());
        var before = account.email();
        boolean theirs = account.emailVerifiedAt() != null;
        account.hasEmail(proof.get().email(), clock.instant());
        accounts.saveAndFlush(account);
        if (proof.get().another()) {
            forgetResets(account.id());
            if (theirs) {
                movedAway(account, before);
            }
        }
        return proof;
    }

    /**
     * Takes an address as it was typed, where no letter could prove it.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when another account has it by now
     */
    void believe(UUID id, String email) {
        var account = get(id);
        if (!account.email().equals(email)) {
            account.hasEmail(email, null);
            accounts.saveAndFlush(account);
            forgetResets(id);
        }
    }

    /** Whoever opened a link that was sent to the address reads what is sent there. */
    void proven(UUID id) {
        var account = get(id);
        if (account.emailVerifiedAt() == null) {
            account.hasEmail(account.email(), clock.instant());
        }
    }

    /** Whether the owner has shown that the address is theirs. */
    @Transactional(readOnly = true)
    public boolean verified(UUID id) {
        return get(id).emailVerifiedAt() != null;
    }

    /** The address that waits for its link to be opened. */
    @Transactional(readOnly = true)
    public Optional<String> waiting(UUID id) {
        return jdbc.sql("select email from email_link where account_id = ? and expires_at > ?")
                .params(id, Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Takes back what was asked for: the link that is on its way opens nothing. */
    void forget(UUID id) {
        jdbc.sql("delete from email_link where account_id = ?").param(id).update();
    }

    /** Forgets links that are over. */
    int forgetOld() {
        return jdbc.sql("delete from email_link where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Links for a new password lie where the old address is read; they are worth nothing now. */
    private void forgetResets(UUID id) {
        jdbc.sql("delete from one_time_link where account_id = ? and made_by is null")
                .param(id)
                .update();
    }

    /** Tells the address that counted; one that was never proven may be a stranger's, who is told nothing. */
    private void movedAway(Account account, String before) {
        var locale = Locale.of(Optional.ofNullable(account.language()).orElse("en"));
        mailbox.send(
                before,
                messages.getMessage("account.email.moved.subject", null, locale),
                messages.getMessage("account.email.moved.words", new Object[] {account.handle()}, locale));
    }

    private Account get(UUID id) {
        return accounts.findById(id).orElseThrow(NoSuchAccount::new);
    }

    /**
     * What a link proves.
     *
     * @param another whether the address would take the place of the one that counts now
     */
    record Proof(UUID accountId, String handle, String email, boolean another) {}
}
