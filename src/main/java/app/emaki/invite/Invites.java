package app.emaki.invite;

import app.emaki.account.AccountActivated;
import app.emaki.account.AccountSuspended;
import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
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
    private final InviteQuery query;
    private final InviteRules rules;
    private final Holds holds;
    private final Accounts accounts;
    private final Credits credits;
    private final Ids ids;
    private final Clock clock;

    Invites(
            InviteRepository invites,
            InviteQuery query,
            InviteRules rules,
            Holds holds,
            Accounts accounts,
            Credits credits,
            Ids ids,
            Clock clock) {
        this.holds = holds;
        this.credits = credits;
        this.query = query;
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

    /** Offers whom a suspended account brought to an admin's eyes; nothing happens to them. */
    @EventListener
    void on(AccountSuspended suspended) {
        query.offerBranch(suspended.account(), clock.instant());
    }

    /**
     * Seats a newcomer and lets them in.
     *
     * @throws CodeRefused when the code seats nobody (any more); nothing has changed then
     */
    void redeem(Viewer newcomer, String typed) {
        redeem(newcomer, typed, "");
    }

    /**
     * Seats a newcomer who may have kept a seat before.
     *
     * @param token of that seat; anything else when there is none
     * @throws CodeRefused when the code seats nobody (any more); nothing has changed then
     */
    void redeem(Viewer newcomer, String typed, String token) {
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
        ownerIsHere(invite.get());
        int seat = invite.get().redeem(holds.ofOthers(invite.get().getId(), token, now), now);
        holds.drop(token);
        invites.seat(newcomer.id(), invite.get().getId(), seat, now);
        accounts.activate(newcomer.id());
        give(invite.get(), newcomer.id());
    }

    /**
     * Gives somebody who sits already what comes with a code; it takes one of its seats, as it would for a newcomer.
     *
     * @throws CodeRefused when nothing comes with it, or no more
     */
    void accept(Viewer member, String typed) {
        var now = clock.instant();
        var code = Code.meant(typed).map(Code::text).orElse("");
        var retired = invites.isRetired(code);
        var invite = invites.lockByCode(code);
        if (invite.isEmpty()) {
            throw new CodeRefused(retired ? Reason.CLOSED : Reason.WRONG);
        }
        if (invite.get().getGift().empty()
                || invites.hasGift(member.id(), invite.get().getId())) {
            throw new CodeRefused(Reason.NO_GIFT);
        }
        ownerIsHere(invite.get());
        invite.get().redeem(holds.ofOthers(invite.get().getId(), "", now), now);
        invites.noteGift(member.id(), invite.get().getId(), now);
        give(invite.get(), member.id());
    }

    /** Somebody's own code rests while they are shut out, and for good once they have left. */
    private void ownerIsHere(Invite invite) {
        if (invite.isPersonal()
                && accounts.find(invite.getOwnerId()).filter(Viewer::active).isEmpty()) {
            throw new CodeRefused(Reason.PAUSED);
        }
    }

    private void give(Invite invite, UUID account) {
        var gift = invite.getGift();
        if (gift.credits() > 0) {
            credits.grant(account, gift.credits(), invite.getCode(), invite.getOwnerId());
        }
        // a gift never takes anything away
        var plan = gift.plan();
        if (plan != null
                && accounts.find(account)
                        .filter(viewer -> viewer.plan().compareTo(plan) < 0)
                        .isPresent()) {
            accounts.assign(account, plan, invite.getOwnerId());
        }
    }

    /**
     * Keeps a seat for ten minutes, on the first code of a chain that has one.
     *
     * @return the code; empty when every seat is taken or kept
     */
    Optional<String> hold(UUID chain, String token) {
        var now = clock.instant();
        for (var id : invites.liveInChain(chain, now)) {
            var invite = invites.lockById(id).orElseThrow(NoSuchInvite::new);
            if (invite.live(now) && invite.left() > holds.ofOthers(id, token, now)) {
                holds.keep(id, token, now);
                return Optional.of(invite.getCode());
            }
        }
        return Optional.empty();
    }

    /** Opens or closes the page of the owner's chain. */
    void carry(Viewer owner, Invite.Baton baton) {
        change(invites.lockPersonal(owner.id()), invite -> invite.carry(baton, Code.random(Code.LONGEST)));
    }

    /** Hands the owner's code on into the chain that brought them here, if that chain is open. */
    void handOn(Viewer owner) {
        var chain = invites.chainOf(owner.id()).orElseThrow(NoSuchInvite::new);
        change(invites.lockPersonal(owner.id()), invite -> invite.follow(chain, clock.instant()));
    }

    /** Issues a code for an occasion, beside the admin's own. */
    Invite issue(Viewer admin, int seats, String note, @Nullable Instant expiresAt, Gift gift) {
        // others name it in the same transaction
        return invites.saveAndFlush(
                Invite.issued(ids.next(), admin.id(), freshCode(), seats, note, expiresAt, gift, clock.instant()));
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
        if (cap > 0) {
            // those who sit down on other codes at this very moment count as well
            invites.oneAfterAnother();
        }
        var today = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        return cap > 0 && invites.countJoinedSince(today) >= cap;
    }
}
