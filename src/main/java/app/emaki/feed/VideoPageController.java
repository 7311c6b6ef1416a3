package app.emaki.feed;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.web.QrCode;
import app.emaki.social.Comments;
import app.emaki.social.Privacy;
import app.emaki.video.NoSuchVideo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one video, open to everybody who may watch it; to all others it does not exist. */
@Controller
class VideoPageController {
    private final WatchQuery videos;
    private final Comments comments;
    private final Plans plans;
    private final BaseUrl base;
    private final Telling telling;
    private final LineageQuery lineages;
    private final Privacy privacy;

    VideoPageController(
            WatchQuery videos,
            Comments comments,
            Plans plans,
            BaseUrl base,
            Telling telling,
            LineageQuery lineages,
            Privacy privacy) {
        this.privacy = privacy;
        this.videos = videos;
        this.comments = comments;
        this.plans = plans;
        this.base = base;
        this.telling = telling;
        this.lineages = lineages;
    }

    @GetMapping("/v/{publicId}")
    String page(
            @Nullable Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        var watch = videos.find(publicId, viewer == null ? null : viewer.id()).orElseThrow(NoSuchVideo::new);
        var video = watch.video();
        model.addAttribute("video", video);
        model.addAttribute(
                "comments", comments.of(video, viewer, Cursor.parse(after).orElse(null)));
        if (fragment != null) {
            return "social/comments :: comments";
        }
        model.addAttribute("watch", watch);
        model.addAttribute(
                "clean", viewer != null && plans.limits(viewer.plan()).cleanDownload());
        model.addAttribute("share", telling.card(video, base.current()));
        if (video.remixOf() != null || video.remixes() > 0) {
            lineages.find(video.id(), viewer == null ? null : viewer.id(), LineageQuery.STRIP, null)
                    .ifPresent(lineage -> model.addAttribute("lineage", lineage));
        }
        return "feed/video";
    }

    /** The ways to pass it on; a script shows them in front of what is being watched. */
    @GetMapping("/v/{publicId}/share")
    String share(
            @Nullable Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        var watch = find(viewer, publicId);
        model.addAttribute("video", watch.video());
        model.addAttribute("card", telling.card(watch.video(), base.current()));
        model.addAttribute(
                "followable", privacy.allows(Privacy.Part.PROFILE, watch.video().author(), null));
        return fragment == null ? "feed/passing" : "feed/passing :: ways";
    }

    /** The link as a picture for another's camera. */
    @GetMapping("/v/{publicId}/qr")
    ResponseEntity<String> qr(@Nullable Viewer viewer, @PathVariable String publicId) {
        var video = find(viewer, publicId).video();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(QrCode.svg(base.current() + video.page()));
    }

    private WatchQuery.Watch find(@Nullable Viewer viewer, String publicId) {
        UUID who = viewer == null ? null : viewer.id();
        return videos.find(publicId, who).orElseThrow(NoSuchVideo::new);
    }
}
