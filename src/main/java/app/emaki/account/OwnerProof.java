package app.emaki.account;

import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Whether it is really the owner who sits at an open session: they type their password; having signed in within the last minutes
 * is enough for whoever has none, and for what asks for no more.
 */
@Component
public class OwnerProof {
    private static final Duration FRESH = Duration.ofMinutes(10);
    static final String PROVEN = "owner.proven";

    private final AccountRepository accounts;
    private final PasswordSignIn passwords;
    private final RateLimits limits;
    private final EntrySettings settings;
    private final Clock clock;

    OwnerProof(
            AccountRepository accounts,
            PasswordSignIn passwords,
            RateLimits limits,
            EntrySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    boolean hasPassword(Viewer viewer) {
        return accounts.findById(viewer.id()).orElseThrow(NoSuchAccount::new).hasPassword();
    }

    /** Whether they have signed in, or typed their password, within the last minutes: enough to change the ways in. */
    public boolean fresh(HttpServletRequest request) {
        return within(request, SignIns.SINCE) || within(request, PROVEN);
    }

    /** Whether it is proven; if not, the form says why in this field, and after too many tries how long to wait. */
    boolean given(
            Viewer viewer,
            String field,
            @Nullable String password,
            Errors errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var gate = settings.signIn().of("password:" + viewer.id(), request);
        var wait = limits.take(gate);
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return false;
        }
        var objection = objection(viewer, password, request);
        if (objection != null) {
            errors.rejectValue(field, objection);
            return false;
        }
        limits.giveBack(gate);
        request.getSession().setAttribute(PROVEN, clock.instant());
        return true;
    }

    private @Nullable String objection(Viewer viewer, @Nullable String password, HttpServletRequest request) {
        if (hasPassword(viewer)) {
            return passwords.matches(viewer.id(), Objects.requireNonNullElse(password, ""))
                    ? null
                    : "account.password.current.wrong";
        }
        return within(request, SignIns.SINCE) ? null : "account.password.none.old";
    }

    private boolean within(HttpServletRequest request, String moment) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(moment) instanceof Instant since
                && since.plus(FRESH).isAfter(clock.instant());
    }
}
