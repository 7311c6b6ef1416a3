package app.emaki.account;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** An instance that offers a small provider of the test's own, named Kura, until this is closed. */
public final class TestIssuer implements AutoCloseable {
    private final ScriptedIssuer issuer;
    private final OidcProvider provider;
    private final OidcSettings before;

    private TestIssuer(ApplicationContext emaki) throws IOException, JOSEException {
        issuer = new ScriptedIssuer(emaki.getBean(Clock.class));
        provider = emaki.getBean(OidcProvider.class);
        before = emaki.getBean(OidcSettings.class);
        provider.use(issuer.settings());
    }

    public static TestIssuer at(ApplicationContext emaki) {
        try {
            return new TestIssuer(emaki);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom it vouches for from now on. */
    public void seats(String handle) {
        issuer.person = Map.of(
                "sub",
                "sub-" + handle,
                "email",
                handle + "@example.com",
                "email_verified",
                true,
                "preferred_username",
                handle);
    }

    public String address() {
        return issuer.name();
    }

    @Override
    public void close() {
        provider.use(before);
        issuer.close();
    }
}
