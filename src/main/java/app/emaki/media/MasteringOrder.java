package app.emaki.media;

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
        boolean marked) {

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
        this(handle, instance, model, video, remixOf, remixOfHandle, captionsVtt, sound, width, height, seconds, false);
    }

    /** A film that nobody ordered: in the shape, length and sound in which it is found, if it is no longer than this. */
    public static MasteringOrder asFound(
            String handle, String instance, String model, UUID video, @Nullable String captionsVtt, double longest) {
        return new MasteringOrder(handle, instance, model, video, null, null, captionsVtt, true, 0, 0, longest);
    }

    /** The same order with these spoken lines. */
    public MasteringOrder saying(@Nullable String lines) {
        return new MasteringOrder(
                handle, instance, model, video, remixOf, remixOfHandle, lines, sound, width, height, seconds, marked);
    }
}
