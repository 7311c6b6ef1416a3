package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everybody met so far, so that "she" in the third shot is the girl of the first one. */
final class Troupe {
    private static final int MOST = 8;

    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final List<Actor> lately = new ArrayList<>();
    private boolean talks;
    private @Nullable Actor speaker;

    static Troupe of(List<Role> cast) {
        var troupe = new Troupe();
        for (Role role : cast) {
            troupe.actors.put(role.id(), Actor.from(role));
            troupe.lately.add(0, troupe.actors.get(role.id()));
        }
        return troupe;
    }

    /** Says that people talk with each other, so that each of two women is a woman of her own. */
    void talk() {
        talks = true;
    }

    boolean talks() {
        return talks;
    }

    /** Whoever spoke last. */
    @Nullable
    Actor speaker() {
        return speaker;
    }

    void spoke(Actor actor) {
        speaker = actor;
    }

    /** So many of one figure, each on their own; those who are known come first. */
    List<Actor> several(Figure figure, int count) {
        var found = new ArrayList<Actor>(actors.values().stream()
                .filter(a -> a.figure == figure && !a.crowd && a.sign == null && a.count == 1)
                .limit(count)
                .toList());
        while (found.size() < count && actors.size() < MOST) {
            found.add(enlist(Actor.prefix(figure), figure));
        }
        found.forEach(this::named);
        return found;
    }

    List<Actor> all() {
        return List.copyOf(actors.values());
    }

    boolean isEmpty() {
        return actors.isEmpty();
    }

    /** Whoever the story is about: the last one named, crowds aside. */
    @Nullable
    Actor protagonist() {
        return last(a -> !a.crowd);
    }

    @Nullable
    Actor last(Predicate<Actor> suited) {
        for (int i = lately.size() - 1; i >= 0; i--) {
            if (suited.test(lately.get(i))) {
                return lately.get(i);
            }
        }
        return null;
    }

    void named(Actor actor) {
        lately.remove(actor);
        lately.add(actor);
    }

    @Nullable
    Actor byName(String word) {
        String plain = Tokens.plain(word);
        return actors.values().stream()
                .filter(a -> plain.equals(a.id)
                        || (a.name != null && Tokens.plain(a.name).equals(plain)))
                .findFirst()
                .orElse(null);
    }

    /** The one of this figure who is known, or somebody new. */
    Actor meet(Figure figure, boolean another) {
        Actor known = another ? null : last(a -> a.figure == figure && !a.crowd && a.sign == null);
        Actor actor = known == null ? enlist(Actor.prefix(figure), figure) : known;
        named(actor);
        return actor;
    }

    Actor enlist(String prefix, Figure figure) {
        if (actors.size() >= MOST) {
            Actor last = last(a -> true);
            if (last != null) {
                return last;
            }
        }
        int number = 1;
        while (actors.containsKey(prefix + "-" + number)) {
            number++;
        }
        var actor = new Actor(prefix + "-" + number, figure);
        actors.put(actor.id, actor);
        lately.add(actor);
        return actor;
    }

    /** Somebody with a name of their own; the id carries it, so that a remix knows them again. */
    Actor introduce(String name, Figure figure) {
        Actor known = byName(name);
        if (known != null) {
            named(known);
            return known;
        }
        Actor actor = enlist(Actor.prefix(figure), figure);
        if (actor.name == null) {
            actor.name = name;
        }
        named(actor);
        return actor;
    }

    /** Women and men in about equal numbers. */
    List<Actor> people(int count, boolean crowd) {
        String prefix = crowd ? "crowd" : null;
        var people = new ArrayList<Actor>();
        for (Figure figure : List.of(Figure.WOMAN, Figure.MAN)) {
            int share = figure == Figure.WOMAN ? (count + 1) / 2 : count / 2;
            Actor known = last(a -> a.crowd == crowd && a.figure == figure);
            if (share > 0) {
                Actor actor = known == null
                        ? enlist(prefix == null ? figure.name().toLowerCase(Locale.ROOT) : prefix, figure)
                        : known;
                actor.count = Math.max(actor.count, share);
                actor.crowd = crowd;
                people.add(actor);
            }
        }
        return people;
    }

    void dismiss(Predicate<Actor> unwanted) {
        actors.values().removeIf(unwanted);
        lately.removeIf(unwanted);
    }
}
