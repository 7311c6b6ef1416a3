package app.emaki.feed;

import app.emaki.video.VideoCard;
import app.emaki.video.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What other sites show when a link to a video is shared; all addresses are absolute.
 *
 * @param author page of the author
 * @param embed player for other sites' pages; null when the video is not open to the signed-out
 * @param oembed where a site asks how to embed it; null when it cannot
 */
record ShareCard(
        String url,
        String title,
        String description,
        String film,
        String poster,
        int width,
        int height,
        String author,
        @Nullable String embed,
        @Nullable String oembed) {

    static ShareCard of(VideoCard video, String base, String title, String description) {
        var url = base + video.page();
        boolean open = open(video);
        return new ShareCard(
                url,
                title,
                description,
                base + video.filmUrl(),
                base + video.posterUrl(),
                video.width(),
                video.height(),
                base + "/@" + video.authorHandle(),
                open ? base + "/embed/" + video.publicId() : null,
                open ? base + "/oembed?url=" + url : null);
    }

    /** Whether it plays without an account. */
    static boolean open(VideoCard video) {
        return video.publishedAt() != null
                && video.takenDownReason() == null
                && (video.visibility() == Visibility.EVERYONE || video.visibility() == Visibility.LINK);
    }

    /** A frame to paste into a page. */
    public @Nullable String frame() {
        return embed == null ? null : frame(embed, 640);
    }

    /** The frame in which the player fits, its longer side so long. */
    static String frame(String embed, int width, int height, String title) {
        return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\" allow=\"fullscreen; autoplay\" referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>"
                .formatted(embed, width, height, org.springframework.web.util.HtmlUtils.htmlEscape(title));
    }

    private String frame(String embed, int longest) {
        double scale = (double) longest / Math.max(width, height);
        return frame(embed, (int) Math.round(width * scale), (int) Math.round(height * scale), title);
    }
}
