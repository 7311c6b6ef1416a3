package app.emaki.api;

import app.emaki.account.Accounts;
import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.social.Follows;
import app.emaki.social.Privacy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Oneself, others, and for admins everybody. */
@RestController
@RequestMapping("/api/v1")
class PeopleApiController {
    private final Accounts accounts;
    private final Follows follows;
    private final Privacy privacy;
    private final Plans plans;
    private final Credits credits;
    private final JdbcClient jdbc;

    PeopleApiController(
            Accounts accounts, Follows follows, Privacy privacy, Plans plans, Credits credits, JdbcClient jdbc) {
        this.accounts = accounts;
        this.follows = follows;
        this.privacy = privacy;
        this.plans = plans;
        this.credits = credits;
        this.jdbc = jdbc;
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body(new ClassPathResource("api/openapi.yaml"));
    }

    /** Who calls, with what the plan allows and what is left of it. */
    @GetMapping("/me")
    Map<String, Object> me(@AuthenticationPrincipal Caller caller) {
        var viewer = caller.viewer();
        var limits = plans.limits(viewer.plan());
        var balance = credits.balance(viewer);
        var me = person(viewer);
        me.put("role", word(viewer.role()));
        me.put("plan", word(viewer.plan()));
        me.put("scopes", caller.scopes().stream().map(Scope::word).toList());
        me.put(
                "limits",
                Map.of(
                        "max_seconds", limits.maxSeconds(),
                        "max_lines", limits.maxLines(),
                        "concurrent", limits.concurrent()));
        me.put("credits", Map.of("left", balance.left(), "resets_at", balance.resetsAt()));
        return me;
    }

    @GetMapping("/people/{handle}")
    Map<String, Object> person(@AuthenticationPrincipal Caller caller, @PathVariable String handle) {
        var other = find(caller, handle);
        var person = person(other);
        if (privacy.allows(Privacy.Part.PROFILE, other.id(), caller.viewer().id())) {
            person.put("about", accounts.about(other.id()));
        }
        person.put("following", follows.follows(caller.viewer().id(), other.id()));
        return person;
    }

    @PutMapping("/people/{handle}/follow")
    Map<String, Object> follow(@AuthenticationPrincipal Caller caller, @PathVariable String handle) {
        follows.follow(caller.viewer(), find(caller, handle).id());
        return person(caller, handle);
    }

    @DeleteMapping("/people/{handle}/follow")
    Map<String, Object> unfollow(@AuthenticationPrincipal Caller caller, @PathVariable String handle) {
        follows.unfollow(caller.viewer(), find(caller, handle).id());
        return person(caller, handle);
    }

    /** Everybody, newest first; for keys that may administer. */
    @GetMapping("/admin/people")
    ListPage<Map<String, Object>> everybody(
            @RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "20") int limit) {
        int size = FeedApiController.size(limit);
        var cursor = FeedApiController.cursor(before);
        var place = cursor == null ? "" : " where (created_at, id) < (:at, :before)";
        var statement = jdbc.sql("select id, handle, display_name, role, standing, plan, created_at from account"
                        + place + " order by created_at desc, id desc limit :limit")
                .param("limit", size + 1);
        var rows = (cursor == null
                        ? statement
                        : statement.param("at", Timestamp.from(cursor.at())).param("before", cursor.id()))
                .query((row, n) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getString("handle"),
                        row.getString("display_name"),
                        row.getString("role").toLowerCase(Locale.ROOT),
                        row.getString("standing").toLowerCase(Locale.ROOT),
                        row.getString("plan").toLowerCase(Locale.ROOT),
                        row.getTimestamp("created_at").toInstant()))
                .list();
        return ListPage.of(Page.of(rows, size, row -> new Cursor(row.at(), row.id())), Member::shown);
    }

    /** How much is being made: films by state, for keys that may administer. */
    @GetMapping("/admin/generations")
    Map<String, Object> work() {
        var states = new LinkedHashMap<String, Object>();
        jdbc.sql("""
                        select lower(state) as state, count(*) as films from generation
                        where state in ('QUEUED', 'RUNNING', 'MASTERING', 'UNKNOWN') group by state order by state""")
                .query((row, n) -> states.put(row.getString("state"), row.getLong("films")))
                .list();
        return Map.of("object", "emaki.work", "states", states);
    }

    private Viewer find(Caller caller, String handle) {
        return accounts.find(handle.replaceFirst("^@", ""))
                .filter(Viewer::active)
                .filter(other -> !follows.severed(caller.viewer().id(), other.id()))
                .orElseThrow(() -> new ApiException(ApiError.notFound("There is nobody called " + handle + ".")));
    }

    private static Map<String, Object> person(Viewer viewer) {
        var person = new LinkedHashMap<String, Object>();
        person.put("object", "emaki.person");
        person.put("handle", viewer.handle());
        person.put("name", viewer.displayName());
        return person;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private record Member(UUID id, String handle, String name, String role, String standing, String plan, Instant at) {
        Map<String, Object> shown() {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("object", "emaki.person");
            shown.put("handle", handle);
            shown.put("name", name);
            shown.put("role", role);
            shown.put("standing", standing);
            shown.put("plan", plan);
            shown.put("created_at", at);
            return shown;
        }
    }
}
