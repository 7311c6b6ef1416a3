package app.emaki.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

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

    @Bean
    SecurityFilterChain pages(HttpSecurity http, PasswordSignIn passwordSignIn, Accounts accounts, OpenPaths open) {
        return http.authenticationProvider(passwordSignIn)
                .addFilterBefore(new ViewerFilter(accounts, open), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(open::toEverybody)
                        .permitAll()
                        .requestMatchers("/admin/moderation", "/admin/moderation/**")
                        .access((who, where) -> decide(where, Viewer::moderates))
                        .requestMatchers("/admin/**", "/actuator/**")
                        .access((who, where) -> decide(where, Viewer::administers))
                        .requestMatchers("/sign-out")
                        .authenticated()
                        .anyRequest()
                        .access((who, where) -> decide(where, Viewer::active)))
                .formLogin(form -> form.loginPage("/sign-in").permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
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
