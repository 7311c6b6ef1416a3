package app.emaki.account;

import app.emaki.platform.web.Preferences;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins sessions. Whatever session, CSRF token or proof came with the request is worth nothing afterwards. */
@Component
class SignIns {
    static final String AGENT = "agent";
    static final String SINCE = "signed.in.since";

    /** What somebody else may have begun in the same browser. */
    private static final List<String> OTHERS = List.of(PasskeysController.ASKED, OwnerProof.PROVEN, OidcGuest.LINKING);

    private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy csrf;
    private final Accounts accounts;
    private final Preferences preferences;
    private final SignInHistory history;
    private final Halfway halfway;
    private final Site site;
    private final Clock clock;

    SignIns(
            CsrfTokenRepository csrfTokens,
            Accounts accounts,
            Preferences preferences,
            SignInHistory history,
            Halfway halfway,
            Site site,
            Clock clock) {
        this.site = site;
        this.clock = clock;
        this.history = history;
        this.halfway = halfway;
        this.accounts = accounts;
        this.preferences = preferences;
        this.csrf = new CsrfAuthenticationStrategy(csrfTokens);
    }

    void begin(UUID account, Way way, HttpServletRequest request, HttpServletResponse response) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account), null, List.of());
        sessions.onAuthentication(authentication, request, response);
        csrf.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        halfway.forget(request);
        OTHERS.forEach(request.getSession()::removeAttribute);
        request.getSession().setAttribute(AGENT, SignInHistory.agent(request));
        request.getSession().setAttribute(SINCE, clock.instant());
        history.record(account, way, request);
        if (accounts.find(account).filter(Viewer::administers).isPresent()) {
            site.learn(request);
        }
        var chosen = accounts.preference(account);
        preferences.restore(chosen.language(), chosen.theme(), request, response);
    }
}
