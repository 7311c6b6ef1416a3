package app.emaki.invite;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.platform.AdminAct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for an admin and their programs: codes for an occasion, by one set of limits. */
@Component
@Transactional
public class IssuedCodes {
    static final int LONGEST_NOTE = 120;
    static final int MOST_DAYS = 365;

    private final Invites invites;
    private final InviteRepository known;
    private final InviteSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssuedCodes(
            Invites invites,
            InviteRepository known,
            InviteSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.invites = invites;
        this.known = known;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with a wish: each field that is beyond its limit, with the most that it may be. */
    public List<Limit> beyond(Wish wish) {
        var days = wish.days();
        return Stream.of(
                        limit("seats", wish.seats() >= 1, wish.seats(), settings.mostSeats()),
                        limit("note", true, wish.note().length(), LONGEST_NOTE),
                        limit("credits", wish.credits() >= 0, wish.credits(), Gift.MOST_CREDITS),
                        limit("days", days == null || days >= 1, days == null ? 0 : days, MOST_DAYS))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Limit> limit(String field, boolean enough, int given, int most) {
        return enough && given <= most ? Optional.empty() : Optional.of(new Limit(field, most));
    }

    /**
     * Issues a code.
     *
     * @throws IllegalArgumentException when the wish is beyond a limit
     */
    public Issued issue(Viewer admin, Wish wish) {
        if (!beyond(wish).isEmpty()) {
            throw new IllegalArgumentException("Beyond a limit: " + wish);
        }
        var days = wish.days();
        var expiresAt = days == null ? null : clock.instant().plus(Duration.ofDays(days));
        var invite = invites.issue(admin, wish.seats(), wish.note(), expiresAt, new Gift(wish.credits(), wish.plan()));
        // by its id: the log is read by people who may not use the code
        events.publishEvent(
                new AdminAct(admin.id(), "invite.act.issued", wish.seats() + " × " + invite.getId(), wish.note()));
        return new Issued(invite.getId(), invite.getCode(), wish.seats(), expiresAt);
    }

    /** Closes a code; false when there is none. */
    public boolean close(Viewer admin, UUID id) {
        if (known.lockById(id).isEmpty()) {
            return false;
        }
        invites.revoke(id);
        events.publishEvent(new AdminAct(admin.id(), "invite.act.closed", id.toString(), ""));
        return true;
    }

    /**
     * What a code shall be.
     *
     * @param days until it ends; null for never
     * @param credits and plan that come with it; 0 and null for neither
     */
    public record Wish(
            int seats,
            String note,
            @Nullable Integer days,
            int credits,
            @Nullable Plan plan) {}

    /** A code that was issued. */
    public record Issued(
            UUID id, String code, int seats, @Nullable Instant expiresAt) {}

    /** The most that a field may be. */
    public record Limit(String field, int most) {}
}
