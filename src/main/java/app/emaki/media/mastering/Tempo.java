package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import org.bytedeco.ffmpeg.avutil.AVRational;

/** How many pictures make a second, as a fraction, and what that makes of seconds, pictures and samples. */
record Tempo(int pictures, int ofSeconds) {

    static Tempo of(AVRational rate) {
        return new Tempo(rate.num(), rate.den());
    }

    AVRational rate() {
        return av_make_q(pictures, ofSeconds);
    }

    double perSecond() {
        return pictures / (double) ofSeconds;
    }

    /** At least one. */
    long frames(double seconds) {
        return Math.max(1, Math.round(seconds * perSecond()));
    }

    double seconds(long frames) {
        return frames / perSecond();
    }

    int samples(long frames) {
        return (int) Math.round(seconds(frames) * Sound.RATE);
    }
}
