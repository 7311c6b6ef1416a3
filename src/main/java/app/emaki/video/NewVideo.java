package app.emaki.video;

import app.emaki.media.MediaKey;
import app.emaki.media.Strip;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video fresh from mastering.
 *
 * @param id chosen before mastering, as it stands in the film's metadata
 * @param film with the visible watermark, for everybody
 * @param clean without it, for the owner whose plan allows
 * @param strip small pictures to seek by; null for a film that came without
 * @param width in pixels, upright
 * @param seconds long
 * @param placeholder the colour shown before the poster, 0xRRGGBB
 * @param plan what the model drew, as JSON of its own
 * @param script the prompt taken apart, as JSON; null for free words alone
 * @param remixOf the video that this one continues
 * @param kin what it is to that one; null without one
 * @param lead seconds of that one that it begins with
 */
public record NewVideo(
        UUID id,
        UUID author,
        String model,
        String prompt,
        String language,
        MediaKey film,
        MediaKey clean,
        MediaKey poster,
        @Nullable MediaKey captions,
        @Nullable Strip strip,
        int width,
        int height,
        double seconds,
        boolean sound,
        int placeholder,
        long seed,
        @Nullable String plan,
        @Nullable String script,
        @Nullable UUID remixOf,
        @Nullable Kin kin,
        double lead) {

    /** A film of free words, which continues nothing or is a plain remix. */
    public NewVideo(
            UUID id,
            UUID author,
            String model,
            String prompt,
            String language,
            MediaKey film,
            MediaKey clean,
            MediaKey poster,
            @Nullable MediaKey captions,
            @Nullable Strip strip,
            int width,
            int height,
            double seconds,
            boolean sound,
            int placeholder,
            long seed,
            @Nullable String plan,
            @Nullable UUID remixOf) {
        this(
                id,
                author,
                model,
                prompt,
                language,
                film,
                clean,
                poster,
                captions,
                strip,
                width,
                height,
                seconds,
                sound,
                placeholder,
                seed,
                plan,
                null,
                remixOf,
                remixOf == null ? null : Kin.REMIX,
                0);
    }
}
