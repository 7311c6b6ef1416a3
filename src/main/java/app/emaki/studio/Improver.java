package app.emaki.studio;

import app.emaki.studio.coach.Coach;
import app.emaki.studio.coach.Composition;
import app.emaki.studio.coach.Note;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Improves a prompt: by a language model where one is configured and answers, else by the coach's own rules. */
@Component
class Improver {
    private static final int MOST_STEPS = 16;

    private final Coach coach;
    private final Listing listing;
    private final Writer writer;

    Improver(Coach coach, Listing listing, Writer writer) {
        this.coach = coach;
        this.listing = listing;
        this.writer = writer;
    }

    /** @param hushed rules that their author does not want to hear of */
    Improvement improve(Composition composition, Set<String> hushed) {
        if (composition.text().isBlank()) {
            return new Improvement(composition.text(), composition.text(), Improvement.By.RULES, java.util.List.of());
        }
        return writer.rewrite(composition)
                .map(words -> new Improvement(composition.text(), words, Improvement.By.WRITER, java.util.List.of()))
                .orElseGet(() -> byRules(composition, hushed));
    }

    /** Settles one note after the other, the gravest first, until none is left that words alone can settle. */
    private Improvement byRules(Composition composition, Set<String> hushed) {
        var settled = new ArrayList<String>();
        var passed = new HashSet<>(hushed);
        var better = composition;
        for (int step = 0; step < MOST_STEPS; step++) {
            var next =
                    coach.notes(better, passed).stream().filter(Note::fixable).findFirst();
            if (next.isEmpty()) {
                break;
            }
            var rule = next.get().rule();
            passed.add(rule);
            var mended = coach.mend(better, rule);
            // length and takes are settings, and not this button's to change
            if (!mended.text().equals(better.text()) && !mended.text().isBlank()) {
                better = better.saying(mended.text());
                settled.add(rule);
            }
        }
        if (!hushed.contains(Listing.LISTED)) {
            var unlisted = listing.mend(better);
            if (!unlisted.text().equals(better.text())) {
                better = unlisted;
                settled.add(Listing.LISTED);
            }
        }
        var by = writer.present() ? Improvement.By.RULES_INSTEAD : Improvement.By.RULES;
        return new Improvement(composition.text(), better.text(), by, settled);
    }
}
