package app.emaki.studio;

import app.emaki.policy.ContentPolicy;
import app.emaki.policy.Verdict;
import app.emaki.policy.Verdict.Change;
import app.emaki.policy.Verdict.Effect;
import app.emaki.policy.Verdict.Piece;
import app.emaki.studio.coach.Composition;
import app.emaki.studio.coach.Note;
import app.emaki.studio.coach.Note.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The admin's lists as notes of the coach: names of people and of brands to think about, and words for which somebody looks at the
 * film before others do. What they forbid is told beside Generate instead.
 */
@Component
class Listing {
    /** A note like any other. */
    static final String LISTED = "listed";

    /** One that stays, since it is what will happen. */
    static final String HELD = "held";

    private final ContentPolicy policy;

    Listing(ContentPolicy policy) {
        this.policy = policy;
    }

    /** @param reason in the admin's own words */
    record Found(Note note, String reason) {}

    /**
     * What is on a list and not said by another note already.
     *
     * @param language of the reason, {@code ja} or {@code en}
     */
    Optional<Found> look(Composition composition, List<Note> others, String language) {
        var verdict = policy.check(composition.text(), language);
        var spans = spans(composition.text(), verdict.words());
        boolean told = verdict.effect() != Effect.HOLD
                && spans.stream().allMatch(span -> others.stream().anyMatch(note -> covers(note, span)));
        if (told || !speaks(verdict)) {
            return Optional.empty();
        }
        boolean fixable = !mended(verdict).isBlank();
        var rule = verdict.effect() == Effect.HOLD ? HELD : LISTED;
        return Optional.of(new Found(new Note(rule, spans, fixable), String.valueOf(verdict.rule())));
    }

    /** The composition as the lists would have it; unchanged when they say nothing, or nothing would be left. */
    Composition mend(Composition composition) {
        var verdict = policy.check(composition.text(), composition.language().code());
        var mended = speaks(verdict) ? mended(verdict) : "";
        return mended.isBlank() ? composition : composition.saying(mended);
    }

    private static boolean speaks(Verdict verdict) {
        return verdict.effect() == Effect.WARN || verdict.effect() == Effect.HOLD;
    }

    /** Lines keep their places, since they carry the parts of the prompt. */
    private static String mended(Verdict verdict) {
        return verdict.rewrite().stream()
                .filter(piece -> piece.change() != Change.GONE)
                .map(Piece::text)
                .collect(Collectors.joining())
                .replaceAll("(?<=\\S) {2,}", " ")
                .strip();
    }

    private static List<Span> spans(String text, List<String> words) {
        var spans = new ArrayList<Span>();
        for (var word : words) {
            for (int at = text.indexOf(word); at >= 0 && !word.isEmpty(); at = text.indexOf(word, at + word.length())) {
                spans.add(new Span(at, at + word.length()));
            }
        }
        return spans;
    }

    private static boolean covers(Note note, Span span) {
        return note.spans().stream().anyMatch(it -> it.from() <= span.from() && it.to() >= span.to());
    }
}
