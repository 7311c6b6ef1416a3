package app.emaki.studio.coach;

import app.emaki.studio.coach.Note.Span;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.Storyboard;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What one touch can do to a composition. */
enum Fix {
    /** Says the phrase in a part. */
    ADD((composition, rule) -> composition.saying(composition
            .parts()
            .plus(
                    java.util.Objects.requireNonNull(rule.into()),
                    rule.phrase(composition.language()),
                    composition.language()))),
    /** Puts the phrase in the place of what was found. */
    REPLACE((composition, rule) -> composition.saying(replaced(composition, rule))),
    /** Takes out what was found. */
    REMOVE((composition, rule) -> composition.saying(removed(composition, rule))),
    /** Takes out what was found and says it under what to avoid. */
    MOVE((composition, rule) -> {
        var parts = composition.parts();
        for (var found : rule.found(composition)) {
            parts = parts.plus(Part.AVOID, expanded(rule, found), composition.language());
        }
        var words = PromptReader.read(removed(composition, rule)).text(Part.WORDS);
        return composition.saying(parts.with(Part.WORDS, words));
    }),
    /** Makes a shot of each sentence. */
    SPLIT((composition, rule) ->
            composition.saying(Storyboard.split(composition.parts(), composition.seconds(), composition.language()))),
    /** Makes the film as long as its shots where that can be, and else stretches the shots over the film. */
    SCALE((composition, rule) -> {
        long whole = Math.round(composition.parts().seconds());
        return whole == composition.parts().seconds()
                        && whole >= composition.shortest()
                        && whole <= composition.longest()
                ? composition.lasting((int) whole)
                : composition.saying(composition
                        .parts()
                        .withShots(Storyboard.scaled(composition.parts().shots(), composition.seconds())));
    }),
    LONGER((composition, rule) -> composition.lasting(composition.seconds() + Math.max(2, composition.seconds() / 2))),
    SHORTER((composition, rule) -> composition.lasting(composition.seconds() / 2)),
    TAKES((composition, rule) -> composition.taken(2));

    private static final Pattern SPACES = Pattern.compile("[ \\t]{2,}|[ \\t]+(?=[.,;、。])");
    private static final Pattern LEFT_ALONE =
            Pattern.compile("([,、;])\\s*(?=[.。,、;])|(?<=[.。]|^)\\s*[,、;.。]+", Pattern.MULTILINE);

    private final BiFunction<Composition, Rule, Composition> change;

    Fix(BiFunction<Composition, Rule, Composition> change) {
        this.change = change;
    }

    Composition apply(Composition composition, Rule rule) {
        return change.apply(composition, rule);
    }

    private static String replaced(Composition composition, Rule rule) {
        var text = new StringBuilder(composition.text());
        for (var found : rule.found(composition).reversed()) {
            text.replace(found.span().from(), found.span().to(), expanded(rule, found));
        }
        return text.toString();
    }

    private static String removed(Composition composition, Rule rule) {
        var text = new StringBuilder(composition.text());
        List<Span> spans = rule.look(composition).map(Note::spans).orElse(List.of());
        spans.stream()
                .sorted((a, b) -> b.from() - a.from())
                .forEach(span -> text.delete(span.from(), Math.min(span.to(), text.length())));
        return LEFT_ALONE
                .matcher(SPACES.matcher(text).replaceAll(match -> match.group().length() > 1 ? " " : ""))
                .replaceAll("")
                .strip();
    }

    /** The phrase in the language of what was found, with its first group in the place of {@code $1}. */
    private static String expanded(Rule rule, Rule.Found found) {
        var phrase = rule.phrase(found.language());
        var group = phrase.contains("$1") ? found.match().group(1) : null;
        return group == null ? phrase : phrase.replace("$1", group.strip());
    }
}
