package app.emaki.account;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The same settings under the names that every Spring application knows: {@code spring.security.oauth2.client.registration.*} and
 * {@code provider.*}. Of several providers the first by name that speaks OpenID Connect counts.
 */
final class StandardOidc {
    private static final Logger LOG = LoggerFactory.getLogger(StandardOidc.class);
    private static final String CLIENT = "spring.security.oauth2.client.";
    /** Known by its name alone, as in Spring. */
    private static final Map<String, String> ISSUERS = Map.of("google", "https://accounts.google.com");

    private StandardOidc() {}

    static Optional<OidcSettings> in(Environment environment) {
        var binder = Binder.get(environment);
        var providers = binder.bind(CLIENT + "provider", Bindable.mapOf(String.class, Provider.class))
                .orElse(Map.of());
        var found = new TreeMap<String, OidcSettings>();
        binder.bind(CLIENT + "registration", Bindable.mapOf(String.class, Registration.class))
                .orElse(Map.of())
                .forEach((id, registration) ->
                        registration.at(id, providers).ifPresent(settings -> found.put(id, settings)));
        if (found.size() > 1) {
            LOG.warn("Of the OpenID providers {} only the first is offered", found.keySet());
        }
        return found.values().stream().findFirst();
    }

    record Registration(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String clientName,
            @Nullable String provider) {

        /** Empty for what is no OpenID provider or has no client. */
        Optional<OidcSettings> at(String id, Map<String, Provider> providers) {
            var name = provider == null || provider.isBlank() ? id : provider;
            var known = providers.get(name);
            var issuer = known == null || known.issuerUri() == null ? ISSUERS.get(name) : known.issuerUri();
            return issuer == null || clientId == null
                    ? Optional.empty()
                    : Optional.of(new OidcSettings(
                                    issuer,
                                    clientId,
                                    clientSecret == null ? "" : clientSecret,
                                    clientName == null || clientName.isBlank() ? id : clientName))
                            .filter(OidcSettings::complete);
        }
    }

    record Provider(@Nullable String issuerUri) {}
}
