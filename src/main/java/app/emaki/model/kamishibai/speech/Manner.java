package app.emaki.model.kamishibai.speech;

/**
 * How a voice is used.
 *
 * @param voice name of the voice file
 * @param speed 1 as trained
 * @param semitones up or down
 * @param throat length of the throat against the trained speaker's: below 1 a child's, above 1 a giant's
 * @param range how far pitch moves, 1 as trained and 0 for a monotone
 */
public record Manner(String voice, double speed, double semitones, double throat, double range) {

    public static Manner plain(String voice) {
        return new Manner(voice, 1, 0, 1, 1);
    }
}
