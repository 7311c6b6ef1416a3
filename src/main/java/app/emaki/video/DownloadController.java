package app.emaki.video;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A copy to keep: with the watermark for whoever may watch, without it for the owner whose plan allows. */
@Controller
class DownloadController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(60, Duration.ofHours(1));

    private final Videos videos;
    private final Plans plans;
    private final MediaStore store;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;

    DownloadController(
            Videos videos, Plans plans, MediaStore store, RateLimits limits, ApplicationEventPublisher events) {
        this.videos = videos;
        this.plans = plans;
        this.store = store;
        this.limits = limits;
        this.events = events;
    }

    @GetMapping("/videos/{publicId}/download")
    ResponseEntity<Resource> download(
            Viewer viewer, @PathVariable String publicId, @RequestParam(required = false) @Nullable String clean) {
        var video = videos.find(viewer, publicId).orElseThrow(NoSuchVideo::new);
        var key = clean == null ? watermarked(video) : clean(viewer, video);
        if (!store.exists(key)) {
            throw new NoSuchVideo();
        }
        limits.take("download:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        if (clean != null) {
            events.publishEvent(new CleanDownloaded(video.id(), viewer.id()));
        }
        var name = ContentDisposition.attachment()
                .filename(FileName.of(video), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("video/mp4"))
                .body(new FileSystemResource(store.path(key)));
    }

    private static MediaKey watermarked(VideoCard video) {
        return new MediaKey(video.filmUrl().substring("/media/".length()));
    }

    private MediaKey clean(Viewer viewer, VideoCard video) {
        if (!viewer.id().equals(video.author()) || !plans.limits(viewer.plan()).cleanDownload()) {
            throw new NoSuchVideo();
        }
        return videos.clean(viewer, video.id());
    }
}
