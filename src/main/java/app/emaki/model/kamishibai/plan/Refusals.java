package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must not be in the film: "no rain", 雨なし, and everything named in the part to avoid. */
final class Refusals {
    private static final Pattern PARTICLES = Pattern.compile("[\\sはがもをのでに的やとくさな]{0,4}");
    private static final Pattern LINK_JA = Pattern.compile("\\s*(?:も|や|と|・|か|または|及び)\\s*");
    private static final Pattern LINK_EN =
            Pattern.compile("\\s*,?\\s*(?:or|nor|and)\\s+(?:any\\s+|no\\s+|without\\s+)?");
    private static final Pattern SMALL_WORDS =
            Pattern.compile("[ -]*(?:(?:any|a|an|the|be|have|use|show|include|more|of|single|visible|much)\\s+)*");

    private final Set<Concept> refused = new LinkedHashSet<>();

    Refusals(@Nullable String avoid) {
        if (avoid != null) {
            Lexicon.standard().read(avoid).forEach(this::add);
        }
    }

    /** Marks the hits that a negation refuses and remembers what they mean. */
    List<Hit> read(String text, List<Hit> hits) {
        String plain = Tokens.plain(text);
        var out = new ArrayList<>(hits);
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).has(Kind.NOT, "BEFORE")) {
                forwards(plain, out, i);
            } else if (hits.get(i).has(Kind.NOT, "AFTER")) {
                backwards(plain, out, i);
            }
        }
        return List.copyOf(out);
    }

    private void forwards(String plain, List<Hit> hits, int not) {
        int end = hits.get(not).end();
        Pattern between = SMALL_WORDS;
        for (int i = not + 1; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.has(Kind.IGNORE)) {
                continue;
            }
            if (!hit.meaningful()
                    || !between.matcher(plain.substring(end, hit.start())).matches()) {
                return;
            }
            refuse(hits, i);
            end = hit.end();
            between = LINK_EN;
        }
    }

    private void backwards(String plain, List<Hit> hits, int not) {
        int start = hits.get(not).start();
        Pattern between = PARTICLES;
        for (int i = not - 1; i >= 0; i--) {
            Hit hit = hits.get(i);
            if (hit.end() > start
                    || !hit.meaningful()
                    || !between.matcher(plain.substring(hit.end(), start)).matches()) {
                return;
            }
            refuse(hits, i);
            start = hit.start();
            between = LINK_JA;
        }
    }

    private void refuse(List<Hit> hits, int i) {
        hits.set(i, hits.get(i).refuse());
        add(hits.get(i));
    }

    private void add(Hit hit) {
        hit.concepts().stream()
                .filter(c -> !c.is(Kind.COUNT) && !c.is(Kind.COLOUR))
                .forEach(refused::add);
    }

    /** Whether somebody asked that this be left out. */
    boolean contain(Concept concept) {
        return refused.contains(concept)
                || (concept.is(Kind.FIGURE) && human(concept) && refusesPeople())
                || (concept.is(Kind.TOPIC, "CROWD") && refusesPeople());
    }

    boolean contain(Enum<?> value) {
        return contain(Concept.of(value));
    }

    boolean topic(String name) {
        return refused.contains(new Concept(Kind.TOPIC, name));
    }

    boolean refusesPeople() {
        return topic("PEOPLE") || topic("EMPTY");
    }

    static boolean human(Concept figure) {
        return switch (figure.name()) {
            case "WOMAN", "MAN", "CHILD", "ELDER", "SCHOOLGIRL", "SAMURAI", "ASTRONAUT" -> true;
            default -> false;
        };
    }

    /** A place without people was asked for in so many words. */
    void emptyOfPeople() {
        refused.add(new Concept(Kind.TOPIC, "EMPTY"));
    }

    /** The hits that are left when what is refused is taken out. */
    List<Hit> sift(List<Hit> hits) {
        return hits.stream()
                .filter(h -> !h.refused())
                .map(h -> h.without(this::contain))
                .filter(h -> !h.concepts().isEmpty())
                .toList();
    }
}
