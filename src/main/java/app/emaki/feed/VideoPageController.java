package app.emaki.feed;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.social.Comments;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one video, open to everybody who may watch it; to all others it does not exist. */
@Controller
class VideoPageController {
    private static final int DESCRIPTION = 200;

    private final WatchQuery videos;
    private final Comments comments;
    private final Plans plans;
    private final BaseUrl base;
    private final MessageSource messages;

    VideoPageController(WatchQuery videos, Comments comments, Plans plans, BaseUrl base, MessageSource messages) {
        this.videos = videos;
        this.comments = comments;
        this.plans = plans;
        this.base = base;
        this.messages = messages;
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
        model.addAttribute("share", ShareCard.of(video, base.current(), title(watch), description(watch)));
        return "feed/video";
    }

    private String title(WatchQuery.Watch watch) {
        var title = watch.video().title();
        return title.isEmpty() ? say("feed.untitled", watch.video().authorHandle()) : title;
    }

    private String description(WatchQuery.Watch watch) {
        var caption = watch.video().caption().replaceAll("\\s+", " ");
        var text = say("feed.share.description", watch.video().authorHandle())
                + credit(watch.video())
                + (caption.isEmpty() ? "" : " " + caption);
        return text.length() > DESCRIPTION ? text.substring(0, text.offsetByCodePoints(0, 150)) + "…" : text;
    }

    /** Whose film it continues, also where that one is gone. */
    private String credit(VideoCard video) {
        var handle = video.remixOfHandle();
        return handle == null ? "" : " " + say("feed.share.remix", handle);
    }

    private String say(String key, Object... with) {
        return messages.getMessage(key, with, LocaleContextHolder.getLocale());
    }
}
