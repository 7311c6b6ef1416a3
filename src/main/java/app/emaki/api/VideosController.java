package app.emaki.api;

import app.emaki.account.Plans;
import app.emaki.api.Orders.Placed;
import app.emaki.api.Orders.Wanted;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.State;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.AdminAct;
import app.emaki.video.CleanDownloaded;
import app.emaki.video.Videos;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's Videos protocol, for one's own films. */
@RestController
@RequestMapping("/v1/videos")
class VideosController {
    static final String ORDER = "emaki.order";

    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 100;
    private static final long SHORTEST_POLL = 500;
    private static final long LONGEST_POLL = 8000;
    private static final Map<String, String> KINDS = Map.of(
            "mp4", "video/mp4", "jpg", "image/jpeg", "png", "image/png", "webp", "image/webp", "avif", "image/avif");

    private final Orders orders;
    private final Composer composer;
    private final JobQuery jobs;
    private final Generations generations;
    private final Videos videos;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final MediaStore store;
    private final JsonMapper json;
    private final Clock clock;

    VideosController(
            Orders orders,
            Composer composer,
            JobQuery jobs,
            Generations generations,
            Videos videos,
            Plans plans,
            ApplicationEventPublisher events,
            MediaStore store,
            JsonMapper json,
            Clock clock) {
        this.orders = orders;
        this.composer = composer;
        this.jobs = jobs;
        this.generations = generations;
        this.videos = videos;
        this.plans = plans;
        this.events = events;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<VideoResource> create(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var fields = Fields.of(request, json);
        fields.only(Composer.CREATE);
        return place(caller, request, fields, () -> composer.create(caller, fields));
    }

    @PostMapping("/{id}/remix")
    ResponseEntity<VideoResource> remix(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        var fields = Fields.of(request, json);
        fields.only(Composer.REMIX);
        return place(caller, request, fields, () -> composer.remix(caller, VideoId.require(id), fields));
    }

    @PostMapping("/edits")
    ResponseEntity<VideoResource> edit(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var fields = Fields.of(request, json);
        fields.only(Composer.EDIT);
        return place(caller, request, fields, () -> composer.edit(caller, fields));
    }

    @PostMapping("/extensions")
    ResponseEntity<VideoResource> extend(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var fields = Fields.of(request, json);
        fields.only(Composer.EXTEND);
        return place(caller, request, fields, () -> composer.extend(caller, fields));
    }

    @GetMapping
    VideoList list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "" + PAGE) int limit,
            @RequestParam(defaultValue = "desc") String order,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 0 || limit > LONGEST_PAGE) {
            throw new ApiException(
                    ApiError.invalid("invalid_value", "limit", "limit is a number from 0 to " + LONGEST_PAGE + "."));
        }
        if (!order.equals("asc") && !order.equals("desc")) {
            throw new ApiException(ApiError.invalid("invalid_value", "order", "order is asc or desc."));
        }
        var rows = jobs.page(caller.viewer().id(), place(caller, after), order.equals("asc"), limit + 1);
        var page = rows.stream().limit(limit).map(VideoResource::of).toList();
        return VideoList.of(page, limit > 0 && rows.size() > limit);
    }

    @GetMapping("/{id}")
    ResponseEntity<VideoResource> retrieve(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answer(caller, find(caller, id)).body(VideoResource.of(find(caller, id)));
    }

    /** Deletes a finished film, forgets a failed one, and calls off one that is being made. */
    @DeleteMapping("/{id}")
    Map<String, Object> delete(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        var job = find(caller, id);
        if (job.state() == State.SUCCEEDED) {
            videos.delete(caller.viewer(), job.id());
        } else {
            if (!job.state().ended()) {
                generations.cancel(caller.viewer(), job.generation());
            }
            jobs.hide(job.id(), Timestamp.from(clock.instant()));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("id", VideoId.of(job.id()));
        body.put("object", "video.deleted");
        body.put("deleted", true);
        return body;
    }

    /** The files of a film; without the visible mark for an owner whose plan allows it and who asks for it. */
    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "video") String variant,
            @RequestParam(defaultValue = "true") boolean watermark,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        var job = find(caller, id);
        if (job.state() != State.SUCCEEDED) {
            throw new ApiException(Composer.notReady());
        }
        boolean film = variant.equals("video");
        var key = (film && !watermark
                        ? Optional.of(clean(caller, job))
                        : name(job, variant).flatMap(MediaKey::parse))
                .filter(store::exists)
                .orElseThrow(() -> new ApiException(ApiError.notFound("This film has no " + variant + ".")));
        if (film && !watermark) {
            events.publishEvent(new CleanDownloaded(job.id(), caller.viewer().id()));
        }
        var light = variant.equals("thumbnail") ? lighter(key, accept) : Optional.<Path>empty();
        var extension =
                light.isPresent() ? "webp" : key.value().substring(key.value().lastIndexOf('.') + 1);
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(KINDS.getOrDefault(extension, "application/octet-stream")))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(key.value() + (light.isPresent() ? "-webp" : ""))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (film) {
            answer.header("emaki-watermark", watermark ? "present" : "none");
        }
        return answer.body(new FileSystemResource(light.orElseGet(() -> store.path(key))));
    }

    /** The protocol's thumbnails are WebP; who asks for JPEG gets that. */
    private Optional<Path> lighter(MediaKey key, String accept) {
        return accept.contains("image/jpeg") && !accept.contains("image/webp") ? Optional.empty() : store.lighter(key);
    }

    private static Optional<String> name(Job job, String variant) {
        return Optional.ofNullable(
                switch (variant) {
                    case "video" -> job.film();
                    case "thumbnail" -> job.poster();
                    case "spritesheet" -> job.strip();
                    default ->
                        throw new ApiException(ApiError.invalid(
                                "invalid_value", "variant", "variant is video, thumbnail or spritesheet."));
                });
    }

    private MediaKey clean(Caller caller, Job job) {
        if (!plans.limits(caller.viewer().plan()).cleanDownload()) {
            throw new ApiException(
                    new ApiError(
                            HttpStatus.FORBIDDEN,
                            "invalid_request_error",
                            "plan_lacks_clean_copies",
                            "watermark",
                            "Films without the visible mark do not come with this plan. Ask for it with its mark: leave watermark out."));
        }
        return videos.clean(caller.viewer(), job.id());
    }

    private ResponseEntity<VideoResource> place(
            Caller caller, HttpServletRequest request, Fields fields, Supplier<Wanted> order) {
        var placed = orders.place(caller, Delivery.of(request), fields.hash(), order);
        request.setAttribute(ORDER, placed.order());
        var answer = answer(caller, placed.job());
        if (placed.before()) {
            answer.header(AdminAct.TOLD_BEFORE, "true");
        }
        if (placed.takes().size() > 1) {
            answer.header("emaki-takes", takes(placed));
        }
        return answer.body(VideoResource.of(placed.job()));
    }

    private static String takes(Placed placed) {
        return placed.takes().stream().map(VideoId::of).collect(Collectors.joining(","));
    }

    /** While it is being made, clients are told when to ask again. */
    private ResponseEntity.BodyBuilder answer(Caller caller, Job job) {
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (!job.state().ended()) {
            var view = generations.find(caller.viewer(), job.generation());
            long estimate = view.map(GenerationView::estimateSeconds).orElse(4L);
            view.map(GenerationView::place)
                    .ifPresent(place -> answer.header("emaki-queue-place", String.valueOf(place)));
            view.map(GenerationView::waitsFor)
                    .ifPresent(it ->
                            answer.header("emaki-waits-for", it.thing().name().toLowerCase(Locale.ROOT)));
            answer.header(
                    "openai-poll-after-ms",
                    String.valueOf(Math.clamp(estimate * 1000 / 4, SHORTEST_POLL, LONGEST_POLL)));
        }
        return answer;
    }

    private Job find(Caller caller, String id) {
        return VideoId.parse(id)
                .flatMap(it -> jobs.find(caller.viewer().id(), it))
                .orElseThrow(() -> new ApiException(VideoId.gone(id)));
    }

    private @Nullable UUID place(Caller caller, @Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        return VideoId.parse(after)
                .filter(it -> jobs.exists(caller.viewer().id(), it))
                .orElseThrow(() -> new ApiException(
                        ApiError.invalid("invalid_value", "after", "after is the last_id of the page before.")));
    }
}
