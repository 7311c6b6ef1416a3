package app.emaki.account;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signs in by handle or e-mail and password, in the same time whether the account exists or not. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    /** Hashed beside the start, which would wait for it. */
    private final CompletableFuture<String> decoy;

    PasswordSignIn(AccountRepository accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.decoy = CompletableFuture.supplyAsync(() -> passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = HandleRule.normalise(attempt.getName());
        var password = PasswordRule.normalise(Objects.toString(attempt.getCredentials(), ""));
        var account = accounts.findByLogin(login);
        var hash = account.map(Account::passwordHash).orElseGet(decoy::join);
        if (!passwords.matches(password, hash) || account.isEmpty()) {
            throw new BadCredentialsException("No account has this name and password");
        }
        var standing = account.get().standing();
        if (standing == Standing.CLOSED && account.get().closedAt() != null) {
            throw new Closed(account.get().id());
        }
        // whoever is suspended may come as far as the page that says why
        if (standing == Standing.CLOSED) {
            throw new DisabledException("The account is " + standing);
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.get().id()), null, List.of());
    }

    /** The password was right, but its owner has closed the account; for a while they may have it back. */
    static class Closed extends DisabledException {
        private static final long serialVersionUID = 1;
        private final UUID account;

        Closed(UUID account) {
            super("The account is closed by its owner");
            this.account = account;
        }

        UUID account() {
            return account;
        }
    }

    /** Whether somebody who is signed in knows their password. */
    boolean matches(UUID account, String password) {
        return accounts.findById(account)
                .filter(found -> passwords.matches(PasswordRule.normalise(password), found.passwordHash()))
                .isPresent();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
