package app.emaki.media.mastering;

import org.jspecify.annotations.Nullable;

/** The sound of a film that is put together: parts by different hands neither jump nor click where they meet. */
final class Mix {
    private static final double CLICK_SECONDS = 0.02;

    private final Tempo tempo;
    private final float[][] sound;
    private long frames;
    private boolean heard;

    /** @param all pictures of the whole */
    Mix(Tempo tempo, long all) {
        this.tempo = tempo;
        this.sound = new float[2][tempo.samples(all)];
    }

    /** The next part as it is, for so many pictures; null for silence. */
    Mix add(float @Nullable [][] part, long pictures) {
        int from = tempo.samples(frames);
        frames += pictures;
        int until = tempo.samples(frames);
        if (part != null && !Loudness.silent(part)) {
            heard = true;
            int count = Math.min(part[0].length, until - from);
            soften(part, count);
            System.arraycopy(part[0], 0, sound[0], from, count);
            System.arraycopy(part[1], 0, sound[1], from, count);
        }
        return this;
    }

    /** As {@link #add}, as loud as every other part. */
    Mix addLevelled(float @Nullable [][] part, long pictures) {
        if (part != null && !Loudness.silent(part)) {
            Loudness.normalise(part);
        }
        return add(part, pictures);
    }

    /** All parts; null when nothing is heard in any. */
    float @Nullable [][] whole() {
        return heard ? sound : null;
    }

    private static void soften(float[][] part, int count) {
        int edge = Math.min(count / 2, (int) (CLICK_SECONDS * Sound.RATE));
        for (var channel : part) {
            for (int i = 0; i < edge; i++) {
                channel[i] *= (float) i / edge;
                channel[count - 1 - i] *= (float) i / edge;
            }
        }
    }
}
