package app.emaki.invite;

import app.emaki.account.AccountActivated;
import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.invite.CodeRefused.Reason;
import app.emaki.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to codes: issued with an activation, redeemed by exactly as many as there are seats. */
@Component
@Transactional
class Invites {
    private final InviteRepository invites;
    private final InviteRules rules;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;

    Invites(InviteRepository invites, InviteRules rules, Accounts accounts, Ids ids, Clock clock) {
        this.invites = invites;
        this.rules = rules;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives everybody who takes part a code of their own, in the transaction that lets them in. */
    @EventListener
    void on(AccountActivated activated) {
        invites.save(Invite.personal(ids.next(), activated.account(), freshCode(), clock.instant()));
    }

    /**
     * Seats a newcomer and lets them in.
     *
     * @throws CodeRefused when the code seats nobody (any more); nothing has changed then
     */
    void redeem(Viewer newcomer, String typed) {
        var now = clock.instant();
        if (accounts.find(newcomer.id())
                .map(Viewer::standing)
                .filter(Standing.PENDING::equals)
                .isEmpty()) {
            return; // seated already, from another window
        }
        // the same looks whatever was typed, so that the time of the answer tells nothing
        var code = Code.meant(typed).map(Code::text).orElse("");
        var full = isFullToday(now);
        var retired = invites.isRetired(code);
        var invite = invites.lockByCode(code);
        if (invite.isEmpty()) {
            throw new CodeRefused(retired ? Reason.CLOSED : Reason.WRONG);
        }
        if (full) {
            throw new CodeRefused(Reason.TOO_MANY_TODAY);
        }
        int seat = invite.get().redeem(now);
        invites.seat(newcomer.id(), invite.get().getId(), seat, now);
        accounts.activate(newcomer.id());
    }

    /** Issues a code for an occasion, beside the admin's own. */
    Invite issue(Viewer admin, int seats, String note, @Nullable Instant expiresAt) {
        return invites.save(
                Invite.issued(ids.next(), admin.id(), freshCode(), seats, note, expiresAt, clock.instant()));
    }

    void pause(Viewer owner) {
        change(invites.lockPersonal(owner.id()), Invite::pause);
    }

    void resume(Viewer owner) {
        change(invites.lockPersonal(owner.id()), Invite::resume);
    }

    void close(Viewer owner) {
        change(invites.lockPersonal(owner.id()), Invite::close);
    }

    /** Puts a new code in place of the owner's old one, which is answered as closed from now on. */
    void renew(Viewer owner) {
        change(invites.lockPersonal(owner.id()), this::renew);
    }

    /** Closes any code, for an admin. */
    void revoke(UUID id) {
        change(invites.lockById(id), Invite::close);
    }

    private void renew(Invite invite) {
        invites.retire(invite.getCode(), invite.getId(), clock.instant());
        invite.renew(freshCode());
    }

    private static void change(Optional<Invite> invite, Consumer<Invite> change) {
        change.accept(invite.orElseThrow(NoSuchInvite::new));
    }

    private Code freshCode() {
        Code code;
        do {
            code = Code.random(rules.length());
        } while (invites.existsByCode(code.text()) || invites.isRetired(code.text()));
        return code;
    }

    private boolean isFullToday(Instant now) {
        int cap = rules.dailyCap();
        var today = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        return cap > 0 && invites.countJoinedSince(today) >= cap;
    }
}
