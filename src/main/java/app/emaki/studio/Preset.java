package app.emaki.studio;

import app.emaki.model.Aspect;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Phrases and settings under a name, to lay over any prompt.
 *
 * @param text parts of a prompt, as the composer writes them
 * @param film settings; null when only words are kept
 */
record Preset(UUID id, String name, String text, @Nullable Film film) {

    /** What a preset keeps of a film's settings. */
    record Film(String model, Aspect aspect, int seconds, int lines, boolean sound, int takes) {
        static Film of(Draft draft) {
            return new Film(
                    draft.model(), draft.aspect(), draft.seconds(), draft.lines(), draft.sound(), draft.takes());
        }
    }

    /** The parts that a preset may keep, in the order of the composer. */
    static final List<Part> PARTS = List.of(
            Part.STYLE,
            Part.SCENE,
            Part.CAST,
            Part.CAMERA,
            Part.EFFECTS,
            Part.AMBIENCE,
            Part.MUSIC,
            Part.AVOID,
            Part.KEEP);

    public String publicId() {
        return PublicId.of(id);
    }

    /** These parts of a prompt and none else. */
    static PromptParts only(PromptParts parts, Set<Part> wanted) {
        var kept = new EnumMap<Part, String>(Part.class);
        PARTS.stream().filter(wanted::contains).forEach(part -> kept.put(part, parts.text(part)));
        return new PromptParts(kept, List.of(), List.of());
    }

    /** The prompt with this preset's parts in the place of its own. */
    PromptParts over(PromptParts parts) {
        var laid = parts;
        for (var part : PromptReader.read(text).texts().entrySet()) {
            laid = laid.with(part.getKey(), part.getValue());
        }
        return laid;
    }

    /** What is in it, in one line. */
    public String summary() {
        return String.join(" · ", PromptReader.read(text).texts().values());
    }
}
