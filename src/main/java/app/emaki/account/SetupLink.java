package app.emaki.account;

import app.emaki.platform.Settings;
import org.springframework.stereotype.Component;

/** The one-time token of the set-up page. Only its hash is kept, so each start before the set-up makes a new one. */
@Component
class SetupLink {
    private static final String HASH = "setup.token";

    private final Settings settings;

    SetupLink(Settings settings) {
        this.settings = settings;
    }

    /** A new token, in place of an earlier one. */
    String renew() {
        var token = OneTimeToken.random();
        settings.put(HASH, OneTimeToken.hash(token));
        return token;
    }

    /** Whether the token would open the set-up now. */
    boolean opens(String token) {
        return settings.find(HASH).filter(OneTimeToken.hash(token)::equals).isPresent();
    }

    /** Uses the token up; of several who try at once, one succeeds. */
    boolean use(String token) {
        return settings.replace(HASH, OneTimeToken.hash(token), "");
    }
}
