package app.emaki.media;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a film must be and what is to be written on and into it.
 *
 * @param handle of the author, shown in the watermark without the at sign
 * @param instance name of this Emaki
 * @param model id of the model that made the film
 * @param video id of the video to be, which stands in the metadata
 * @param remixOf the video that this one is made from
 * @param remixOfHandle who made that one
 * @param captionsVtt spoken lines as WebVTT
 * @param width in pixels as ordered
 * @param height in pixels as ordered
 * @param seconds length as ordered
 * @param marked whether it comes with the mark of another Emaki on it
 * @param lead what stands before it in the same film; null for a film of its own
 */
public record MasteringOrder(
        String handle,
        String instance,
        String model,
        UUID video,
        @Nullable UUID remixOf,
        @Nullable String remixOfHandle,
        @Nullable String captionsVtt,
        boolean sound,
        int width,
        int height,
        double seconds,
        boolean marked,
        @Nullable Lead lead) {

    /** A clean film of ours that another one goes on from in the same film, and how much of the whole it is. */
    public record Lead(Path film, double seconds) {}

    /** A film that is new from its first picture, without any mark on it. */
    public MasteringOrder(
            String handle,
            String instance,
            String model,
            UUID video,
            @Nullable UUID remixOf,
            @Nullable String remixOfHandle,
            @Nullable String captionsVtt,
            boolean sound,
            int width,
            int height,
            double seconds) {
        this(
                handle,
                instance,
                model,
                video,
                remixOf,
                remixOfHandle,
                captionsVtt,
                sound,
                width,
                height,
                seconds,
                false,
                null);
    }

    /** A film that nobody ordered: in the shape, length and sound in which it is found, if it is no longer than this. */
    public static MasteringOrder asFound(
            String handle, String instance, String model, UUID video, @Nullable String captionsVtt, double longest) {
        return new MasteringOrder(handle, instance, model, video, null, null, captionsVtt, true, 0, 0, longest);
    }

    /** The same order for a film that goes on from another one in the same film, with what is said in both. */
    public MasteringOrder after(Path film, double leadSeconds, @Nullable String linesOfBoth) {
        return new MasteringOrder(
                handle,
                instance,
                model,
                video,
                remixOf,
                remixOfHandle,
                linesOfBoth,
                sound,
                width,
                height,
                seconds,
                marked,
                new Lead(film, leadSeconds));
    }
}
