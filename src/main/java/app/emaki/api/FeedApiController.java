package app.emaki.api;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.platform.web.Site;
import app.emaki.social.CommentView;
import app.emaki.social.Comments;
import app.emaki.social.Likes;
import app.emaki.social.Privacy;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Publication;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The feed for programs, and what people do with films in it. */
@RestController
@RequestMapping("/api/v1")
class FeedApiController {
    static final int MOST = 50;

    private static final RateLimits.Limit PUBLISHING = new RateLimits.Limit(60, Duration.ofHours(1));
    private static final Set<String> PUBLICATION = Set.of("visibility", "caption", "prompt_shown", "commercial");

    private final FeedReads feed;
    private final Privacy privacy;
    private final Videos videos;
    private final Likes likes;
    private final Comments comments;
    private final Accounts accounts;
    private final MediaStore store;
    private final RateLimits limits;
    private final Site site;
    private final JsonMapper json;

    FeedApiController(
            FeedReads feed,
            Privacy privacy,
            Videos videos,
            Likes likes,
            Comments comments,
            Accounts accounts,
            MediaStore store,
            RateLimits limits,
            Site site,
            JsonMapper json) {
        this.feed = feed;
        this.privacy = privacy;
        this.videos = videos;
        this.likes = likes;
        this.comments = comments;
        this.accounts = accounts;
        this.store = store;
        this.limits = limits;
        this.site = site;
        this.json = json;
    }

    @GetMapping("/feed")
    ListPage<PublicVideo> feed(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "latest") String tab,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "20") int limit,
            HttpServletRequest request) {
        var viewer = caller.viewer().id();
        var of = author == null ? null : person(author).id();
        var page = of == null || privacy.allows(Privacy.Part.PROFILE, of, viewer)
                ? feed.page(kind(tab), viewer, of, cursor(before), size(limit))
                : new Page<VideoCard>(List.of(), null);
        return ListPage.of(page, card -> PublicVideo.of(card, site.address(request)));
    }

    @GetMapping("/videos/{id}")
    PublicVideo video(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        return PublicVideo.of(find(caller, id), site.address(request));
    }

    @GetMapping("/videos/{id}/content")
    ResponseEntity<Resource> content(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        var name = find(caller, id).filmUrl().substring("/media/".length());
        var key = MediaKey.parse(name).filter(store::exists).orElseThrow(NoSuchVideo::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("video/mp4"))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(key.value())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .body(new FileSystemResource(store.path(key)));
    }

    @PutMapping("/videos/{id}/publication")
    PublicVideo publish(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        var video = find(caller, id);
        var fields = Fields.of(request, json);
        fields.only(PUBLICATION);
        limits.take("publish:" + caller.viewer().id(), PUBLISHING).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        videos.publish(
                caller.viewer(),
                video.id(),
                new Publication(
                        fields.text("caption").isPresent() ? Composer.caption(fields) : video.caption(),
                        Composer.visibility(fields.text("visibility").orElse("everyone")),
                        Composer.yes(fields, "prompt_shown").orElse(true),
                        null,
                        Composer.yes(fields, "commercial").orElse(video.commercial())));
        return PublicVideo.of(find(caller, id), site.address(request));
    }

    @DeleteMapping("/videos/{id}/publication")
    PublicVideo unpublish(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        videos.unpublish(caller.viewer(), find(caller, id).id());
        return PublicVideo.of(find(caller, id), site.address(request));
    }

    @PutMapping("/videos/{id}/like")
    PublicVideo like(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        likes.like(caller.viewer(), find(caller, id).id());
        return PublicVideo.of(find(caller, id), site.address(request));
    }

    @DeleteMapping("/videos/{id}/like")
    PublicVideo unlike(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        likes.unlike(caller.viewer(), find(caller, id).id());
        return PublicVideo.of(find(caller, id), site.address(request));
    }

    @GetMapping("/videos/{id}/comments")
    ListPage<Remark> comments(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String before) {
        return ListPage.of(comments.of(find(caller, id), caller.viewer(), cursor(before)), Remark::of);
    }

    @PostMapping("/videos/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Made comment(@AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        var video = find(caller, id);
        var fields = Fields.of(request, json);
        fields.only(Set.of("text", "reply_to"));
        var text = fields.text("text").map(String::strip).orElse("");
        if (text.isEmpty() || text.length() > Comments.LONGEST) {
            throw new ApiException(ApiError.invalid(
                    "invalid_value", "text", "A comment has 1 to " + Comments.LONGEST + " characters."));
        }
        var replyTo = fields.text("reply_to").map(it -> comment(it)).orElse(null);
        return new Made(PublicId.of(comments.post(caller.viewer(), video.id(), text, replyTo)), "emaki.comment");
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void uncomment(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        comments.delete(caller.viewer(), comment(id));
    }

    private VideoCard find(Caller caller, String id) {
        return VideoId.parse(id).flatMap(it -> videos.find(caller.viewer(), it)).orElseThrow(NoSuchVideo::new);
    }

    private Viewer person(String handle) {
        return accounts.find(handle.replaceFirst("^@", ""))
                .orElseThrow(() -> new ApiException(ApiError.notFound("There is nobody called " + handle + ".")));
    }

    private static UUID comment(String id) {
        return PublicId.parse(id)
                .orElseThrow(() -> new ApiException(ApiError.notFound("There is no comment " + id + ".")));
    }

    static FeedReads.Kind kind(String tab) {
        return Arrays.stream(FeedReads.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(tab))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        ApiError.invalid("invalid_value", "tab", "tab is latest, popular or following.")));
    }

    static int size(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ApiException(
                    ApiError.invalid("invalid_value", "limit", "limit is a number from 1 to " + MOST + "."));
        }
        return limit;
    }

    static @Nullable Cursor cursor(String before) {
        return before.isEmpty()
                ? null
                : Cursor.parse(before)
                        .orElseThrow(() -> new ApiException(
                                ApiError.invalid("invalid_value", "before", "before is the next of the page before.")));
    }

    /** What was made. */
    record Made(String id, String object) {}

    /** A comment, with what answers it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Remark(
            String id,
            String author,
            String authorName,
            String text,
            long likes,
            boolean byAuthorOfVideo,
            Instant createdAt,
            List<Remark> replies) {

        static Remark of(CommentView comment) {
            return new Remark(
                    comment.publicId(),
                    comment.handle(),
                    comment.name(),
                    comment.text(),
                    comment.likes(),
                    comment.byAuthor(),
                    comment.createdAt(),
                    comment.replies().stream().map(Remark::of).toList());
        }
    }
}
