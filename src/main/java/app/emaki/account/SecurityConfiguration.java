package app.emaki.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** The one chain of the pages: closed unless opened, CSRF everywhere, nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; media-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Requests are measured as a whole; to measure each filter of the chain costs more than the chain. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new CookieCsrfTokenRepository();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            PasswordSignIn passwordSignIn,
            CsrfTokenRepository csrfTokens,
            Accounts accounts,
            Viewers viewers,
            OpenPaths open,
            WantedPage wanted) {
        return http.authenticationProvider(passwordSignIn)
                .addFilterBefore(new SetupFilter(accounts, open), CsrfFilter.class)
                .addFilterBefore(new ViewerFilter(viewers, open), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(open::toEverybody)
                        .permitAll()
                        .requestMatchers("/admin/moderation", "/admin/moderation/**")
                        .access((who, where) -> decide(where, Viewer::moderates))
                        .requestMatchers("/admin/**", "/actuator/**")
                        .access((who, where) -> decide(where, Viewer::administers))
                        .requestMatchers("/standing", "/standing/**")
                        .access((who, where) -> decide(where, viewer -> viewer.active() || viewer.suspended()))
                        .requestMatchers("/sign-out")
                        .authenticated()
                        .anyRequest()
                        .access((who, where) -> decide(where, Viewer::active)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new SignInFirst(wanted)))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        // the player for other sites names a policy of its own
                        .frameOptions(frames -> frames.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(
                                        PathPatternRequestMatcher.withDefaults().matcher("/embed/*")),
                                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(self), microphone=(self), geolocation=()")))
                .build();
    }

    private static AuthorizationDecision decide(
            RequestAuthorizationContext where, java.util.function.Predicate<Viewer> rule) {
        return new AuthorizationDecision(
                where.getRequest().getAttribute(ViewerFilter.VIEWER) instanceof Viewer viewer && rule.test(viewer));
    }
}
