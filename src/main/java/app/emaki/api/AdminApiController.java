package app.emaki.api;

import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.invite.IssuedCodes;
import app.emaki.moderation.Docket;
import app.emaki.moderation.Docket.Ruling;
import app.emaki.moderation.Docket.Unfit;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What an admin's programs may do: decide on things, issue codes, give credits and plans. All of it stands in the log of the house. */
@RestController
@RequestMapping("/api/v1/admin")
class AdminApiController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(120, Duration.ofHours(1));

    private final Docket docket;
    private final IssuedCodes codes;
    private final Credits credits;
    private final Accounts accounts;
    private final RateLimits limits;
    private final Acts acts;
    private final JsonMapper json;

    AdminApiController(
            Docket docket,
            IssuedCodes codes,
            Credits credits,
            Accounts accounts,
            RateLimits limits,
            Acts acts,
            JsonMapper json) {
        this.docket = docket;
        this.codes = codes;
        this.credits = credits;
        this.accounts = accounts;
        this.limits = limits;
        this.acts = acts;
        this.json = json;
    }

    /** Keeps, limits, warns, removes, suspends or bans, as on the page of moderators. */
    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> decide(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        return act(
                caller,
                request,
                Set.of("kind", "id", "outcome", "rule", "words", "days", "with_remixes", "block"),
                (admin, fields) -> {
                    var kind = need(fields, "kind");
                    var ruling = new Ruling(
                            kind,
                            subject(kind, need(fields, "id")),
                            need(fields, "outcome"),
                            fields.text("rule").orElse("other"),
                            fields.text("words").orElse(""),
                            number(fields, "days").orElse(7),
                            Composer.yes(fields, "with_remixes").orElse(false),
                            Composer.yes(fields, "block").orElse(false));
                    try {
                        return made("emaki.decision", docket.decide(admin, ruling));
                    } catch (Unfit e) {
                        throw new ApiException(unfit(e.field()));
                    }
                });
    }

    /** Takes a decision back. */
    @DeleteMapping("/decisions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        count(caller);
        try {
            if (PublicId.parse(id)
                    .filter(it -> docket.undo(caller.viewer(), it))
                    .isEmpty()) {
                throw new ApiException(ApiError.notFound("There is no decision " + id + " that stands."));
            }
        } catch (Unfit e) {
            throw new ApiException(unfit(e.field()));
        }
    }

    /** Issues a code for an occasion. */
    @PostMapping("/invites")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> invite(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        return act(caller, request, Set.of("seats", "note", "days", "credits", "plan"), (admin, fields) -> {
            var wish = new IssuedCodes.Wish(
                    number(fields, "seats").orElse(1),
                    fields.text("note").map(String::strip).orElse(""),
                    number(fields, "days").orElse(null),
                    number(fields, "credits").orElse(0),
                    fields.text("plan").map(AdminApiController::plan).orElse(null));
            codes.beyond(wish).stream().findFirst().ifPresent(limit -> {
                throw new ApiException(ApiError.invalid(
                        "invalid_value",
                        limit.field(),
                        limit.field() + " may be up to " + limit.most() + " here, and not less than makes sense."));
            });
            var issued = codes.issue(admin, wish);
            var answer = made("emaki.invite", issued.id());
            answer.put("code", issued.code());
            answer.put("seats", issued.seats());
            var until = issued.expiresAt();
            if (until != null) {
                answer.put("expires_at", until.toString());
            }
            return answer;
        });
    }

    /** Closes a code. */
    @DeleteMapping("/invites/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        count(caller);
        if (PublicId.parse(id).filter(it -> codes.close(caller.viewer(), it)).isEmpty()) {
            throw new ApiException(ApiError.notFound("There is no code " + id + "."));
        }
    }

    /** Gives somebody credits that never run out. */
    @PostMapping("/people/{handle}/credits")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> grant(
            @AuthenticationPrincipal Caller caller, @PathVariable String handle, HttpServletRequest request) {
        return act(caller, request, Set.of("credits", "reason"), (admin, fields) -> {
            var person = person(handle);
            int amount = number(fields, "credits").orElse(0);
            var reason = need(fields, "reason").strip();
            if (amount < 1 || amount > Credits.MOST_GRANTED) {
                throw new ApiException(ApiError.invalid(
                        "invalid_value", "credits", "credits is a number from 1 to " + Credits.MOST_GRANTED + "."));
            }
            if (reason.length() > Credits.LONGEST_REASON) {
                throw new ApiException(ApiError.invalid(
                        "string_above_max_length",
                        "reason",
                        "A reason may have " + Credits.LONGEST_REASON + " characters."));
            }
            credits.grant(person.id(), amount, reason, admin.id());
            return standing(person);
        });
    }

    /** Gives somebody another plan. */
    @PutMapping("/people/{handle}/plan")
    Map<String, Object> assign(
            @AuthenticationPrincipal Caller caller, @PathVariable String handle, HttpServletRequest request) {
        return act(caller, request, Set.of("plan"), (admin, fields) -> {
            var person = person(handle);
            accounts.assign(person.id(), plan(need(fields, "plan")), admin.id());
            return standing(accounts.find(person.id()).orElseThrow());
        });
    }

    private Map<String, Object> act(
            Caller caller,
            HttpServletRequest request,
            Set<String> known,
            BiFunction<Viewer, Fields, Map<String, Object>> act) {
        count(caller);
        var fields = Fields.of(request, json);
        fields.only(known);
        return acts.once(caller, Delivery.of(request), fields.hash(), () -> act.apply(caller.viewer(), fields));
    }

    private void count(Caller caller) {
        limits.take("api-admin:" + caller.viewer().id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
    }

    private UUID subject(String kind, String id) {
        return switch (kind) {
            case "video" -> VideoId.require(id);
            case "comment" ->
                PublicId.parse(id)
                        .orElseThrow(() -> new ApiException(ApiError.notFound("There is no comment " + id + ".")));
            case "profile" -> person(id).id();
            default -> throw new ApiException(unfit("kind"));
        };
    }

    private Viewer person(String handle) {
        return accounts.find(handle.replaceFirst("^@", ""))
                .orElseThrow(() -> new ApiException(ApiError.notFound("There is nobody called " + handle + ".")));
    }

    private Map<String, Object> standing(Viewer person) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("object", "emaki.person");
        answer.put("handle", person.handle());
        answer.put("plan", person.plan().name().toLowerCase(Locale.ROOT));
        answer.put("credits", Map.of("left", credits.balance(person).left()));
        return answer;
    }

    private static Map<String, Object> made(String object, UUID id) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("object", object);
        answer.put("id", PublicId.of(id));
        return answer;
    }

    private static String need(Fields fields, String name) {
        return fields.text(name)
                .orElseThrow(() -> new ApiException(ApiError.invalid("missing_parameter", name, "Send " + name + ".")));
    }

    private static Optional<Integer> number(Fields fields, String name) {
        return Composer.whole(fields, name).map(it -> {
            if (it < Integer.MIN_VALUE || it > Integer.MAX_VALUE) {
                throw new ApiException(ApiError.invalid("invalid_value", name, name + " is too large."));
            }
            return it.intValue();
        });
    }

    private static Plan plan(String word) {
        return Arrays.stream(Plan.values())
                .filter(plan -> plan.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ApiException(ApiError.invalid(
                        "invalid_value",
                        "plan",
                        "plan is one of " + Arrays.toString(Plan.values()).toLowerCase(Locale.ROOT) + ".")));
    }

    private static ApiError unfit(String field) {
        return switch (field) {
            case "kind", "outcome", "rule" ->
                ApiError.invalid(
                        "invalid_value", field, field + " is one of " + String.join(", ", Docket.words(field)) + ".");
            case "days" ->
                ApiError.invalid("invalid_value", field, "days is a number from 1 to " + Docket.MOST_DAYS + ".");
            case "words" -> ApiError.invalid("string_above_max_length", field, "These words are too many.");
            case "subject" -> ApiError.notFound("There is no such thing to decide on.");
            default ->
                new ApiError(
                        HttpStatus.CONFLICT,
                        "invalid_request_error",
                        "not_yours_to_decide",
                        null,
                        "It is somebody else's to decide just now, it is your own, or this cannot be decided on such a thing.");
        };
    }
}
