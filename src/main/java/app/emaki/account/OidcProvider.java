package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * The place where accounts from elsewhere are kept, if one is configured. It is first asked what it can do when somebody first
 * wants to go there, so that it may sleep while Emaki starts.
 */
@Component
class OidcProvider {
    private final Clock clock;
    private volatile OidcSettings settings;
    private volatile @Nullable OidcClient client;

    OidcProvider(OidcSettings settings, Environment environment, Clock clock) {
        this.settings =
                settings.complete() ? settings : StandardOidc.in(environment).orElse(settings);
        this.clock = clock;
    }

    /** Goes by other settings from now on. */
    void use(OidcSettings settings) {
        this.settings = settings;
        this.client = null;
    }

    boolean offered() {
        return settings.complete();
    }

    String name() {
        return settings.name();
    }

    String issuer() {
        return settings.issuer();
    }

    /**
     * Where to send somebody so that the provider asks them who they are. State, nonce and the secret half of PKCE stay in
     * their session.
     *
     * @param back the address of ours to which it sends them again
     * @throws Refused when the provider does not answer as one
     */
    URI ask(String back, HttpServletRequest request, HttpServletResponse response) {
        try {
            var question = client().ask(back, request);
            new HttpSessionOAuth2AuthorizationRequestRepository().saveAuthorizationRequest(question, request, response);
            return URI.create(question.getAuthorizationRequestUri());
        } catch (RuntimeException e) {
            throw new Refused(e);
        }
    }

    /**
     * Who came back from the provider; a question is answered once.
     *
     * @throws Refused when it is not the answer to what this browser was sent to ask, or when nothing proves it
     */
    OidcPerson answer(HttpServletRequest request, HttpServletResponse response) {
        var question =
                new HttpSessionOAuth2AuthorizationRequestRepository().removeAuthorizationRequest(request, response);
        if (question == null) {
            throw new Refused(new OAuth2AuthenticationException("authorization_request_not_found"));
        }
        try {
            return client().answer(question, request);
        } catch (RuntimeException e) {
            throw new Refused(e);
        }
    }

    private OidcClient client() {
        var known = client;
        if (known == null) {
            known = OidcClient.discover(settings, clock);
            client = known;
        }
        return known;
    }

    /** The provider did not vouch for anybody. */
    static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Throwable cause) {
            super(cause);
        }
    }
}
