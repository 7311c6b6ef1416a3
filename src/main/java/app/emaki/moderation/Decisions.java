package app.emaki.moderation;

import app.emaki.account.AccountActivated;
import app.emaki.account.AccountReturned;
import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.moderation.ModeratorSpoke.Topic;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to decisions. Every act of a moderator stands in the audit log, or did not happen. */
@Component
@Transactional
class Decisions {
    private static final UUID NONE = new UUID(0, 0);

    private final MatterRepository matters;
    private final ReportRepository reports;
    private final DecisionRepository decisions;
    private final ModerationQuery query;
    private final Things things;
    private final Accounts accounts;
    private final House house;
    private final RuleBook book;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(
            MatterRepository matters,
            ReportRepository reports,
            DecisionRepository decisions,
            ModerationQuery query,
            Things things,
            Accounts accounts,
            House house,
            RuleBook book,
            AuditLog log,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.matters = matters;
        this.reports = reports;
        this.decisions = decisions;
        this.query = query;
        this.things = things;
        this.accounts = accounts;
        this.house = house;
        this.book = book;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Decides a matter and tells everybody whom it concerns.
     *
     * @throws Refused when it is not this moderator's to decide
     */
    Made decide(Viewer moderator, UUID matterId, Verdict verdict) {
        var matter = matters.findById(matterId).orElseThrow(() -> new Refused("moderation.refused.gone"));
        mayDecide(moderator, matter, verdict);
        matter.decide(clock.instant());
        var decision = decisions.save(new Decision(ids.next(), matter, moderator.id(), verdict, clock.instant()));
        var reason = book.reasonFor(matter.accountId(), verdict.rule(), verdict.words());
        boolean out = things.carryOut(matter, decision, verdict, reason);
        if (verdict.outcome().shutsOut()) {
            shutOut(decision, verdict);
        }
        tell(matter, decision, reason, out);
        log.record(
                moderator.id(), "decision." + verdict.outcome(), matter.accountId(), subject(matter), detail(verdict));
        return new Made(decision.id(), out);
    }

    /**
     * Takes a decision back: what it hid is seen again, and the matter is open again.
     *
     * @throws Refused when it is not this moderator's to take back
     */
    Optional<UUID> undo(Viewer moderator, UUID decisionId) {
        return standing(decisionId).map(decision -> {
            mayTakeBack(moderator, decision);
            takeBack(moderator, decision, "undo.");
            var matter = matters.findById(decision.matterId()).orElseThrow();
            things.waitAgain(matter);
            reopen(matter);
            return matter.id();
        });
    }

    /** Takes a decision back because its author was right; the matter stays closed. */
    void grant(Viewer moderator, UUID decisionId) {
        standing(decisionId).ifPresent(decision -> takeBack(moderator, decision, "granted."));
    }

    /** Confirms a ban as the second person. */
    void second(Viewer moderator, UUID decisionId) {
        var decision =
                standing(decisionId).filter(Decision::waits).orElseThrow(() -> new Refused("moderation.refused.gone"));
        if (decision.moderatorId().equals(moderator.id())) {
            throw new Refused("moderation.refused.second");
        }
        decision.second(moderator.id());
        log.record(moderator.id(), "second.BAN", decision.accountId(), "", "");
    }

    /** Lets everybody in again whose suspension has ended; tells how many that were. */
    int lift() {
        var due = query.ended(clock.instant());
        for (var id : due) {
            decisions.findById(id).ifPresent(decision -> {
                decision.lift(clock.instant());
                letIn(decision);
                log.record(null, "lifted", decision.accountId(), "", "");
            });
        }
        return due.size();
    }

    /** Whoever closed their account to get around a decision meets it again when they come back. */
    @EventListener
    void on(AccountReturned returned) {
        meet(returned.account());
    }

    /** So does whoever was shut out while they waited for a code. */
    @EventListener
    void on(AccountActivated activated) {
        meet(activated.account());
    }

    private void meet(UUID account) {
        if (query.shutOutBesides(account, NONE, clock.instant()) && standingOf(account) == Standing.ACTIVE) {
            accounts.suspend(account);
        }
    }

    private void mayDecide(Viewer moderator, Matter matter, Verdict verdict) {
        if (!matter.open()) {
            throw new Matter.Decided();
        }
        if (matter.claimedByOther(moderator.id(), clock.instant())) {
            throw new Refused("moderation.refused.claimed");
        }
        if (!Outcome.on(matter.kind()).contains(verdict.outcome())) {
            throw new Refused("moderation.refused.outcome");
        }
        // whoever is alone may let pass what waits of their own, and no more
        if (matter.accountId().equals(moderator.id())
                && (verdict.outcome() != Outcome.KEEP || query.othersWhoModerate(moderator.id()) > 0)) {
            throw new Refused("moderation.refused.own");
        }
        leavesColleaguesAlone(moderator, matter.accountId(), verdict.outcome());
    }

    private void mayTakeBack(Viewer moderator, Decision decision) {
        if (decision.outcome() != Outcome.KEEP && decision.accountId().equals(moderator.id())) {
            throw new Refused("moderation.refused.own");
        }
        leavesColleaguesAlone(moderator, decision.accountId(), decision.outcome());
    }

    private void leavesColleaguesAlone(Viewer moderator, UUID account, Outcome outcome) {
        boolean colleague = accounts.find(account)
                .map(Viewer::role)
                .filter(role -> role.moderates())
                .isPresent();
        if (outcome.shutsOut() && colleague && !moderator.administers()) {
            throw new Refused("moderation.refused.colleague");
        }
    }

    private void shutOut(Decision decision, Verdict verdict) {
        if (verdict.outcome() == Outcome.SUSPEND) {
            decision.lasts(clock.instant().plus(Duration.ofDays(verdict.days())));
        } else if (house.twoForABan()) {
            decision.awaitSecond();
        }
        if (standingOf(decision.accountId()) == Standing.ACTIVE) {
            accounts.suspend(decision.accountId());
        }
    }

    private void takeBack(Viewer moderator, Decision decision, String act) {
        var matter = matters.findById(decision.matterId()).orElseThrow();
        decision.undo(moderator.id(), clock.instant());
        things.takeBack(matter, decision);
        letIn(decision);
        log.record(moderator.id(), act + decision.outcome(), matter.accountId(), subject(matter), "");
    }

    /** Unless another decision still shuts the account out. */
    private void letIn(Decision decision) {
        if (decision.outcome().shutsOut()
                && standingOf(decision.accountId()) == Standing.SUSPENDED
                && !query.shutOutBesides(decision.accountId(), decision.id(), clock.instant())) {
            accounts.reinstate(decision.accountId());
        }
    }

    /** A fresh matter may be open on the same thing by now; then the old one stays closed. */
    private void reopen(Matter matter) {
        if (matters.findByKindAndSubjectIdAndDecidedAtIsNull(matter.kind(), matter.subjectId())
                .isEmpty()) {
            matter.reopen();
        }
    }

    private Optional<Decision> standing(UUID id) {
        return decisions.findById(id).filter(decision -> !decision.undone());
    }

    private void tell(Matter matter, Decision decision, String reason, boolean out) {
        // the removal of a film is told where the film is
        if (decision.outcome().strikes() && decision.touched().isEmpty() && matter.kind() != Kind.WORDS) {
            events.publishEvent(new ModeratorSpoke(matter.accountId(), Topic.DECIDED, decision.id(), reason));
        }
        // what has to wait for somebody in it is told by whoever asks them
        if (out && matter.held() && matter.kind() == Kind.VIDEO && decision.outcome() == Outcome.KEEP) {
            events.publishEvent(new ModeratorSpoke(matter.accountId(), Topic.PASSED, matter.subjectId(), ""));
        }
        for (var report : reports.findByMatterId(matter.id())) {
            var key = "moderation.told." + (matter.kind() == Kind.WORDS ? "WORDS." : "") + decision.outcome();
            events.publishEvent(new ModeratorSpoke(
                    report.reporterId(), Topic.REPORT_DECIDED, report.id(), book.say(report.reporterId(), key)));
        }
    }

    private Standing standingOf(UUID account) {
        return accounts.find(account).map(Viewer::standing).orElse(Standing.CLOSED);
    }

    private static String subject(Matter matter) {
        return matter.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + PublicId.of(matter.subjectId());
    }

    private static String detail(Verdict verdict) {
        return verdict.words().isEmpty()
                ? verdict.rule().name()
                : verdict.rule().name() + ": " + verdict.words();
    }

    /**
     * A decision that was made.
     *
     * @param out whether what was let out is out; false for a film that somebody in it has to agree to first
     */
    record Made(UUID id, boolean out) {}

    /** It cannot be decided so, or not by this moderator; the message says why. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }
}
