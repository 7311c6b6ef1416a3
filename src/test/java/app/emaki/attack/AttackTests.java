package app.emaki.attack;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Role;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.cameo.TestCameos;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.social.Comments;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What an attacker tries by hand: markup in every field, other people's things, tricks with paths, headers and files. */
@EmakiTest
class AttackTests {
    private static final String MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}${7*7}";
    private static final String SHORT = "\"><script>alert(1)</script>";
    private static final List<String> RAW = List.of("<img src=x", "<script>alert(1)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Videos videos;

    @Autowired
    Comments comments;

    @Autowired
    TestVideos stage;

    @Autowired
    TestCameos people;

    @Autowired
    Ids ids;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Viewer victim;
    Viewer attacker;
    Viewer admin;

    @BeforeEach
    void people() {
        victim = people.member("vi");
        attacker = people.member("at");
        admin = accounts.find("keeper").orElseThrow();
    }

    @Test
    void markupInEveryFieldIsShownAsItWasTyped() {
        accounts.describe(attacker.id(), MARKUP.substring(0, 40), MARKUP);
        var film = stage.draft(attacker);
        videos.publish(attacker, film, new Publication(MARKUP, Visibility.EVERYONE, true));
        comments.post(attacker, film, MARKUP, null);
        var target = stage.published(victim, Visibility.EVERYONE, "A quiet film");
        post(attacker, "/reports", "video", PublicId.of(target), "rule", "SPAM", "note", MARKUP);
        post(attacker, "/asks", "text", MARKUP);
        post(admin, "/admin/moderation/filters?by=" + "x", "name", MARKUP.substring(0, 40));

        post(attacker, "/feedback", "words", MARKUP, "page", "/studio?q=" + MARKUP, "state", MARKUP);
        post(attacker, "/waiting", "email", attacker.handle() + "@example.net", "words", MARKUP);
        var somebody = "/admin/people/" + stage.member("ro").handle();
        post(admin, somebody + "/role", "_method", "put", "role", "MODERATOR", "why", MARKUP);
        post(admin, somebody + "/password-link", "why", MARKUP);

        assertThat(mvc.post()
                        .uri("/settings/api-keys")
                        .param("name", SHORT)
                        .param("scopes", "READ")
                        .cookie(session(signIn(attacker.handle(), null)))
                        .with(csrf()))
                .hasStatusOk();
        post(attacker, "/bookmarks/collections", "name", SHORT);
        post(attacker, "/settings/watching/words", "words", MARKUP);
        post(
                attacker,
                "/takedown",
                "page",
                "/v/" + PublicId.of(target),
                "name",
                SHORT,
                "contact",
                SHORT,
                "words",
                MARKUP);
        post(admin, "/admin/invites", "note", MARKUP, "seats", "2");
        shown(admin, "/admin/invites");
        shown(admin, "/admin/moderation/cameo");
        for (var path : List.of("/settings/api-keys", "/bookmarks", "/settings/watching")) {
            shown(attacker, path);
        }

        var page = "/v/" + PublicId.of(film);
        for (var path : List.of(
                page, "/", "/latest", "/@" + attacker.handle(), "/search?q=quiet", "/reports", "/library", "/studio")) {
            shown(attacker, path);
        }
        shown(victim, page);
        for (var path : List.of(
                "/admin/moderation",
                "/admin/moderation?by=" + attacker.handle(),
                "/admin/moderation/log",
                "/admin/moderation/decisions",
                "/admin/moderation/appeals",
                "/admin/people",
                "/admin/feedback",
                "/admin/waiting")) {
            shown(admin, path);
        }
    }

    @Test
    void whatAnAddressSaysIsNeverAnsweredAsMarkup() {
        var wrong = new ArrayList<String>();
        for (var pattern : pages()) {
            var path = pattern.replaceAll("\\{[^}]*}", "x");
            var answer = mvc.get()
                    .uri(path)
                    .queryParam("q", MARKUP)
                    .queryParam("prompt", MARKUP)
                    .queryParam("by", MARKUP)
                    .queryParam("after", MARKUP)
                    .queryParam("before", MARKUP)
                    .queryParam("matter", MARKUP)
                    .queryParam("next", MARKUP)
                    .queryParam("back", MARKUP)
                    .queryParam("tab", MARKUP)
                    .queryParam("video", MARKUP)
                    .queryParams(fields("GET", pattern, MARKUP))
                    .with(signedInAs(admin))
                    .asyncExchange();
            var failure = answer.getUnresolvedException();
            if (failure != null || answer.getResponse().getStatus() == 500) {
                wrong.add(path + " fails: " + failure);
            } else if (!isKept(answer) && RAW.stream().anyMatch(body(answer)::contains)) {
                wrong.add(path + " answers markup");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Of every form that there is: what comes back at once, where it leads, and what somebody sees who looks at it later. */
    @ParameterizedTest
    @ValueSource(strings = {MARKUP, SHORT})
    void whatIsTypedIntoAnyFieldIsNeverAnsweredAsMarkup(String markup) {
        var wrong = new ArrayList<String>();
        for (var route : Fields.of(mapping).map(Fields.Field::route).distinct().toList()) {
            var method = route.substring(0, route.indexOf(' '));
            var pattern = route.substring(route.indexOf(' ') + 1);
            if (method.equals("GET")
                    || pattern.matches("/(v1|api|mcp|hooks|admin|settings/closure|sign-out|setup).*")) {
                continue;
            }
            var answer = mvc.method(HttpMethod.valueOf(method))
                    .uri(pattern.replaceAll("\\{[^}]*}", "x"))
                    .params(fields(method, pattern, markup))
                    .header("User-Agent", markup)
                    .header("X-File-Name", markup)
                    .with(signedInAs(attacker))
                    .with(csrf())
                    .asyncExchange();
            var failure = answer.getUnresolvedException();
            if (failure != null || answer.getResponse().getStatus() >= 500) {
                wrong.add(route + " fails: " + failure + " "
                        + answer.getResponse().getStatus());
            } else if (!isKept(answer) && RAW.stream().anyMatch(body(answer)::contains)) {
                wrong.add(route + " answers markup");
            }
        }
        assertThat(wrong).isEmpty();
        for (var path : List.of(
                "/settings",
                "/settings/security",
                "/settings/data",
                "/settings/watching",
                "/settings/api-keys",
                "/studio",
                "/studio/drafts",
                "/generations",
                "/library",
                "/bookmarks",
                "/reports",
                "/notifications",
                "/cameo")) {
            shown(attacker, path);
        }
        for (var path : List.of("/admin/feedback", "/admin/waiting", "/admin/moderation", "/admin/moderation/cameo")) {
            shown(admin, path);
        }
    }

    /** Every text field of a route with these words in it; what is a number, a choice or a file is left out. */
    private MultiValueMap<String, String> fields(String method, String pattern, String words) {
        var fields = new LinkedMultiValueMap<String, String>();
        Fields.of(mapping)
                .filter(field -> field.route().equals(method + " " + pattern) && field.type() == String.class)
                .forEach(field -> fields.set(field.name(), words));
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin;x=1/policy",
                "/x/../admin/policy",
                "/admin/./policy",
                "//admin/policy",
                "/admin//policy",
                "/%61dmin/policy",
                "/admin%2fpolicy",
                "/admin/policy/",
                "/admin/policy%00",
                "/ADMIN/policy",
                "/standing/../admin/policy",
                "/v/..;/admin/policy",
                "/assets/..%2fadmin/policy"
            })
    void noSpellingOfAPathLeadsAroundTheGate(String path) {
        for (var who : List.of(attacker, victim)) {
            var answer = mvc.get().uri(URI.create(path)).with(signedInAs(who)).exchange();
            var status = answer.getResponse().getStatus();
            assertThat(answer.getUnresolvedException() != null || status >= 300)
                    .as(path)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "/%0d%0aLocation:%20//evil.example",
                "////evil.example/%2f.."
            })
    void nobodyIsLedElsewhere(String back) {
        var film = PublicId.of(stage.published(victim, Visibility.EVERYONE, "A film"));
        for (var path : List.of("/preferences/theme", "/preferences/language")) {
            local(mvc.post()
                    .uri(path)
                    .with(csrf())
                    .param("theme", "dark")
                    .param("lang", "ja")
                    .param("return", back)
                    .exchange());
        }
        for (var path : List.of("/@" + victim.handle() + "/follow", "/videos/" + film + "/like")) {
            local(mvc.put()
                    .uri(path)
                    .with(signedInAs(attacker))
                    .with(csrf())
                    .param("back", back)
                    .exchange());
        }
        local(mvc.get().uri("/sign-up").queryParam("next", back).exchange());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/admin/moderation/log", "/admin/policy"})
    void theCharacterZeroIsTheSendersMistake(String path) {
        assertThat(mvc.get().uri(path).queryParam("q", "fox\0").with(signedInAs(admin)))
                .hasStatus(400);
    }

    @Test
    void nobodyGivesThemselvesARoleAPlanOrAStanding() {
        mvc.put()
                .uri("/settings/profile")
                .with(signedInAs(attacker))
                .with(csrf())
                .param("displayName", "Me")
                .param("about", "")
                .param("role", "ADMIN")
                .param("plan", "PRO")
                .param("standing", "ACTIVE")
                .param("account.role", "ADMIN")
                .exchange();

        assertThat(accounts.find(attacker.id())).hasValueSatisfying(it -> {
            assertThat(it.role()).isEqualTo(Role.MEMBER);
            assertThat(it.plan()).isEqualTo(attacker.plan());
        });
    }

    @Test
    void aMethodIsWhatItIsAndAHeaderChangesNothing() {
        var film = stage.published(victim, Visibility.EVERYONE, "A film");

        assertThat(mvc.get()
                        .uri("/videos/" + PublicId.of(film) + "?_method=DELETE")
                        .header("X-HTTP-Method-Override", "DELETE")
                        .with(signedInAs(victim)))
                .hasStatus(405);
        assertThat(videos.find(null, film)).isPresent();
        assertThat(mvc.get()
                        .uri("/admin/policy")
                        .header("X-Original-URL", "/")
                        .header("X-Rewrite-URL", "/")
                        .with(signedInAs(attacker)))
                .hasStatus(403);
    }

    @Test
    void othersThingsAreNotFoundByAnyOfTheirNames() {
        var draft = PublicId.of(stage.draft(victim));
        var film = stage.published(victim, Visibility.EVERYONE, "A film");
        var comment = PublicId.of(comments.post(victim, film, "Mine", null));
        var report = post(victim, "/asks", "text", "a hentai film, please")
                .getResponse()
                .getRedirectedUrl();
        assertThat(report).isNotNull();
        var thread = report.replaceAll("\\?.*", "");

        for (var path : List.of(
                "/v/" + draft,
                "/videos/" + draft + "/publication",
                "/videos/" + draft + "/download",
                thread,
                "/reports/new?video=" + draft)) {
            assertThat(mvc.get().uri(path).with(signedInAs(attacker))).as(path).hasStatus(404);
        }
        assertThat(post(attacker, thread + "/letters", "words", "Hello")).hasStatus(404);
        for (var path : List.of("/videos/" + draft, "/videos/" + PublicId.of(film), "/comments/" + comment)) {
            assertThat(mvc.delete()
                            .uri(path)
                            .with(signedInAs(attacker))
                            .with(csrf())
                            .param("video", PublicId.of(film)))
                    .as(path)
                    .hasStatus(404);
        }
        assertThat(comments.find(victim, PublicId.parse(comment).orElseThrow())).isPresent();
    }

    @Test
    void aSessionIsAnotherOneAfterSigningIn() {
        var handle = "fix" + PublicId.of(ids.next()).toLowerCase(Locale.ROOT).substring(10);
        var made = accounts.register(handle, handle + "@example.org", "a long enough password");
        accounts.activate(made.id());
        var first = session(signIn(handle, null));
        var second = session(signIn(handle, first));

        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        assertThat(mvc.get().uri("/settings").cookie(second)).hasStatusOk();
        assertThat(mvc.get().uri("/settings").cookie(first))
                .as("what an attacker planted before is worth nothing")
                .hasRedirectedUrl("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "PK\u0003\u0004",
                "%PDF-1.7",
                "null",
                "{}",
                "[null]",
                "[[[[[[[[[[",
                "[{\"kind\":\"NOTHING\"}]",
                "[{\"term\":1e400}]",
                "[{\"@type\":\"java.net.URL\",\"term\":\"x\"}]"
            })
    void aFileThatIsNoFileOfRulesIsTurnedAway(String content) {
        assertThat(upload(content)).hasStatus3xxRedirection();
    }

    @Test
    void aFileThatUnfoldsWithoutEndIsTurnedAway() {
        assertThat(upload("[".repeat(200_000))).hasStatus3xxRedirection();
        assertThat(upload("[{\"term\":\"" + "a".repeat(1_000_000) + "\"}]")).hasStatus3xxRedirection();
        assertThat(upload("[{\"pattern\":true,\"term\":\"(a+)+b\",\"effect\":\"ALLOW\"}]"))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoIsShutOutStaysOutWithTheSessionTheyHad() {
        accounts.suspend(attacker.id());

        assertThat(accounts.find(attacker.id()).orElseThrow().standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(post(attacker, "/generations", "text", "a fox")).hasRedirectedUrl("/standing");
        assertThat(post(attacker, "/asks", "text", "a fox")).hasRedirectedUrl("/standing");
    }

    private MvcTestResult post(Viewer who, String path, String... pairs) {
        var request = mvc.post().uri(path).with(signedInAs(who)).with(csrf());
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult signIn(String handle, @Nullable Cookie before) {
        var request = mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", handle)
                .param("password", "a long enough password");
        return (before == null ? request : request.cookie(before)).exchange();
    }

    private static Cookie session(MvcTestResult answer) {
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(cookie ->
                        cookie.getName().equals("emaki") || cookie.getName().equals("SESSION"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No session began"));
    }

    private MvcTestResult upload(String content) {
        return mvc.post()
                .uri("/admin/policy/import")
                .multipart()
                .file(new MockMultipartFile(
                        "rules", "rules.json", "application/json", content.getBytes(StandardCharsets.UTF_8)))
                .with(signedInAs(admin))
                .with(csrf())
                .exchange();
    }

    /** A file that a browser keeps and never shows. */
    private static boolean isKept(MvcTestResult answer) {
        var disposition = answer.getResponse().getHeader("Content-Disposition");
        return disposition != null
                && disposition.startsWith("attachment")
                && "nosniff".equals(answer.getResponse().getHeader("X-Content-Type-Options"));
    }

    private void shown(Viewer who, String path) {
        var answer = mvc.get().uri(path).with(signedInAs(who)).exchange();
        assertThat(answer).as(path).hasStatusOk();
        assertThat(RAW).as(path).noneMatch(body(answer)::contains);
        assertThat(body(answer)).as(path).doesNotContain("{{49}}").doesNotContain("$49");
    }

    private static void local(MvcTestResult answer) {
        var failure = answer.getUnresolvedException();
        var to = failure == null ? answer.getResponse().getHeader("Location") : null;
        assertThat(to == null || (to.startsWith("/") && !to.startsWith("//") && !to.startsWith("/\\")))
                .as("leads to " + to)
                .isTrue();
        assertThat(answer.getResponse().getHeader("a")).isNull();
    }

    private List<String> pages() {
        var pages = new ArrayList<String>();
        mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .forEach(info -> pages.addAll(info.getPatternValues()));
        pages.removeIf(path -> path.equals("/error") || path.matches("/(v1|api|mcp|hooks).*"));
        return pages;
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
