package app.emaki.model;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a model can do.
 *
 * @param lengths in seconds, every one that it makes, shortest first; see {@link #between}
 * @param lines resolutions as lines of the shorter side, lowest first, for instance 480, 720, 1080
 * @param negativePrompt whether it has a field of its own for what must not be seen
 * @param inputs what it can start from beside words
 */
public record Capabilities(
        Set<Aspect> aspects,
        List<Integer> lengths,
        List<Integer> lines,
        boolean sound,
        boolean seed,
        boolean negativePrompt,
        Set<Input> inputs,
        ProgressKind progress,
        CancelKind cancel) {

    public Capabilities {
        if (aspects.isEmpty() || lengths.isEmpty() || lines.isEmpty()) {
            throw new IllegalArgumentException("A model makes films of some shape, length and resolution");
        }
    }

    /** Every whole second from the first to the last. */
    public static List<Integer> between(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    public int minSeconds() {
        return lengths.getFirst();
    }

    public int maxSeconds() {
        return lengths.getLast();
    }

    /** Whether it makes films of just this length. */
    public boolean makes(int seconds) {
        return lengths.contains(seconds);
    }

    /** The length nearest to the one wished for; the longer one of two that are equally near. */
    public int nearest(int seconds) {
        return lengths.stream()
                .min(Comparator.<Integer>comparingInt(it -> Math.abs(it - seconds))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    public boolean takes(Input input) {
        return inputs.contains(input);
    }

    /** Whether it can tell a film otherwise. */
    public boolean remix() {
        return takes(Input.REMIX);
    }
}
