package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Talks OpenID Connect with one provider, by the parts of Spring Security: the code flow with state, nonce and PKCE, and an ID
 * token whose signature, issuer, audience, nonce and age are looked at. Nothing that the provider gives is kept.
 */
class OidcClient {
    private static final String ID = "oidc";
    private static final int PATIENCE = (int) Duration.ofSeconds(8).toMillis();
    private static final String ALGORITHMS = "id_token_signing_alg_values_supported";

    private final ClientRegistration registration;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    private OidcClient(ClientRegistration registration, Clock clock) {
        this.registration = registration;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(calls())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var userinfo = new DefaultOAuth2UserService();
        var rest = new RestTemplate(calls());
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        userinfo.setRestOperations(rest);
        var users = new OidcUserService();
        users.setOauth2UserService(userinfo);
        // what the signed token says already is not asked for again
        users.setRetrieveUserInfo(asked -> asked.getIdToken().getEmail() == null
                && registration.getProviderDetails().getUserInfoEndpoint().getUri() != null);
        exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        var decoder = decoder(registration, clock);
        exchange.setJwtDecoderFactory(any -> decoder);
    }

    /** Asks a provider where its ends are; it has to call itself by the very name it was asked by. */
    static OidcClient discover(OidcSettings settings, Clock clock) {
        var issuer = settings.issuer();
        var known = RestClient.builder()
                .requestFactory(calls())
                .build()
                .get()
                .uri(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (known == null || !issuer.equals(known.get("issuer"))) {
            throw new OAuth2AuthenticationException("invalid_issuer");
        }
        return new OidcClient(
                ClientRegistrations.fromOidcConfiguration(known)
                        .registrationId(ID)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .clientName(settings.name())
                        .scope("openid", "profile", "email")
                        .build(),
                clock);
    }

    OAuth2AuthorizationRequest ask(String back, HttpServletRequest request) {
        var questions =
                new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(registration));
        questions.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce().andThen(question -> question.redirectUri(back)));
        return Objects.requireNonNull(questions.resolve(request, ID));
    }

    OidcPerson answer(OAuth2AuthorizationRequest question, HttpServletRequest request) {
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        var issuer = request.getParameter("iss");
        // an answer that names its sender names the one that was asked (RFC 9207)
        if (code == null
                || issuer != null
                        && !issuer.equals(registration.getProviderDetails().getIssuerUri())) {
            throw new OAuth2AuthenticationException("invalid_response");
        }
        var response = OAuth2AuthorizationResponse.success(code)
                .state(request.getParameter(OAuth2ParameterNames.STATE))
                .redirectUri(Objects.requireNonNull(question.getRedirectUri()))
                .build();
        var proven = exchange.authenticate(
                new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(question, response)));
        if (!(Objects.requireNonNull(proven).getPrincipal() instanceof OidcUser user)) {
            throw new OAuth2AuthenticationException("invalid_id_token");
        }
        return OidcPerson.of(
                Objects.requireNonNull(registration.getProviderDetails().getIssuerUri()), user);
    }

    private static JwtDecoder decoder(ClientRegistration registration, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithm(algorithm(registration))
                .restOperations(new RestTemplate(calls()))
                .build();
        var age = new JwtTimestampValidator();
        age.setClock(clock);
        var claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(age, claims));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /** RS256, which every provider has to know, unless this one says that it signs otherwise; never a shared secret. */
    private static SignatureAlgorithm algorithm(ClientRegistration registration) {
        var named = registration.getProviderDetails().getConfigurationMetadata().get(ALGORITHMS);
        var list = named instanceof Collection<?> many
                ? many.stream().map(Object::toString).toList()
                : List.<String>of();
        return list.contains("RS256")
                ? SignatureAlgorithm.RS256
                : list.stream()
                        .map(SignatureAlgorithm::from)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(SignatureAlgorithm.RS256);
    }

    private static SimpleClientHttpRequestFactory calls() {
        var calls = new SimpleClientHttpRequestFactory();
        calls.setConnectTimeout(PATIENCE);
        calls.setReadTimeout(PATIENCE);
        return calls;
    }
}
