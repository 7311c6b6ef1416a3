package app.emaki.model.kamishibai.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a voice: spectrum, pitch or voicing band.
 *
 * @param length numbers in a frame
 * @param spaces whether frames may have no value at all, as pitch has none in a hiss
 * @param spread how much the value should move over an utterance (mean and variance of that variance), if the voice says so
 */
@SuppressWarnings("ArrayRecordComponent") // tables of a voice, read once and shared
record VoiceStream(
        int length,
        boolean spaces,
        List<float[]> windows,
        List<DecisionTree> trees,
        float[][][] distributions,
        @Nullable DecisionTree spreadTree,
        float @Nullable [][] spread) {

    static VoiceStream read(VoiceFile file, String name, int states) {
        var length = file.number("VECTOR_LENGTH[" + name + "]");
        var spaces = file.value("IS_MSD[" + name + "]").equals("1");
        var windows = file.windows("STREAM_WIN[" + name + "]");
        var numbers = length * windows.size() * 2 + (spaces ? 1 : 0);
        var spreads = file.value("USE_GV[" + name + "]").equals("1");
        return new VoiceStream(
                length,
                spaces,
                windows,
                file.trees("STREAM_TREE[" + name + "]"),
                file.distributions("STREAM_PDF[" + name + "]", states, numbers),
                spreads ? file.trees("GV_TREE[" + name + "]").getFirst() : null,
                spreads ? file.distributions("GV_PDF[" + name + "]", 1, 2 * length)[0] : null);
    }

    /** Means of all windows, then their variances, then the chance of having a value where there may be none. */
    float[] distribution(int state, String label) {
        return distributions[state][trees.get(state).leaf(label)];
    }
}
