package app.emaki.studio.prompt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A prompt taken apart: plain texts by part, the storyboard and the dialogue, all in the prompt's own language. A part about
 * which nothing is said is absent.
 */
public record PromptParts(Map<Part, String> texts, List<Shot> shots, List<SpokenLine> dialogue) {

    public PromptParts {
        var clean = new EnumMap<Part, String>(Part.class);
        texts.forEach((part, text) -> {
            var value = Clean.block(text);
            if (!value.isEmpty()) {
                clean.put(part, value);
            }
        });
        texts = Collections.unmodifiableMap(clean);
        shots = List.copyOf(shots);
        dialogue = dialogue.stream().filter(line -> !line.text().isEmpty()).toList();
    }

    /** A prompt of free words alone. */
    public static PromptParts of(String words) {
        return new PromptParts(Map.of(Part.WORDS, words), List.of(), List.of());
    }

    /** What is said about a part, or an empty text. */
    public String text(Part part) {
        return texts.getOrDefault(part, "");
    }

    /** The same prompt with one part in other words. */
    public PromptParts with(Part part, String text) {
        var changed = new EnumMap<Part, String>(Part.class);
        changed.putAll(texts);
        changed.put(part, text);
        return new PromptParts(changed, shots, dialogue);
    }

    /** The same prompt with another storyboard. */
    public PromptParts withShots(List<Shot> others) {
        return new PromptParts(texts, others, dialogue);
    }

    /** The same prompt with a phrase added to a part, unless the part says it already. */
    public PromptParts plus(Part part, String phrase, PromptLanguage language) {
        var now = text(part);
        if (now.contains(phrase)) {
            return this;
        }
        return with(part, now.isEmpty() ? phrase : language.join(now, phrase));
    }

    /** Whether there is anything beside free words. */
    public boolean structured() {
        return !shots.isEmpty()
                || !dialogue.isEmpty()
                || texts.keySet().stream().anyMatch(part -> part != Part.WORDS);
    }

    /** Seconds of all shots together; 0 without a storyboard. */
    public double seconds() {
        return Math.round(shots.stream().mapToDouble(Shot::seconds).sum() * 10) / 10.0;
    }
}
