package app.emaki.studio.prompt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic and first drafts of storyboards. */
public final class Storyboard {
    private static final double SHORTEST = 2;

    private Storyboard() {}

    /** The same shots, stretched evenly so that they fill so many seconds to the tenth. */
    public static List<Shot> scaled(List<Shot> shots, double seconds) {
        if (shots.isEmpty()) {
            return shots;
        }
        double sum = shots.stream().mapToDouble(Shot::seconds).sum();
        var scaled = new ArrayList<Shot>();
        double end = 0;
        double before = 0;
        for (var shot : shots) {
            end += sum == 0 ? seconds / shots.size() : shot.seconds() * seconds / sum;
            double until = Math.round(end * 10) / 10.0;
            scaled.add(new Shot(until - before, shot.camera(), shot.text()));
            before = until;
        }
        return scaled;
    }

    /** A shot for each sentence of the free words, as many as the seconds bear; a single sentence is seen from afar and near. */
    public static PromptParts split(PromptParts parts, double seconds, PromptLanguage language) {
        var sentences = sentences(parts.text(Part.WORDS), language);
        int most = (int) Math.max(1, seconds / SHORTEST);
        var shots = new ArrayList<Shot>();
        int each = (sentences.size() + most - 1) / most;
        for (int i = 0; i < sentences.size(); i += Math.max(1, each)) {
            shots.add(new Shot(1, "", joined(sentences.subList(i, Math.min(sentences.size(), i + each)), language)));
        }
        if (shots.size() == 1 && most > 1) {
            boolean japanese = language == PromptLanguage.JA;
            var only = shots.removeFirst();
            shots.add(new Shot(1, japanese ? "引き" : "wide", only.text()));
            shots.add(new Shot(
                    1, japanese ? "クローズアップ" : "close-up", japanese ? "同じ場面に近づく" : "closer on the same moment"));
        }
        return shots.isEmpty() ? parts : parts.with(Part.WORDS, "").withShots(scaled(shots, seconds));
    }

    private static String joined(List<String> sentences, PromptLanguage language) {
        return String.join(language == PromptLanguage.JA ? "" : " ", sentences);
    }

    /** The sentences of a text. */
    public static List<String> sentences(String text, PromptLanguage language) {
        var breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            var sentence = Clean.line(text.substring(start, end));
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
