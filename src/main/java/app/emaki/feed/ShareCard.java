package app.emaki.feed;

import app.emaki.video.VideoCard;

/**
 * What other sites show when a link to a video is shared; all addresses are absolute.
 *
 * @param author page of the author
 */
record ShareCard(
        String url,
        String title,
        String description,
        String film,
        String poster,
        int width,
        int height,
        String author) {

    static ShareCard of(VideoCard video, String base, String title, String description) {
        return new ShareCard(
                base + video.page(),
                title,
                description,
                base + video.filmUrl(),
                base + video.posterUrl(),
                video.width(),
                video.height(),
                base + "/@" + video.authorHandle());
    }
}
