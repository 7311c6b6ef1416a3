package app.emaki.studio.coach;

import app.emaki.studio.coach.Note.Span;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the coach, as {@code studio/coach.json} states it.
 *
 * @param weight heavier notes stand first
 * @param find what to look for: its presence raises the note, or its absence when {@code missing} names a part
 * @param also must be there as well
 * @param missing the part that says it, so that nothing is missing when it is filled
 * @param unless no note when that part mentions this
 * @param words least amount of text for the rule to speak
 */
record Rule(
        String id,
        int weight,
        @Nullable Said find,
        @Nullable Said also,
        @Nullable Part missing,
        @Nullable Mention unless,
        @Nullable List<Part> unlessAny,
        @Nullable Measure measure,
        @Nullable Double above,
        @Nullable Double below,
        double words,
        boolean onlyWithSound,
        @Nullable Where where,
        @Nullable Fix fix,
        @Nullable Part into,
        @Nullable Phrase phrase) {

    Optional<Note> look(Composition composition) {
        if (composition.text().isBlank()
                || composition.words() < words
                || (onlyWithSound && !composition.sound())
                || excused(composition)) {
            return Optional.empty();
        }
        return raised(composition) ? Optional.of(new Note(id, spans(composition), fix != null)) : Optional.empty();
    }

    /** What was found, with the place of each in the whole text. */
    List<Found> found(Composition composition) {
        var looked = (where == null ? Where.EVERYWHERE : where).text(composition);
        return expressions(find).hits(looked.text()).stream()
                .filter(hit -> looked.shows(hit.match().start(), hit.match().end()))
                .map(hit -> new Found(
                        hit.language(),
                        hit.match(),
                        new Span(
                                hit.match().start() + looked.offset(),
                                hit.match().end() + looked.offset())))
                .toList();
    }

    /** The rule's phrase in a language. */
    String phrase(PromptLanguage language) {
        return phrase == null ? "" : language == PromptLanguage.JA ? phrase.ja() : phrase.en();
    }

    private boolean excused(Composition composition) {
        var parts = composition.parts();
        return (unless != null && unless.expressions().found(parts.text(unless.part())))
                || (unlessAny != null
                        && unlessAny.stream().anyMatch(part -> !parts.text(part).isEmpty()));
    }

    private boolean raised(Composition composition) {
        if (measure != null) {
            double value = measure.of(composition, expressions(find));
            return (above != null && value > above) || (below != null && value < below);
        }
        if (missing != null) {
            return composition.parts().text(missing).isEmpty()
                    && !expressions(find).found(composition.text());
        }
        return !found(composition).isEmpty()
                && (also == null || expressions(also).found(composition.text()));
    }

    private List<Span> spans(Composition composition) {
        if (measure == Measure.PHONE) {
            return PhoneNumbers.in(composition.text());
        }
        return measure == null && missing == null
                ? found(composition).stream().map(Found::span).toList()
                : List.of();
    }

    private static Expressions expressions(@Nullable Said said) {
        return said == null ? Expressions.NONE : said.expressions();
    }

    record Found(PromptLanguage language, java.util.regex.MatchResult match, Span span) {}

    record Phrase(String en, String ja) {}
}
