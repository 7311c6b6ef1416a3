package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether it is really the owner who sits at an open session: they type their password or, if they have none, have signed in
 * within the last minutes.
 */
@Component
class OwnerProof {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final AccountRepository accounts;
    private final PasswordSignIn passwords;
    private final Clock clock;

    OwnerProof(AccountRepository accounts, PasswordSignIn passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    boolean hasPassword(Viewer viewer) {
        return accounts.findById(viewer.id()).orElseThrow(NoSuchAccount::new).hasPassword();
    }

    /** The message that says why this proves nothing; null when it does. */
    @Nullable
    String objection(Viewer viewer, @Nullable String password, HttpServletRequest request) {
        if (hasPassword(viewer)) {
            return passwords.matches(viewer.id(), Objects.requireNonNullElse(password, ""))
                    ? null
                    : "account.password.current.wrong";
        }
        return request.getSession().getAttribute(SignIns.SINCE) instanceof Instant since
                        && since.plus(FRESH).isAfter(clock.instant())
                ? null
                : "account.password.none.old";
    }
}
