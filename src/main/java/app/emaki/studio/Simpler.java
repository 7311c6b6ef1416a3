package app.emaki.studio;

import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.Shot;
import app.emaki.studio.prompt.Storyboard;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A prompt with less motion in it: one shot, one action, one move of the camera. Who is there, where and how it looks stay. */
final class Simpler {
    private static final int SENTENCES = 2;
    private static final Pattern NEXT_DEED =
            Pattern.compile("(?i)(?:[,;]\\s*)?\\b(?:and then|then|while|after which)\\b|、?(?:そして|それから|その後|すると)");
    private static final Pattern NEXT_MOVE = Pattern.compile("[,;、；]|(?i)\\bthen\\b");

    private Simpler() {}

    static PromptParts of(PromptParts parts, PromptLanguage language) {
        var calm = parts.with(Part.WORDS, words(parts.text(Part.WORDS), language))
                .with(Part.ACTION, deed(parts.text(Part.ACTION), language))
                .with(Part.CAMERA, first(NEXT_MOVE, parts.text(Part.CAMERA)));
        if (parts.shots().isEmpty()) {
            return calm;
        }
        var shot = parts.shots().getFirst();
        var only = new Shot(parts.seconds(), first(NEXT_MOVE, shot.camera()), deed(shot.text(), language));
        return calm.withShots(List.of(only));
    }

    private static String words(String text, PromptLanguage language) {
        var few = Storyboard.sentences(text, language).stream()
                .limit(SENTENCES)
                .map(sentence -> ended(first(NEXT_DEED, sentence), sentence))
                .collect(Collectors.joining(language == PromptLanguage.JA ? "" : " "));
        return few.isBlank() ? text : few;
    }

    private static String deed(String text, PromptLanguage language) {
        return Storyboard.sentences(text, language).stream()
                .findFirst()
                .map(sentence -> ended(first(NEXT_DEED, sentence), sentence))
                .orElse(text);
    }

    private static String first(Pattern border, String text) {
        var first = border.split(text, 2)[0].strip();
        return first.isEmpty() ? text : first;
    }

    /** A sentence that was cut keeps its stop. */
    private static String ended(String cut, String whole) {
        var last = whole.isEmpty() ? "" : whole.substring(whole.length() - 1);
        return ".。!！?？".contains(last) && !cut.endsWith(last) ? cut + last : cut;
    }
}
