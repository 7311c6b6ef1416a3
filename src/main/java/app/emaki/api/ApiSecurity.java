package app.emaki.api;

import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The chain of the programs: a key in the header or nothing, no session, no cookie, and so no forged request either. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    /** Calls with pictures or films in them at a time. */
    private static final int HEAVY = 8;

    /** As many of one account. */
    private static final int HEAVY_EACH = 3;

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, ApiKeys keys, RateLimits limits, ApiSettings settings, ApiAnswers answers) {
        return http.securityMatcher(ApiAnswers::concerns)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .addFilterBefore(new StampFilter(), HeaderWriterFilter.class)
                .addFilterBefore(new KeyFilter(keys, limits, settings, answers), AuthorizationFilter.class)
                .addFilterAfter(new HeavyCalls(HEAVY, HEAVY_EACH, answers), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/openapi.yaml")
                        .permitAll()
                        .requestMatchers("/api/v1/admin/**")
                        .hasAuthority(Scope.ADMIN.authority())
                        // which of its tools a key may use is each tool's own to say
                        .requestMatchers("/mcp")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET)
                        .hasAuthority(Scope.READ.authority())
                        .requestMatchers(HttpMethod.HEAD)
                        .hasAuthority(Scope.READ.authority())
                        .requestMatchers("/v1/**")
                        .hasAuthority(Scope.GENERATE.authority())
                        .anyRequest()
                        .hasAuthority(Scope.PUBLISH.authority()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, failure) -> answers.write(noKey(), response))
                        .accessDeniedHandler((request, response, failure) -> answers.write(lacking(request), response)))
                .build();
    }

    private static ApiError noKey() {
        return ApiError.of(
                HttpStatus.UNAUTHORIZED,
                "missing_api_key",
                "Send a key: Authorization: Bearer emk_… You make one under Settings, API keys.");
    }

    private static ApiError lacking(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var scope = path.startsWith("/api/v1/admin/")
                ? Scope.ADMIN
                : reads ? Scope.READ : path.startsWith("/v1/") ? Scope.GENERATE : Scope.PUBLISH;
        return ApiError.of(
                HttpStatus.FORBIDDEN,
                "insufficient_scope",
                "This key lacks the scope " + scope.word() + ". Make one that has it under Settings, API keys.");
    }
}
