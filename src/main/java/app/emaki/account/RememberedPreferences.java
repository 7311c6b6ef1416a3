package app.emaki.account;

import app.emaki.platform.web.PreferenceChosen;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Keeps the language and the paper of whoever is signed in with their account, so that their next browser has them too. */
@Component
class RememberedPreferences {
    private final Accounts accounts;

    RememberedPreferences(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void on(PreferenceChosen chosen) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            accounts.prefer(signedIn.id(), chosen.language(), chosen.theme());
        }
    }
}
