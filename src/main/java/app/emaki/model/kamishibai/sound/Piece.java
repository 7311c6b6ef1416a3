package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import java.util.List;

/**
 * What a mood is made of: how fast, on which scale, over which chords.
 *
 * @param tempo quarter notes a minute
 * @param scale semitones above the key note
 * @param harmony semitones of the seven notes that chords are built on
 * @param roads orders of chords, as steps of the harmony; one is chosen by chance
 */
@SuppressWarnings("ArrayRecordComponent") // read by index in every bar, never compared
record Piece(double tempo, int key, int[] scale, int[] harmony, List<int[]> roads) {
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};
    private static final int[] DORIAN = {0, 2, 3, 5, 7, 9, 10};
    private static final int[] YO = {0, 2, 5, 7, 9};
    private static final int[] HIRAJOSHI = {0, 2, 3, 7, 8};
    private static final int[] MIYAKO = {0, 1, 5, 7, 8};
    private static final int[] BRIGHT_FIVE = {0, 2, 4, 7, 9};

    static Piece of(Mood mood) {
        return switch (mood) {
            case CALM ->
                new Piece(
                        68, 62, YO, MAJOR, List.of(new int[] {0, 3, 5, 4}, new int[] {0, 5, 3, 4}, new int[] {0, 2, 3, 0
                        }));
            case BRIGHT ->
                new Piece(
                        116, 60, BRIGHT_FIVE, MAJOR, List.of(new int[] {0, 4, 5, 3}, new int[] {0, 3, 0, 4}, new int[] {
                            5, 3, 0, 4
                        }));
            case TENSE ->
                new Piece(104, 57, MIYAKO, MINOR, List.of(new int[] {0, 0, 5, 4}, new int[] {0, 5, 0, 6}, new int[] {
                    0, 3, 0, 4
                }));
            case SAD ->
                new Piece(60, 57, HIRAJOSHI, MINOR, List.of(new int[] {0, 5, 2, 6}, new int[] {0, 3, 5, 4}, new int[] {
                    5, 6, 0, 0
                }));
            case EPIC ->
                new Piece(96, 50, MINOR, MINOR, List.of(new int[] {0, 5, 2, 6}, new int[] {0, 6, 5, 6}, new int[] {
                    0, 2, 5, 4
                }));
            case PLAYFUL ->
                new Piece(
                        126, 65, BRIGHT_FIVE, MAJOR, List.of(new int[] {0, 0, 3, 4}, new int[] {0, 1, 4, 0}, new int[] {
                            0, 5, 1, 4
                        }));
            case MYSTERIOUS ->
                new Piece(72, 59, MIYAKO, DORIAN, List.of(new int[] {0, 1, 0, 6}, new int[] {0, 3, 6, 0}, new int[] {
                    0, 4, 1, 0
                }));
            case NONE -> throw new IllegalArgumentException("a film without a mood has no piece");
        };
    }

    /** A note of the scale above the key, which may lie several octaves up or down. */
    double note(int step, int transposed) {
        var octave = Math.floorDiv(step, scale.length);
        return hertz(key + transposed + 12 * octave + scale[Math.floorMod(step, scale.length)]);
    }

    /** A note of the chord on a step of the harmony: index 0, 1, 2 is root, third, fifth, 3 the octave, and so on. */
    double chord(int root, int index, int transposed) {
        var step = root + 2 * Math.floorMod(index, 3);
        var octave = Math.floorDiv(step, harmony.length) + Math.floorDiv(index, 3);
        return hertz(key + transposed + 12 * octave + harmony[Math.floorMod(step, harmony.length)]);
    }

    private static double hertz(int midi) {
        return 440 * Math.pow(2, (midi - 69) / 12.0);
    }
}
