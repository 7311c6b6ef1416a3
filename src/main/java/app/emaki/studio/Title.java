package app.emaki.studio;

import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.Shot;
import app.emaki.studio.prompt.Storyboard;
import java.util.stream.Stream;

/** A film without a name is called by its first words. */
final class Title {
    private static final int LONGEST_JA = 14;
    private static final int LONGEST_EN = 34;

    private Title() {}

    /** The first clause of a prompt, shortened where needed; empty for an empty prompt. */
    static String of(String text, PromptLanguage language) {
        return Storyboard.sentences(telling(PromptReader.read(text)), language).stream()
                .findFirst()
                .map(sentence -> shortened(sentence, language))
                .orElse("");
    }

    private static String telling(PromptParts parts) {
        var rest = Stream.of(Part.SCENE, Part.ACTION, Part.CAST, Part.STYLE).map(parts::text);
        var shots = Stream.concat(parts.shots().stream().map(Shot::text), rest);
        return Stream.concat(Stream.of(parts.text(Part.WORDS)), shots)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String shortened(String sentence, PromptLanguage language) {
        var bare = sentence.replaceFirst("[.。!！?？、,]+$", "");
        int longest = language == PromptLanguage.JA ? LONGEST_JA : LONGEST_EN;
        if (bare.codePointCount(0, bare.length()) <= longest) {
            return bare;
        }
        // a clause alone needs no particle that led on
        var clause = bare.split("[、,;；—]", 2)[0].strip().replaceFirst("(?<=.{3})[がはをにでもとへ]$", "");
        if (clause.codePointCount(0, clause.length()) <= longest && !clause.isEmpty()) {
            return clause;
        }
        var cut = clause.substring(0, clause.offsetByCodePoints(0, longest - 1));
        int space = language == PromptLanguage.JA ? -1 : cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut).strip() + "…";
    }
}
