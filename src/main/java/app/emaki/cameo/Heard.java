package app.emaki.cameo;

import java.util.Arrays;
import java.util.List;

/**
 * What was heard in a recording, by numbers alone: that somebody spoke, and about as much as the words take. It knows neither the
 * words nor the voice.
 *
 * @param seconds of the recording
 * @param voiced seconds in which a voice sounds
 * @param span seconds from the first sound of it to the last
 * @param syllables swells of the voice
 * @param level of the voice, in dB below full scale
 * @param clear how far it stands above the noise, in dB
 * @param lively how much its pitch moves, in parts of it; a tone does not
 */
record Heard(double seconds, double voiced, double span, int syllables, double level, double clear, double lively) {
    /** Longest recording. */
    static final int LONGEST = 12;

    private static final double FRAME = .03;
    private static final double HOP = .01;
    private static final double QUIET = -50;
    private static final double NOISY = 9;
    private static final double LEAST_VOICED = .7;
    private static final double LEAST_SPAN = 1;
    private static final double LIVELY = .03;
    /** More than one voice, or music. */
    private static final double SEVERAL = 1.6;

    private static final double DIP = 2;
    private static final double PERIODIC = .5;
    private static final int LOWEST = 70;
    private static final int HIGHEST = 420;
    private static final int RATE = 8000;

    /** Listens to a recording. */
    static Heard in(Recording recording) {
        var sound = coarse(recording);
        int frame = (int) (FRAME * RATE);
        int hop = (int) (HOP * RATE);
        int frames = Math.max(0, (sound.length - frame) / hop + 1);
        var level = new double[frames];
        for (int i = 0; i < frames; i++) {
            level[i] = decibels(sound, i * hop, frame);
        }
        if (frames == 0) {
            return new Heard(recording.seconds(), 0, 0, 0, -120, 0, 0);
        }
        double noise = quantile(level, .1);
        double loud = quantile(level, .95);
        double floor = Math.max(noise + Math.max(6, (loud - noise) * .4), QUIET - 5);
        var pitch = new double[frames];
        for (int i = 0; i < frames; i++) {
            pitch[i] = level[i] > floor ? pitch(sound, i * hop, frame) : 0;
        }
        return new Heard(
                recording.seconds(),
                Arrays.stream(pitch).filter(p -> p > 0).count() * HOP,
                span(pitch) * HOP,
                swells(level, pitch),
                loud,
                loud - noise,
                moves(pitch));
    }

    /** What is wrong with it for so many words, by the last part of its message; empty when nothing is. */
    List<String> hints(int words) {
        if (seconds > LONGEST) {
            return List.of("long");
        }
        if (level < QUIET) {
            return List.of("quiet");
        }
        if (clear < NOISY || lively > SEVERAL) {
            return List.of("noisy");
        }
        if (voiced < LEAST_VOICED || span < LEAST_SPAN || syllables < words) {
            return List.of("short");
        }
        return lively < LIVELY ? List.of("tone") : List.of();
    }

    /** Eight thousand samples a second, each the mean of those that it stands for. */
    private static double[] coarse(Recording recording) {
        var samples = recording.samples();
        double step = recording.rate() / (double) RATE;
        var coarse = new double[(int) (samples.length / step)];
        for (int i = 0; i < coarse.length; i++) {
            int from = (int) (i * step);
            int to = Math.max(from + 1, (int) ((i + 1) * step));
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += samples[j];
            }
            coarse[i] = sum / (to - from);
        }
        return coarse;
    }

    private static double decibels(double[] sound, int from, int length) {
        double mean = 0;
        double square = 0;
        for (int i = from; i < from + length; i++) {
            mean += sound[i] / length;
            square += sound[i] * sound[i] / length;
        }
        return 10 * Math.log10(Math.max(1e-12, square - mean * mean));
    }

    /** The pitch of a frame in which something swings regularly as a voice does; 0 for one without. */
    private static double pitch(double[] sound, int from, int length) {
        int longest = RATE / LOWEST;
        double best = PERIODIC;
        int lag = 0;
        for (int shift = RATE / HIGHEST; shift <= longest && from + length + shift < sound.length; shift++) {
            double ab = 0;
            double aa = 0;
            double bb = 0;
            for (int i = from; i < from + length; i++) {
                ab += sound[i] * sound[i + shift];
                aa += sound[i] * sound[i];
                bb += sound[i + shift] * sound[i + shift];
            }
            double alike = aa * bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
            // twice as long a swing fits as well; the shorter one is meant
            if (alike > best * (lag == 0 ? 1 : 1.05)) {
                best = alike;
                lag = shift;
            }
        }
        return lag == 0 ? 0 : RATE / (double) lag;
    }

    private static int span(double[] pitch) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < pitch.length; i++) {
            if (pitch[i] > 0) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? 0 : last - first + 1;
    }

    /** Swells of a voice, with a dip before the next one. */
    private static int swells(double[] level, double[] pitch) {
        int swells = 0;
        double top = -200;
        double bottom = 200;
        boolean rising = true;
        for (int i = 0; i < level.length; i++) {
            double here = smooth(level, i);
            if (rising) {
                top = Math.max(top, here);
                if (here < top - DIP) {
                    swells += voicedNear(pitch, i) ? 1 : 0;
                    rising = false;
                    bottom = here;
                }
            } else {
                bottom = Math.min(bottom, here);
                if (here > bottom + DIP) {
                    rising = true;
                    top = here;
                }
            }
        }
        return swells;
    }

    private static double smooth(double[] level, int at) {
        int from = Math.max(0, at - 2);
        int to = Math.min(level.length, at + 3);
        return Arrays.stream(level, from, to).average().orElse(-120);
    }

    private static boolean voicedNear(double[] pitch, int at) {
        return Arrays.stream(pitch, Math.max(0, at - 12), Math.min(pitch.length, at + 1))
                .anyMatch(p -> p > 0);
    }

    /** How much the pitch moves about its middle. */
    private static double moves(double[] pitch) {
        var heard = Arrays.stream(pitch).filter(p -> p > 0).toArray();
        if (heard.length < 10) {
            return 0;
        }
        double middle = quantile(heard, .5);
        return (quantile(heard, .85) - quantile(heard, .15)) / middle;
    }

    private static double quantile(double[] values, double part) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }
}
