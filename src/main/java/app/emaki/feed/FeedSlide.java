package app.emaki.feed;

import app.emaki.video.Caption;
import app.emaki.video.VideoCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video in the feed, as one viewer sees it.
 *
 * @param model name of the model
 * @param place the cursor of the slide itself, for a link back to it
 * @param source the video that it continues, when the viewer may watch that one too
 */
record FeedSlide(
        VideoCard video,
        String model,
        String place,
        boolean liked,
        boolean following,
        boolean kept,
        boolean own,
        @Nullable Source source) {

    public String title() {
        return video.title();
    }

    public List<Caption.Part> body() {
        return new Caption(video.caption()).body();
    }

    /** Whether the viewer may continue it. */
    public boolean continuable() {
        return own ? video.takenDownReason() == null : video.mayContinue(null, following);
    }

    /** How it stands on the stage: {@code tall}, {@code wide} or {@code square}. */
    public String shape() {
        return Shape.of(video).name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What is seen of it, which is all that its markup depends on. */
    public Face face(boolean first) {
        return new Face(new FeedSlide(video.unwatched(), model, place, liked, following, kept, own, source), first);
    }

    /**
     * A slide without what is not seen of it.
     *
     * @param first whether it is the first of its page, which is fetched at once
     */
    record Face(FeedSlide slide, boolean first) {}

    /** The start of a remix line. */
    record Source(String publicId, String handle, String title) {}
}
