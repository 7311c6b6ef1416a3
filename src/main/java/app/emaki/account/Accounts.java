package app.emaki.account;

import app.emaki.platform.AdminAct;
import app.emaki.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to accounts: who registers, who may take part, and who a handle or an id stands for. */
@Component
@Transactional
public class Accounts {
    private static final Duration HANDLE_STAYS = Duration.ofDays(30);

    private final AccountRepository accounts;
    private final OldHandles oldHandles;
    private final PasswordEncoder passwords;
    private final OneTimeLinks links;
    private final EmailAddresses addresses;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Accounts(
            AccountRepository accounts,
            OldHandles oldHandles,
            PasswordEncoder passwords,
            OneTimeLinks links,
            EmailAddresses addresses,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.oldHandles = oldHandles;
        this.passwords = passwords;
        this.links = links;
        this.addresses = addresses;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Makes an account that waits for its invite code; handle and e-mail are free and well-formed already. */
    public Viewer register(String handle, String email, String password) {
        var account = accounts.save(new Account(
                ids.next(),
                handle.toLowerCase(Locale.ROOT),
                email.toLowerCase(Locale.ROOT),
                passwords.encode(password),
                clock.instant()));
        events.publishEvent(new AccountRegistered(account.id()));
        return account.viewer();
    }

    /** Makes the first admin, active at once. */
    public Viewer registerAdmin(String handle, String email, String password) {
        var viewer = register(handle, email, password);
        get(viewer.id()).become(Role.ADMIN);
        activate(viewer.id());
        return get(viewer.id()).viewer();
    }

    /** Lets a pending account take part. */
    public void activate(UUID id) {
        get(id).activate(clock.instant());
        events.publishEvent(new AccountActivated(id));
    }

    /** Shuts an active account out, at its next request. */
    public void suspend(UUID id) {
        get(id).suspend();
        events.publishEvent(new AccountSuspended(id));
    }

    /** Lets a suspended account in again. */
    public void reinstate(UUID id) {
        get(id).reinstate();
        events.publishEvent(new AccountReinstated(id));
    }

    /** Gives an account another plan, which holds from its next order on. */
    public void assign(UUID id, Plan plan, UUID by) {
        var before = get(id).move(plan);
        if (before != plan) {
            events.publishEvent(new PlanAssigned(id, before, plan, by));
            events.publishEvent(new AdminAct(by, "credit.act.assigned", id, "", before + " → " + plan));
        }
    }

    /** Gives an account another role, from its next request on; {@code why} stands in the log. */
    void give(UUID id, Role role, UUID by, String why) {
        var account = get(id);
        var before = account.become(role);
        if (before != role) {
            events.publishEvent(new AdminAct(by, "account.act.role", id, before + " → " + role, why));
        }
    }

    /**
     * Gives somebody another handle; their old one leads to it. Once in thirty days.
     *
     * @return whether it was changed; false when the last change is too fresh
     */
    boolean rename(UUID id, String handle) {
        var account = get(id);
        var before = account.handle();
        var last = account.handleChangedAt();
        if (last != null && last.plus(HANDLE_STAYS).isAfter(clock.instant())) {
            return false;
        }
        if (!before.equals(handle)) {
            account.rename(handle, clock.instant());
            accounts.saveAndFlush(account);
            oldHandles.keep(id, before, handle, clock.instant());
        }
        return true;
    }

    /** Changes how somebody is called and what they say about themselves. */
    public void describe(UUID id, String displayName, String about) {
        get(id).describe(displayName, about);
    }

    /** Keeps the language or the paper that somebody chose; null keeps what was chosen before. */
    void prefer(UUID id, @Nullable String language, @Nullable String theme) {
        get(id).prefer(language, theme);
    }

    /** Changes a password that was checked already; links for another one, or for another address, open nothing afterwards. */
    void changePassword(UUID id, String password) {
        get(id).changePassword(passwords.encode(password));
        links.forget(id);
        addresses.forget(id);
    }

    /** The same for whoever forgot theirs: whatever else opens the account without it is taken back. */
    void resetPassword(UUID id, String password) {
        changePassword(id, password);
        events.publishEvent(new PasswordReset(id));
    }

    /** The language and the paper that somebody chose; null where they did not. */
    @Transactional(readOnly = true)
    Preference preference(UUID id) {
        var account = get(id);
        return new Preference(account.language(), account.theme());
    }

    /**
     * Where news reach somebody, for nobody's eyes but the postman's; empty for an unknown id, for whoever left, and as long as
     * nothing proves that the address is theirs: whoever mistyped it would have a stranger read what they are told.
     */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID id) {
        return accounts.findById(id)
                .filter(account -> account.emailVerifiedAt() != null && account.standing() != Standing.CLOSED)
                .map(Account::email);
    }

    /** The address of somebody, for their own eyes. */
    @Transactional(readOnly = true)
    String email(UUID id) {
        return get(id).email();
    }

    /** What somebody says about themselves; empty at first. */
    @Transactional(readOnly = true)
    public String about(UUID id) {
        return get(id).about();
    }

    /** The account as a viewer; empty for an unknown id. */
    @Transactional(readOnly = true)
    public Optional<Viewer> find(UUID id) {
        return accounts.findById(id).map(Account::viewer);
    }

    /** The account with this handle, in any case of letters. */
    @Transactional(readOnly = true)
    public Optional<Viewer> find(String handle) {
        return accounts.findByHandle(handle.toLowerCase(Locale.ROOT)).map(Account::viewer);
    }

    /** Whether somebody whose secret was right may come in; who is suspended, as far as the page that says why. */
    @Transactional(readOnly = true)
    boolean mayEnter(UUID id) {
        return accounts.findById(id)
                .map(Account::standing)
                .filter(standing -> standing != Standing.CLOSED)
                .isPresent();
    }

    /** The language an account chose; empty when it goes by its browser. */
    @Transactional(readOnly = true)
    public Optional<String> language(UUID id) {
        return accounts.findById(id).map(Account::language);
    }

    /** Whether anybody runs this instance yet. */
    @Transactional(readOnly = true)
    public boolean hasAdmin() {
        return accounts.existsByRole(Role.ADMIN);
    }

    /** Whether anybody else can decide in somebody's place. */
    @Transactional(readOnly = true)
    public boolean othersModerate(UUID id) {
        return accounts.existsByRoleNotAndStandingAndIdNot(Role.MEMBER, Standing.ACTIVE, id);
    }

    record Preference(@Nullable String language, @Nullable String theme) {}

    private Account get(UUID id) {
        return accounts.findById(id).orElseThrow(() -> new IllegalArgumentException("No account " + id));
    }
}
