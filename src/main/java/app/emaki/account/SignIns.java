package app.emaki.account;

import app.emaki.platform.web.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins sessions. Whatever session or CSRF token came with the request is worth nothing afterwards. */
@Component
class SignIns {
    static final String AGENT = "agent";
    private static final int AGENT_LENGTH = 200;

    private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy csrf;
    private final Accounts accounts;
    private final Preferences preferences;

    SignIns(CsrfTokenRepository csrfTokens, Accounts accounts, Preferences preferences) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.csrf = new CsrfAuthenticationStrategy(csrfTokens);
    }

    void begin(UUID account, HttpServletRequest request, HttpServletResponse response) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account), null, List.of());
        sessions.onAuthentication(authentication, request, response);
        csrf.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        request.getSession().setAttribute(AGENT, agent.substring(0, Math.min(agent.length(), AGENT_LENGTH)));
        var chosen = accounts.preference(account);
        preferences.restore(chosen.language(), chosen.theme(), request, response);
    }
}
