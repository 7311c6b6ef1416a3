package app.emaki.model.kamishibai.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code .htsvoice} file, version 1.0: a header of lines {@code KEY:value} and, behind it, the parts it points at. */
final class VoiceFile {
    private static final String DATA = "[DATA]\n";

    private final Map<String, String> header = new HashMap<>();
    private final byte[] bytes;
    private final int data;

    private VoiceFile(byte[] bytes) {
        this.bytes = bytes;
        var text = new String(bytes, 0, Math.min(bytes.length, 16_384), StandardCharsets.ISO_8859_1);
        data = text.indexOf(DATA) + DATA.length();
        for (var line : text.substring(0, data).split("\n", 0)) {
            var colon = line.indexOf(':');
            if (colon > 0)
                header.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    static VoiceFile read(String name) {
        try (var in = VoiceFile.class.getResourceAsStream("/kamishibai/voices/" + name + ".htsvoice")) {
            if (in == null) throw new IllegalArgumentException("there is no voice " + name);
            return new VoiceFile(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String value(String key) {
        return header.getOrDefault(key, "");
    }

    int number(String key) {
        return Integer.parseInt(value(key));
    }

    List<DecisionTree> trees(String key) {
        return DecisionTree.read(texts(key).getFirst());
    }

    /** The windows of a stream: how a frame's neighbours weigh in its value, slope and bend. */
    List<float[]> windows(String key) {
        var windows = new ArrayList<float[]>();
        for (var text : texts(key)) {
            var words = text.strip().split("\\s+", 0);
            var weights = new float[Integer.parseInt(words[0])];
            for (var i = 0; i < weights.length; i++) weights[i] = Float.parseFloat(words[i + 1]);
            windows.add(weights);
        }
        return windows;
    }

    /** Distributions as [tree][leaf][numbers]. */
    float[][][] distributions(String key, int trees, int numbers) {
        var range = ranges(key).getFirst();
        var in = ByteBuffer.wrap(bytes, range[0], range[1] - range[0]).order(ByteOrder.LITTLE_ENDIAN);
        var all = new float[trees][][];
        for (var i = 0; i < trees; i++) all[i] = new float[in.getInt()][numbers];
        for (var tree : all) {
            for (var leaf : tree) for (var i = 0; i < numbers; i++) leaf[i] = in.getFloat();
        }
        return all;
    }

    private List<String> texts(String key) {
        return ranges(key).stream()
                .map(range -> new String(bytes, range[0], range[1] - range[0], StandardCharsets.ISO_8859_1))
                .toList();
    }

    private List<int[]> ranges(String key) {
        var ranges = new ArrayList<int[]>();
        for (var range : value(key).split(",", 0)) {
            var dash = range.indexOf('-');
            ranges.add(new int[] {
                data + Integer.parseInt(range.substring(0, dash)),
                data + Integer.parseInt(range.substring(dash + 1)) + 1
            });
        }
        return ranges;
    }
}
