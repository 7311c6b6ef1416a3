package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import org.bytedeco.ffmpeg.avutil.AVRational;

/** How many pictures make a second, and what that makes of seconds, pictures and samples. */
record Tempo(int perSecond) {

    AVRational rate() {
        return av_make_q(perSecond, 1);
    }

    /** At least one. */
    long frames(double seconds) {
        return Math.max(1, Math.round(seconds * perSecond));
    }

    double seconds(long frames) {
        return frames / (double) perSecond;
    }

    int samples(long frames) {
        return (int) Math.round(seconds(frames) * Sound.RATE);
    }
}
