package app.emaki.account;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the running application, from Spring's own list, against everybody who may come: a stranger, somebody who
 * waits for a code, somebody suspended, a member who is not the owner, a moderator and an admin. A route that
 * {@code src/test/resources/access.txt} does not list fails with the line to add.
 */
@EmakiTest
class AccessTests {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<Access> OPEN = EnumSet.of(Access.ALWAYS, Access.EVERYBODY, Access.GATE);
    private static final Set<Access> MACHINES = EnumSet.of(Access.KEY, Access.SIGNED, Access.PUBLISHED);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRepository rows;

    @Autowired
    TestVideos stage;

    @Autowired
    Ids ids;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    final Map<String, Access> listed = Access.list();
    String othersThing = "";

    @BeforeEach
    void somebodyElsesThing() {
        othersThing = PublicId.of(stage.draft(stage.member("ow")));
    }

    @Test
    void everyRouteIsListedAndNoOther() {
        var real = new TreeSet<String>();
        routes().forEach(route -> real.add(route.name()));
        var missing = real.stream()
                .filter(name -> !listed.containsKey(name))
                .map(name -> name + " " + Access.guess(name.substring(name.indexOf(' ') + 1)))
                .toList();
        var gone = listed.keySet().stream().filter(name -> !real.contains(name)).toList();

        assertThat(missing)
                .as(
                        "routes that nobody has ruled on; add these lines to src/test/resources/access.txt, each with who may"
                                + " reach it (the word is a guess)\n%s\n",
                        String.join("\n", missing))
                .isEmpty();
        assertThat(gone).as("lines of access.txt whose route is gone").isEmpty();
    }

    @Test
    void aStrangerReachesOnlyWhatIsOpen() {
        check(null, access -> OPEN.contains(access) ? Outcome.IN : Outcome.SIGN_IN);
    }

    @Test
    void whoWaitsForACodeReachesTheGate() {
        var pending = accounts.register("pe" + tail(), tail() + "@example.org", "x");

        check(pending, access -> switch (access) {
            case ALWAYS, GATE, SIGNED_IN -> Outcome.IN;
            default -> Outcome.JOIN;
        });
    }

    @Test
    void whoIsSuspendedReachesTheirStanding() {
        var suspended = stage.member("su");
        accounts.suspend(suspended.id());

        check(suspended, access -> switch (access) {
            case ALWAYS, STANDING, SIGNED_IN -> Outcome.IN;
            default -> Outcome.STANDING;
        });
    }

    @Test
    void aMemberReachesNothingOfOthersAndNothingOfThoseWhoKeepTheHouse() {
        check(stage.member("me"), access -> switch (access) {
            case MODERATOR, ADMIN -> Outcome.FORBIDDEN;
            case OWNER -> Outcome.NOT_OTHERS;
            default -> Outcome.IN;
        });
    }

    @Test
    void aModeratorReachesTheQueueAndNotTheHouse() {
        var moderator = stage.member("mo");
        become(moderator, Role.MODERATOR);

        check(moderator, access -> switch (access) {
            case ADMIN -> Outcome.FORBIDDEN;
            case OWNER -> Outcome.NOT_OTHERS;
            default -> Outcome.IN;
        });
    }

    @Test
    void anAdminReachesEverythingButOthersThings() {
        var admin = stage.member("ad");
        become(admin, Role.ADMIN);

        check(admin, access -> access == Access.OWNER ? Outcome.NOT_OTHERS : Outcome.IN);
    }

    @Test
    void withoutAKeyNothingOpensToProgramsNotEvenToSomebodySignedIn() {
        var member = stage.member("me");

        var wrong = new ArrayList<String>();
        routes().filter(route -> listed.get(route.name()) == Access.KEY).forEach(route -> {
            var bare = mvc.method(route.method()).uri(path(route)).exchange().getResponse();
            var session = mvc.method(route.method())
                    .uri(path(route))
                    .with(signedInAs(member))
                    .exchange()
                    .getResponse();
            if (bare.getStatus() != 401 || session.getStatus() < 400) {
                wrong.add("%s should need a key and answered %d, with a session %d"
                        .formatted(route.name(), bare.getStatus(), session.getStatus()));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyWritesWithoutACsrfToken() {
        var admin = stage.member("ad");
        become(admin, Role.ADMIN);

        assertThat(pages().filter(route -> !READS.contains(route.method())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(
                                mvc.method(route.method()).uri(path(route)).with(signedInAs(admin)))
                        .as(route.name())
                        .hasStatus(403));
    }

    private void check(@Nullable Viewer who, java.util.function.Function<Access, Outcome> rule) {
        var wrong = new ArrayList<String>();
        pages().forEach(route -> {
            var request = mvc.method(route.method()).uri(path(route)).with(csrf());
            var answer = (who == null ? request : request.with(signedInAs(who))).asyncExchange();
            var access = listed.getOrDefault(route.name(), Access.ADMIN);
            var due = rule.apply(access);
            var failure = answer.getUnresolvedException();
            if (failure != null) {
                wrong.add("%s should be %s and failed: %s".formatted(route.name(), due, failure));
                return;
            }
            var status = answer.getResponse().getStatus();
            var to = answer.getResponse().getRedirectedUrl();
            if (!due.is(status, to, OPEN.contains(access))) {
                wrong.add("%s should be %s and answered %s %s".formatted(route.name(), due, status, to));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** What people come to with a browser. */
    private Stream<Route> pages() {
        return routes().filter(route -> !route.pattern().equals("/error"))
                .filter(route -> !MACHINES.contains(listed.getOrDefault(route.name(), Access.MEMBER)));
    }

    private String path(Route route) {
        return route.pattern().replaceAll("\\{[^}]*}", othersThing);
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
        return routes.stream().distinct();
    }

    private void become(Viewer viewer, Role role) {
        var account = rows.findById(viewer.id()).orElseThrow();
        account.become(role);
        rows.save(account);
    }

    private String tail() {
        return PublicId.of(ids.next()).toLowerCase(java.util.Locale.ROOT).substring(9);
    }

    private record Route(HttpMethod method, String pattern) {
        String name() {
            return method + " " + pattern;
        }
    }

    /** What somebody meets. */
    private enum Outcome {
        /** Let in; that a thing is missing or a form is empty is not told here. */
        IN,
        SIGN_IN,
        JOIN,
        STANDING,
        FORBIDDEN,
        NOT_OTHERS;

        boolean is(int status, @Nullable String to, boolean open) {
            return switch (this) {
                case IN -> status < 500 && status != 401 && status != 403 && (open || !"/sign-in".equals(to));
                case SIGN_IN -> status == 302 && "/sign-in".equals(to);
                case JOIN -> status == 302 && "/join".equals(to);
                case STANDING -> status == 302 && "/standing".equals(to);
                case FORBIDDEN -> status == 403;
                case NOT_OTHERS -> status == 404 || status == 400;
            };
        }
    }
}
