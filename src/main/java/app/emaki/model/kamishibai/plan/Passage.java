package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words for one shot, read.
 *
 * @param seconds the length asked for, null when the director may choose
 * @param firm whether the author set this passage apart, so that it must not run into its neighbour
 */
record Passage(
        String text,
        List<Token> tokens,
        List<Hit> hits,
        List<Quote> quotes,
        @Nullable Double seconds,
        boolean firm) {

    Passage withHits(List<Hit> others) {
        return new Passage(text, tokens, others, quotes, seconds, firm);
    }

    /** This passage with the next one appended. */
    Passage and(Passage next) {
        int shift = text.length() + 1;
        return new Passage(
                text + "\n" + next.text,
                Stream.concat(
                                tokens.stream(),
                                next.tokens.stream()
                                        .map(t -> new Token(
                                                t.start() + shift,
                                                t.end() + shift,
                                                t.surface(),
                                                t.stem(),
                                                t.script(),
                                                t.part())))
                        .toList(),
                Stream.concat(
                                hits.stream(),
                                next.hits.stream()
                                        .map(h -> new Hit(
                                                h.start() + shift,
                                                h.end() + shift,
                                                h.words(),
                                                h.concepts(),
                                                h.refused())))
                        .toList(),
                Stream.concat(
                                quotes.stream(),
                                next.quotes.stream().map(q -> new Quote(q.at() + shift, q.text(), q.sign())))
                        .toList(),
                seconds == null
                        ? next.seconds
                        : next.seconds == null ? seconds : Double.valueOf(seconds + next.seconds),
                firm);
    }

    /** The concepts of one kind that are asked for, in reading order. */
    Stream<Concept> all(Kind kind) {
        return hits.stream()
                .filter(h -> !h.refused())
                .flatMap(h -> h.concepts().stream())
                .filter(c -> c.is(kind));
    }

    Optional<Concept> first(Kind kind) {
        return all(kind).findFirst();
    }

    <E extends Enum<E>> Optional<E> first(Kind kind, Class<E> type) {
        return first(kind).map(c -> c.as(type));
    }

    boolean has(Kind kind) {
        return first(kind).isPresent();
    }

    boolean has(Kind kind, String name) {
        return all(kind).anyMatch(c -> c.name().equals(name));
    }

    boolean hasSubject() {
        return has(Kind.FIGURE)
                || has(Kind.PRONOUN)
                || has(Kind.TOPIC, "CROWD")
                || has(Kind.COUNT, "PEOPLE")
                || hits.stream().anyMatch(hit -> Casting.TOGETHER.contains(hit.words()));
    }

    boolean spoken() {
        return quotes.stream().anyMatch(q -> !q.sign());
    }
}
