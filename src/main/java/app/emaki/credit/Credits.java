package app.emaki.credit;

import app.emaki.account.Accounts;
import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.credit.Ledger.Kind;
import app.emaki.credit.Ledger.Purse;
import app.emaki.model.ModelOffer;
import app.emaki.platform.AdminAct;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to credits. Changes join the transaction of the caller, so that money and state are one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Credits {
    /** Most credits that are given at once. */
    public static final int MOST_GRANTED = 100_000;

    /** Most characters of the reason for which they are given. */
    public static final int LONGEST_REASON = 200;

    private static final int LINES_OF_PLAIN_PRICE = 720;
    private static final int PLAIN_SECONDS = 10;

    private final Ledger ledger;
    private final Plans plans;
    private final CreditSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Accounts accounts;

    Credits(
            Ledger ledger,
            Plans plans,
            CreditSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            Accounts accounts) {
        this.ledger = ledger;
        this.plans = plans;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.accounts = accounts;
    }

    /** What a film costs: each begun five seconds, twice as much above 720 lines. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int price(ModelOffer offer, double seconds, int lines) {
        int fives = Math.max(1, (int) Math.ceil(seconds / 5));
        return fives * offer.creditsPerFiveSeconds() * (lines > LINES_OF_PLAIN_PRICE ? 2 : 1);
    }

    /** What the viewer can spend now, and when more comes. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Balance balance(Viewer viewer) {
        var limits = plans.limits(viewer.plan());
        var period = Period.of(limits, clock.instant(), settings);
        var purses = ledger.look(viewer.id(), viewer.plan(), period);
        int untouched = purses.stream().anyMatch(Purse::allowance) ? 0 : limits.credits();
        int left = untouched + purses.stream().mapToInt(Purse::balance).sum();
        return new Balance(left, limits.credits(), limits.daily(), period.until());
    }

    /** What the viewer's credits are good for: films of this model, of ten seconds or what plan and model allow. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Clips clips(Viewer viewer, ModelOffer offer) {
        var limits = plans.limits(viewer.plan());
        int seconds = Math.min(
                PLAIN_SECONDS,
                Math.min(limits.maxSeconds(), offer.capabilities().maxSeconds()));
        int price = Math.max(1, price(offer, seconds, LINES_OF_PLAIN_PRICE));
        return new Clips(balance(viewer).left() / price, seconds);
    }

    /**
     * Sets credits aside for a generation, from the allowance first.
     *
     * @return false when there are too few; then nothing has changed
     */
    public boolean reserve(Viewer viewer, UUID generation, int amount) {
        var limits = plans.limits(viewer.plan());
        var period = Period.of(limits, clock.instant(), settings);
        ledger.openAllowance(viewer.id(), viewer.plan(), period, limits.credits());
        var purses = ledger.lock(viewer.id(), viewer.plan(), period);
        if (purses.stream().mapToInt(Purse::balance).sum() < amount) {
            return false;
        }
        int open = amount;
        for (var purse : purses) {
            int part = Math.min(open, purse.balance());
            if (part > 0) {
                ledger.reserve(purse, part, generation);
            }
            open -= part;
        }
        return true;
    }

    /** Takes the price of what was delivered out of what was reserved, and gives the rest back; a second time does nothing. */
    public void settle(UUID generation, int price) {
        int open = price;
        for (var hold : ledger.lockHolds(generation)) {
            int part = Math.min(open, hold.balance());
            ledger.close(hold, Kind.SETTLE, hold.balance() - part, generation);
            open -= part;
        }
    }

    /**
     * Gives back all that was reserved, to where it came from.
     *
     * @return false when there was nothing to give back (any more)
     */
    public boolean refund(UUID generation) {
        var holds = ledger.lockHolds(generation);
        holds.forEach(hold -> ledger.close(hold, Kind.REFUND, hold.balance(), generation));
        return !holds.isEmpty();
    }

    /** Gives an account credits that never run out. */
    @Transactional
    public void grant(UUID account, int credits, String reason, UUID by) {
        if (credits < 1 || credits > MOST_GRANTED) {
            throw new IllegalArgumentException("From 1 to " + MOST_GRANTED + " credits can be granted, not " + credits);
        }
        ledger.grant(account, credits, reason, by);
        events.publishEvent(new CreditsGranted(account, credits, reason, by));
        events.publishEvent(new AdminAct(by, "credit.act.granted", account, "+" + credits, reason));
    }

    /** Proves the whole ledger with one query. */
    @Transactional(readOnly = true)
    public LedgerCheck check() {
        return ledger.check();
    }
}
