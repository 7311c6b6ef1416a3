package app.emaki.studio.coach;

import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.Shot;
import app.emaki.studio.prompt.SpokenLine;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rule may count; the limits stand in the rules. */
enum Measure {
    WORDS((composition, find) -> composition.words()),
    WORDS_PER_SECOND((composition, find) -> composition.words() < 60 ? 0 : composition.words() / composition.seconds()),
    SECONDS_PER_WORD((composition, find) -> {
        double words = composition.words();
        return words < 4 || composition.seconds() < 8 ? 0 : composition.seconds() / words;
    }),
    SECONDS_PER_SHOT((composition, find) -> {
        var shots = composition.parts().shots();
        return shots.isEmpty() ? Double.MAX_VALUE : (double) composition.seconds() / shots.size();
    }),
    /** How far the shots are from filling the film, when each has its seconds. */
    SHOT_GAP((composition, find) -> {
        var shots = composition.parts().shots();
        boolean timed = !shots.isEmpty() && shots.stream().allMatch(shot -> shot.seconds() > 0);
        return timed ? Math.abs(composition.parts().seconds() - composition.seconds()) : 0;
    }),
    /** By how much the spoken lines outlast the film. */
    SPEECH_OVER(
            (composition, find) -> spoken(composition) == 0 ? 0 : spoken(composition) + 0.4 - composition.seconds()),
    SECONDS_UNCUT((composition, find) ->
            composition.parts().shots().isEmpty() && !find.found(composition.text()) ? composition.seconds() : 0),
    TURNS((composition, find) -> composition.parts().shots().isEmpty()
            ? find.hits(composition.text()).size()
            : 0),
    PLACES((composition, find) -> composition.parts().shots().isEmpty()
            ? find.hits(composition.text()).stream()
                    .map(hit -> hit.match().group())
                    .distinct()
                    .count()
            : 0),
    TAKES((composition, find) -> composition.takes()),
    PHONE((composition, find) -> PhoneNumbers.in(composition.text()).size());

    private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}\\p{Nd}]+(?:['’-]\\p{IsLatin}+)*");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}ー]");
    private static final Pattern QUOTED = Pattern.compile("「([^」]*)」|“([^”]*)”|\"([^\"]*)\"");

    private final ToDoubleBiFunction<Composition, Expressions> of;

    Measure(ToDoubleBiFunction<Composition, Expressions> of) {
        this.of = of;
    }

    double of(Composition composition, Expressions find) {
        return of.applyAsDouble(composition, find);
    }

    /** How much a text says, in English words. */
    static double words(String text) {
        return LATIN_WORD.matcher(text).results().count()
                + JAPANESE.matcher(text).results().count() * 0.4;
    }

    private static double spoken(Composition composition) {
        var parts = composition.parts();
        var free = Stream.concat(
                Stream.of(parts.text(Part.WORDS), parts.text(Part.ACTION)),
                parts.shots().stream().map(Shot::text));
        var quoted = free.flatMap(text -> QUOTED.matcher(text).results().map(match -> match.group()));
        return Stream.concat(parts.dialogue().stream().map(SpokenLine::text), quoted)
                .mapToDouble(Measure::secondsToSay)
                .sum();
    }

    /** At the pace of a calm reader: seven Japanese characters or two and a half English words a second. */
    private static double secondsToSay(String text) {
        return LATIN_WORD.matcher(text).results().count() / 2.5
                + JAPANESE.matcher(text).results().count() / 7.0;
    }
}
