package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who says what. */
final class Speakers {
    private final Casting cast;

    Speakers(Casting cast) {
        this.cast = cast;
    }

    void give() {
        Quote before = null;
        for (Quote quote : cast.passage.quotes()) {
            if (quote.sign()) {
                cast.scene.signs.add(Nouns.shorten(quote.text()));
            } else if (!cast.refusals.topic("SPEECH")) {
                Actor speaker = speaker(quote, before);
                before = quote;
                if (speaker != null) {
                    cast.troupe.spoke(speaker);
                }
                cast.scene.lines.add(new Scene.Say(
                        speaker,
                        quote.text(),
                        Feelings.of(quote.text(), cast.passage, cast.scene, speaker),
                        quote.at(),
                        null));
            }
        }
    }

    /** Two lines with nobody named between them are question and answer. */
    private @Nullable Actor answer(Quote quote, @Nullable Quote before) {
        Actor last = cast.troupe.speaker();
        boolean named = cast.mentions.stream()
                .anyMatch(m -> m.actors().size() == 1
                        && (m.start() >= (before == null ? 0 : before.at()))
                        && m.start() <= quote.at() + 14);
        if (last == null || named || !(before != null || cast.troupe.talks())) {
            return null;
        }
        List<Actor> able = cast.mentions.stream()
                .filter(m -> m.actors().size() > 1)
                .reduce((a, b) -> b)
                .map(Casting.Mention::actors)
                .orElseGet(cast.troupe::all);
        List<Actor> people = able.stream()
                .filter(a -> !a.crowd && a.figure != Figure.PROP)
                .filter(a -> a.human() || a.converses || able.stream().noneMatch(Actor::human))
                .toList();
        return people.size() < 2 ? null : people.get((people.indexOf(last) + 1) % people.size());
    }

    /** お母さん、子供が「…」: whoever stands right before the words says them. */
    private boolean beforeQuote(Casting.Mention mention, Quote quote) {
        return mention.end() <= quote.at()
                && cast.plain.substring(mention.end(), quote.at()).matches("[がはもの、]{1,2}");
    }

    private @Nullable Actor speaker(Quote quote, @Nullable Quote before) {
        boolean narrated = cast.plain.matches("(?s).*(?:ナレーション|ナレーター|narrator|narration|voice-?over|voice over).*");
        if (narrated) {
            return null;
        }
        Actor other = answer(quote, before);
        if (other != null) {
            cast.scene.present.add(other);
            return other;
        }
        Hit verb = cast.hits.stream()
                .filter(h -> h.has(Kind.ACTION, "SPEAK")
                        || h.has(Kind.ACTION, "SHOUT")
                        || h.has(Kind.ACTION, "SING")
                        || h.has(Kind.ACTION, "CRY")
                        || h.has(Kind.ACTION, "LAUGH"))
                .min(Comparator.comparingInt(h -> Math.abs(h.start() - quote.at())))
                .orElse(null);
        Casting.Mention best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Casting.Mention mention : cast.mentions) {
            if (mention.actors().stream().allMatch(a -> a.sign != null || a.figure == Figure.PROP)) {
                continue;
            }
            boolean inFront = mention.end() <= quote.at();
            int distance = inFront ? quote.at() - mention.end() : mention.start() - quote.at() + 6;
            if (verb != null && verb.start() > quote.at() && !inFront && mention.end() <= verb.end() + 16) {
                distance -= 12;
            }
            if (mention.object()) {
                distance += 20;
            }
            if (distance < bestDistance) {
                best = mention;
                bestDistance = distance;
            }
        }
        boolean opens = best == null && cast.troupe.talks() && cast.troupe.speaker() == null;
        if (opens) {
            Actor first = cast.troupe.all().stream()
                    .filter(a -> !a.crowd && (a.human() || a.converses))
                    .findFirst()
                    .orElse(null);
            if (first != null) {
                cast.scene.present.add(first);
                return first;
            }
        }
        Actor speaker = best == null
                ? cast.troupe.last(a -> !a.crowd && a.figure != Figure.PROP)
                : beforeQuote(best, quote)
                        ? best.actors().getLast()
                        : best.actors().getFirst();
        if (speaker != null) {
            cast.scene.present.add(speaker);
        }
        return speaker;
    }
}
