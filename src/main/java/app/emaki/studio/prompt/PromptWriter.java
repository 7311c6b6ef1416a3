package app.emaki.studio.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes parts as the text that {@link PromptReader} reads back: free words first, then a label for each part. */
public final class PromptWriter {
    private final PromptLanguage language;
    private final List<String> lines = new ArrayList<>();

    private PromptWriter(PromptLanguage language) {
        this.language = language;
    }

    /** The text of a prompt in the given language. */
    public static String write(PromptParts parts, PromptLanguage language) {
        return new PromptWriter(language).text(parts);
    }

    private String text(PromptParts parts) {
        for (var part : Part.values()) {
            if (part == Part.EFFECTS) {
                shots(parts.shots());
                dialogue(parts.dialogue());
            }
            part(part, parts.text(part));
        }
        return String.join("\n", lines).stripTrailing();
    }

    private void part(Part part, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (part == Part.WORDS && text.lines().noneMatch(PromptReader::opensSomething)) {
            lines.add(text + "\n");
            return;
        }
        lines.add(label(part.key()) + indented(text));
    }

    private void shots(List<Shot> shots) {
        for (int i = 0; i < shots.size(); i++) {
            lines.add(shot(i + 1, shots.get(i)).stripTrailing());
        }
    }

    private String shot(int number, Shot shot) {
        boolean japanese = language == PromptLanguage.JA;
        var name = japanese ? "カット" + number : "Shot " + number;
        var inside = inside(shot);
        if (!inside.isEmpty()) {
            name += japanese ? "（" + inside + "）" : " (" + inside + ")";
        }
        return name + (japanese ? "：" : ": ") + shot.text();
    }

    private String inside(Shot shot) {
        if (shot.seconds() > 0) {
            var seconds = Seconds.write(shot.seconds(), language);
            return shot.camera().isEmpty() ? seconds : seconds + separator() + shot.camera();
        }
        return Seconds.startsWithSome(shot.camera()) ? separator().strip() + shot.camera() : shot.camera();
    }

    private String separator() {
        return language == PromptLanguage.JA ? "、" : "; ";
    }

    private void dialogue(List<SpokenLine> dialogue) {
        if (!dialogue.isEmpty()) {
            lines.add(label(Labels.DIALOGUE).stripTrailing());
            dialogue.forEach(line -> lines.add("  " + spoken(line)));
        }
    }

    private String spoken(SpokenLine line) {
        boolean japanese = language == PromptLanguage.JA;
        var when = line.at() < 0 ? "" : Seconds.write(line.at(), language);
        if (japanese) {
            return line.speaker() + (when.isEmpty() ? "" : "（" + when + "）") + "「" + line.text() + "」";
        }
        var who = line.speaker() + (when.isEmpty() ? "" : " (" + when + ")");
        return (who.isBlank() ? "" : who.strip() + ": ") + "“" + line.text() + "”";
    }

    private String label(String key) {
        return Labels.of(key, language) + (language == PromptLanguage.JA ? "：" : ": ");
    }

    private static String indented(String text) {
        return text.lines().collect(Collectors.joining("\n  "));
    }
}
