package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labels to sound, with one voice in one manner. */
final class Synthesiser {
    private static final double NO_VALUE = Double.NEGATIVE_INFINITY;

    private final HtsVoice voice;
    private final Manner manner;

    Synthesiser(Manner manner) {
        this.voice = HtsVoice.of(manner.voice());
        this.manner = manner;
    }

    /** A waveform at the rate of the voice, full scale at 1, and the frames each label lasted. */
    @SuppressWarnings("ArrayRecordComponent") // samples are handed on, never compared
    record Speech(float[] samples, int rate, List<Phone> phones) {}

    Speech speak(List<Label> labels) {
        var states = new ArrayList<State>();
        var phones = new ArrayList<Phone>();
        var frames = 0;
        for (var label : labels) {
            var start = frames;
            var durations = voice.frames(label.text(), manner.speed());
            for (var state = 0; state < durations.length; state++) {
                states.add(new State(label.text(), state, durations[state]));
                frames += durations[state];
            }
            phones.add(new Phone(label.phone(), seconds(start), seconds(frames)));
        }
        var counted = counted(states, frames);
        var spectra = courses(voice.spectrum(), states, frames, counted);
        var pitches = pitches(courses(voice.pitch(), states, frames, counted)[0]);
        var bands = voice.band() == null ? new double[0][0] : courses(voice.band(), states, frames, counted);
        return new Speech(sound(spectra, pitches, bands, frames), voice.rate(), phones);
    }

    private record State(String label, int index, int frames) {}

    private double seconds(int frames) {
        return frames * (double) voice.period() / voice.rate();
    }

    private boolean[] counted(List<State> states, int frames) {
        var counted = new boolean[frames];
        var at = 0;
        for (var state : states) {
            if (!voice.isSteady(state.label)) Arrays.fill(counted, at, at + state.frames, true);
            at += state.frames;
        }
        return counted;
    }

    /** The course of every number of a stream; frames without a value hold {@link #NO_VALUE}. */
    private double[][] courses(VoiceStream stream, List<State> states, int frames, boolean[] counted) {
        var distributions = new float[frames][];
        var at = 0;
        for (var state : states) {
            var distribution = stream.distribution(state.index, state.label);
            for (var i = 0; i < state.frames; i++) distributions[at++] = distribution;
        }
        var kept = new int[frames];
        var count = 0;
        for (var t = 0; t < frames; t++) if (!stream.spaces() || has(distributions[t])) kept[count++] = t;
        kept = Arrays.copyOf(kept, count);
        var courses = new double[stream.length()][frames];
        for (var number = 0; number < stream.length(); number++) {
            if (stream.spaces()) Arrays.fill(courses[number], NO_VALUE);
            if (count == 0) continue;
            var course = course(stream, number, distributions, kept, states.getFirst().label, counted);
            for (var i = 0; i < count; i++) courses[number][kept[i]] = course[i];
        }
        return courses;
    }

    private static boolean has(float[] distribution) {
        return distribution[distribution.length - 1] > .5;
    }

    private double[] course(
            VoiceStream stream, int number, float[][] distributions, int[] kept, String label, boolean[] counted) {
        var windows = stream.windows();
        var means = new double[windows.size()][kept.length];
        var precisions = new double[windows.size()][kept.length];
        var numbers = stream.length() * windows.size();
        for (var w = 0; w < windows.size(); w++) {
            var half = windows.get(w).length / 2;
            var place = w * stream.length() + number;
            for (var i = 0; i < kept.length; i++) {
                var whole = i >= half && i + half < kept.length && kept[i + half] - kept[i - half] == 2 * half;
                if (w > 0 && !whole) continue;
                means[w][i] = distributions[kept[i]][place];
                precisions[w][i] = 1 / distributions[kept[i]][numbers + place];
            }
        }
        if (windows.size() == 1) return means[0];
        var trajectory = new ParameterTrajectory(windows, means, precisions);
        var tree = stream.spreadTree();
        var spread = stream.spread();
        if (tree == null || spread == null) return trajectory.likeliest();
        var loud = new boolean[kept.length];
        for (var i = 0; i < kept.length; i++) loud[i] = counted[kept[i]];
        var wanted = spread[tree.leaf(label)];
        return trajectory.spread(loud, wanted[number], 1 / wanted[stream.length() + number]);
    }

    /** Logarithms of pitch to samples between pulses, 0 where there is no voice. */
    private double[] pitches(double[] logarithms) {
        var mean = Arrays.stream(logarithms)
                .filter(lf0 -> lf0 != NO_VALUE)
                .average()
                .orElse(0);
        var higher = manner.semitones() * Math.log(2) / 12;
        return Arrays.stream(logarithms)
                .map(lf0 ->
                        lf0 == NO_VALUE ? 0 : voice.rate() / Math.exp(mean + (lf0 - mean) * manner.range() + higher))
                .toArray();
    }

    private float[] sound(double[][] spectra, double[] pitches, double[][] bands, int frames) {
        var length = voice.spectrum().length();
        // a longer throat moves all resonances down; the warp of the axis does the same to the cepstrum
        var filter = new MlsaFilter(length, Math.clamp(voice.warp() - .35 * Math.log(manner.throat()), .1, .8));
        var excitation = new Excitation(bands.length, 1);
        var out = new float[frames * voice.period()];
        var now = filter.coefficients(frame(spectra, 0));
        var band = bands.length == 0 ? null : new double[bands.length];
        var steps = new double[length];
        for (var t = 0; t < frames; t++) {
            var next = filter.coefficients(frame(spectra, Math.min(t + 1, frames - 1)));
            for (var m = 0; m < length; m++) steps[m] = (next[m] - now[m]) / voice.period();
            if (band != null) for (var k = 0; k < band.length; k++) band[k] = bands[k][t];
            var ahead = pitches[Math.min(t + 1, frames - 1)];
            for (var i = 0; i < voice.period(); i++) {
                var glide = pitches[t] > 0 && ahead > 0 ? (ahead - pitches[t]) * i / voice.period() : 0;
                var source = excitation.next(pitches[t] + glide, band);
                out[t * voice.period() + i] = (float) (filter.filter(source, now) / 32_768);
                for (var m = 0; m < length; m++) now[m] += steps[m];
            }
            now = next;
        }
        return out;
    }

    private static double[] frame(double[][] spectra, int t) {
        var frame = new double[spectra.length];
        for (var m = 0; m < frame.length; m++) frame[m] = spectra[m][t];
        return frame;
    }
}
