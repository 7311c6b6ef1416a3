package app.emaki.model.kamishibai.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for: free text, structured parts, or both. A part that is given says what it says and is not looked for in
 * the text.
 *
 * @param text free words in Japanese or English; may be empty when there are parts
 * @param avoid what must not be in the film
 * @param keep what a remix leaves as it was
 */
public record Script(
        String text,
        @Nullable String style,
        @Nullable String scene,
        @Nullable String cast,
        @Nullable String action,
        @Nullable String camera,
        List<Shot> shots,
        List<Spoken> dialogue,
        @Nullable String sound,
        @Nullable String avoid,
        @Nullable String keep) {

    /**
     * One shot in words.
     *
     * @param camera how it is seen, null when that is left to the director or said in the text
     * @param seconds its length, null when that is left to the director
     */
    public record Shot(
            String text, @Nullable String camera, @Nullable Double seconds) {}

    /** A line to be said; {@code moment} in seconds from the start of the film, null for when it fits. */
    public record Spoken(
            @Nullable String speaker, String text, @Nullable Double moment) {}

    @SuppressWarnings("ConstantValue") // JSON may leave lists out
    public Script {
        text = text == null ? "" : text;
        shots = shots == null ? List.of() : List.copyOf(shots);
        dialogue = dialogue == null ? List.of() : List.copyOf(dialogue);
    }

    /** Words alone. */
    public static Script of(String text) {
        return new Script(text, null, null, null, null, null, List.of(), List.of(), null, null, null);
    }

    /**
     * Reads a script as JSON: an object with any of text (or words), style, scene, cast, action, camera, shots (text, camera,
     * seconds), dialogue (speaker, text, moment or at), sound (or effects, ambience, music), avoid, keep. Anything else is left aside.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    public static Script parse(String json) {
        return ScriptJson.read(json);
    }

    /** The same wish with other free words. */
    public Script withText(String words) {
        return new Script(words, style, scene, cast, action, camera, shots, dialogue, sound, avoid, keep);
    }

    /** The same wish with something that must not be in the film. */
    public Script avoiding(String unwanted) {
        return new Script(text, style, scene, cast, action, camera, shots, dialogue, sound, unwanted, keep);
    }
}
