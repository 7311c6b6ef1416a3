package app.emaki.account;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the running application, from Spring's own list: who is let in without being asked, and who is not. */
@EmakiTest
class RouteTests {
    private static final Set<String> OPEN_TO_PENDING = Set.of(
            "/sign-in/password/{token}",
            "/worker.js",
            "/manifest.webmanifest",
            "/offline",
            "/sign-in/email/{token}",
            "/join",
            "/join/{code}",
            "/b/{code}",
            "/b/{code}/seat",
            "/waiting",
            "/error");
    private static final Set<String> OPEN_TO_EVERYBODY = Set.of(
            "/",
            "/error",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/email/{token}",
            "/sign-in/forgotten",
            "/sign-in/password/{token}",
            "/sign-in/return",
            "/sign-in/oidc",
            "/sign-in/oidc/return",
            "/sign-in/oidc/new",
            "/sign-in/oidc/known",
            "/sign-in/passkey",
            "/sign-in/passkey/options",
            "/sign-up",
            "/setup",
            "/setup/{token}",
            "/join",
            "/join/{code}",
            "/b/{code}",
            "/b/{code}/seat",
            "/waiting",
            "/v/{publicId}",
            "/v/{publicId}/share",
            "/v/{publicId}/why",
            "/v/{publicId}/qr",
            "/v/{publicId}/lineage",
            "/v/{publicId}/change",
            "/v/{publicId}/branch",
            "/embed/{publicId}",
            "/oembed",
            "/worker.js",
            "/manifest.webmanifest",
            "/offline",
            "/@{handle}/atom",
            "/media/{name}",
            "/transparency",
            "/models",
            "/takedown",
            "/takedown/thanks",
            "/robots.txt");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Viewer pending;
    Viewer member;

    @BeforeEach
    void people() {
        pending = accounts.find("route_pending")
                .orElseGet(() -> accounts.register("route_pending", "rp@example.com", "x"));
        member = accounts.find("route_member").orElseGet(() -> {
            var made = accounts.register("route_member", "rm@example.com", "x");
            accounts.activate(made.id());
            return accounts.find(made.id()).orElseThrow();
        });
    }

    @Test
    void aPendingAccountReachesNothingButTheGate() {
        assertThat(routes().filter(route -> !isPreference(route) && !OPEN_TO_PENDING.contains(route.pattern())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(mvc.method(route.method())
                                .uri(route.path())
                                .with(signedInAs(pending))
                                .with(csrf()))
                        .hasStatus3xxRedirection()
                        .hasRedirectedUrl("/join"));
    }

    @Test
    void aStrangerReachesOnlyWhatIsListedAsOpen() {
        assertThat(routes().filter(route -> !isPreference(route) && !OPEN_TO_EVERYBODY.contains(route.pattern())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(
                                mvc.method(route.method()).uri(route.path()).with(csrf()))
                        .hasStatus3xxRedirection()
                        .hasRedirectedUrl("/sign-in"));
    }

    @Test
    void nobodyWritesWithoutACsrfToken() {
        assertThat(routes().filter(route -> route.method() != HttpMethod.GET && route.method() != HttpMethod.HEAD))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(
                                mvc.method(route.method()).uri(route.path()).with(signedInAs(member)))
                        .hasStatus(403));
    }

    @Test
    void aMemberDoesNotReachThePagesOfAdmins() {
        assertThat(routes().filter(route -> route.pattern().startsWith("/admin")))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(mvc.method(route.method())
                                .uri(route.path())
                                .with(signedInAs(member))
                                .with(csrf()))
                        .hasStatus(403));
    }

    private Stream<Route> routes() {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().keySet().forEach(info -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                    routes.add(new Route(method.asHttpMethod(), pattern));
                }
            }
        });
        // what programs call knows no session; that nothing there opens without a key is proved where keys are
        return routes.stream().filter(route -> !route.pattern().matches("/(v1|api/v1|mcp|hooks)(/.*)?"));
    }

    /** Language and paper are anybody's to choose. */
    private static boolean isPreference(Route route) {
        return route.pattern().startsWith("/preferences/");
    }

    private record Route(HttpMethod method, String pattern) {
        String path() {
            return pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
        }
    }
}
