package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class StandardOidcTests {
    private static final String CLIENT = "spring.security.oauth2.client.";

    @Test
    void aProviderUnderSpringsNamesIsAProvider() {
        var environment = new MockEnvironment()
                .withProperty(CLIENT + "registration.house.client-id", "emaki")
                .withProperty(CLIENT + "registration.house.client-secret", "between us")
                .withProperty(CLIENT + "registration.house.client-name", "Kura")
                .withProperty(CLIENT + "registration.house.provider", "kura")
                .withProperty(CLIENT + "registration.house.scope", "openid,email")
                .withProperty(CLIENT + "provider.kura.issuer-uri", "https://kura.example");

        assertThat(StandardOidc.in(environment))
                .contains(new OidcSettings("https://kura.example", "emaki", "between us", "Kura"));
    }

    @Test
    void theVariablesOfTheEnvironmentCountAsWell() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KURA_CLIENT_ID", "emaki",
                                        "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KURA_CLIENTSECRET", "between us",
                                        "SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_KURA_ISSUERURI",
                                                "https://kura.example")));

        assertThat(StandardOidc.in(environment))
                .contains(new OidcSettings("https://kura.example", "emaki", "between us", "kura"));
    }

    @Test
    void googleIsKnownByItsNameAndGithubIsNoOpenIdProvider() {
        var environment = new MockEnvironment()
                .withProperty(CLIENT + "registration.github.client-id", "one")
                .withProperty(CLIENT + "registration.google.client-id", "two");

        assertThat(StandardOidc.in(environment))
                .contains(new OidcSettings("https://accounts.google.com", "two", "", "google"));
        assertThat(StandardOidc.in(new MockEnvironment())).isEmpty();
    }
}
