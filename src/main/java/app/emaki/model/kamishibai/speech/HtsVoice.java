package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A voice: hidden Markov models of duration, spectrum, pitch and voicing.
 *
 * @param rate samples a second it was trained on
 * @param period samples from one frame to the next
 * @param warp of the frequency axis of its mel-cepstra
 * @param steady labels of silences, which do not count when the spread of a stream is adjusted
 */
@SuppressWarnings("ArrayRecordComponent") // tables of a voice, read once and shared
record HtsVoice(
        int rate,
        int period,
        int states,
        double warp,
        DecisionTree durationTree,
        float[][] durations,
        VoiceStream spectrum,
        VoiceStream pitch,
        @Nullable VoiceStream band,
        List<Pattern> steady) {

    private static final Map<String, HtsVoice> LOADED = new ConcurrentHashMap<>();

    /** The voice of that name from those that come with the program; read once. */
    static HtsVoice of(String name) {
        return LOADED.computeIfAbsent(name, HtsVoice::read);
    }

    private static HtsVoice read(String name) {
        var file = VoiceFile.read(name);
        var states = file.number("NUM_STATES");
        var streams = file.value("STREAM_TYPE").split(",", 0);
        var steady = new ArrayList<Pattern>();
        for (var quoted : file.value("GV_OFF_CONTEXT").split(",", 0)) {
            steady.add(new Pattern(quoted.substring(1, quoted.length() - 1)));
        }
        return new HtsVoice(
                file.number("SAMPLING_FREQUENCY"),
                file.number("FRAME_PERIOD"),
                states,
                warp(file.value("OPTION[" + streams[0] + "]")),
                file.trees("DURATION_TREE").getFirst(),
                file.distributions("DURATION_PDF", 1, 2 * states)[0],
                VoiceStream.read(file, streams[0], states),
                VoiceStream.read(file, streams[1], states),
                streams.length > 2 ? VoiceStream.read(file, streams[2], states) : null,
                steady);
    }

    private static double warp(String options) {
        return Arrays.stream(options.split(",", 0))
                .filter(option -> option.startsWith("ALPHA="))
                .mapToDouble(option -> Double.parseDouble(option.substring(6)))
                .findFirst()
                .orElse(0);
    }

    /** Frames that each state of a label lasts: the likely number, stretched most where it varies most. */
    int[] frames(String label, double speed) {
        var distribution = durations[durationTree.leaf(label)];
        double means = 0, variances = 0;
        for (var state = 0; state < states; state++) {
            means += distribution[state];
            variances += distribution[states + state];
        }
        var stretch = (means / speed - means) / variances;
        var frames = new int[states];
        for (var state = 0; state < states; state++) {
            frames[state] = Math.max(1, (int) (distribution[state] + stretch * distribution[states + state] + .5));
        }
        return frames;
    }

    boolean isSteady(String label) {
        return steady.stream().anyMatch(pattern -> pattern.matches(label));
    }
}
