package app.emaki.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where accounts from elsewhere are kept (OpenID Connect); offered to nobody while the issuer or the client's id is empty.
 *
 * @param name as it stands on the button
 */
@ConfigurationProperties("emaki.oidc")
record OidcSettings(String issuer, String clientId, String clientSecret, String name) {

    boolean complete() {
        return !issuer.isBlank() && !clientId.isBlank();
    }
}
