package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives those who were met their clothes, hair, colours and things. */
final class Dressing {
    /** What a thing can do as well as a person. */
    private static final Set<Action> LIFELESS =
            Set.of(Action.TURN, Action.FALL, Action.JUMP, Action.FLY, Action.STAND, Action.DANCE, Action.LOOK_UP);

    private final Casting cast;

    Dressing(Casting cast) {
        this.cast = cast;
    }

    void dress() {
        Integer colour = null;
        int colourEnd = -1;
        for (int i = 0; i < cast.hits.size(); i++) {
            Hit hit = cast.hits.get(i);
            if (hit.has(Kind.COLOUR) && !hit.has(Kind.FIGURE) && !hit.has(Kind.PROP)) {
                colour = Integer.valueOf(hit.first(Kind.COLOUR).orElseThrow().name(), 16);
                colourEnd = hit.end();
                continue;
            }
            Integer shade = colour != null
                            && hit.start() - colourEnd <= 10
                            && cast.gap(colourEnd, hit.start()).matches("[^、。,.がはを]*")
                    ? colour
                    : null;
            boolean worn = !hit.has(Kind.ACTION) && (hit.has(Kind.GARMENT) || hit.has(Kind.HAIR) || hit.has(Kind.PROP));
            if (hit.has(Kind.FIGURE)) {
                Actor actor = at(hit);
                if (actor != null && shade != null && cast.hits.get(i - 1).has(Kind.COLOUR)) {
                    actor.colours[0] = shade;
                    colour = null;
                }
            } else if (worn) {
                Prop prop = hit.first(Kind.PROP).map(c -> c.as(Prop.class)).orElse(null);
                List<Actor> wearers = prop != null && Goods.standing(prop) ? things(prop) : wearers(i);
                if (prop != null
                        && Goods.vehicle(prop)
                        && wearers.stream().allMatch(a -> a.alive() && !a.human())
                        && !ridden()) {
                    wearers = List.of(alone(hit, prop));
                }
                if (prop != null && acts(i, prop)) {
                    wearers = List.of(alone(hit, prop));
                }
                boolean carried = prop == null
                        || !Goods.personal(prop)
                        || wearers.stream().noneMatch(Actor::alive);
                for (Actor actor : wearers) {
                    if (carried && (actor.alive() || (prop != null && actor.sign == null))) {
                        actor.wear(hit, shade);
                    }
                }
                colour = null;
            }
        }
    }

    /** "An apple falls": the thing does something by itself. */
    private boolean acts(int i, Prop prop) {
        if (i + 1 >= cast.hits.size() || Goods.standing(prop)) {
            return false;
        }
        Hit next = cast.hits.get(i + 1);
        boolean itself = next.has(Kind.ACTION, "FALL") || next.has(Kind.ACTION, "TURN");
        return itself
                && next.start() >= cast.hits.get(i).end()
                && cast.plain.substring(cast.hits.get(i).end(), next.start()).matches(" |が|は|がくるくると?|がゆっくり");
    }

    private boolean ridden() {
        return cast.hits.stream().anyMatch(h -> h.has(Kind.ACTION, Action.RIDE.name()));
    }

    /** A boat that a whale swims past is nobody's. */
    private Actor alone(Hit hit, Prop prop) {
        Actor known = cast.troupe.last(a -> !a.alive() && a.props.contains(prop));
        Actor thing = known == null ? cast.troupe.enlist("prop", Figure.PROP) : known;
        cast.mention(hit.start(), hit.end(), List.of(thing));
        return thing;
    }

    private List<Actor> things(Prop prop) {
        return cast.mentions.stream()
                .flatMap(m -> m.actors().stream())
                .filter(a -> a.figure == Figure.PROP && a.props.contains(prop))
                .limit(1)
                .toList();
    }

    private @Nullable Actor at(Hit hit) {
        return cast.mentions.stream()
                .filter(m -> m.start() <= hit.start() && m.end() >= hit.end())
                .flatMap(m -> m.actors().stream())
                .filter(a -> hit.has(Kind.FIGURE, a.figure.name()))
                .findFirst()
                .orElse(null);
    }

    private List<Actor> wearers(int i) {
        Hit hit = cast.hits.get(i);
        boolean japanese = Tokens.of(hit.words()).stream().anyMatch(Token::japanese);
        for (Casting.Mention mention : cast.mentions) {
            boolean next = mention.actors().stream().anyMatch(Actor::alive)
                    && mention.start() >= hit.end()
                    && (japanese
                            ? Casting.TO_FIGURE_JA
                                    .matcher(cast.plain.substring(hit.end(), mention.start()))
                                    .matches()
                            : cast.plain
                                    .substring(hit.end(), mention.start())
                                    .matches("[ -](?:wearing |clad )?(?:young |old )?"));
            if (next) {
                return mention.actors();
            }
        }
        List<Actor> before = cast.mentions.stream()
                .filter(m -> m.end() <= hit.start() && m.actors().stream().anyMatch(Actor::alive))
                .reduce((a, b) -> b)
                .map(m -> nearest(m, hit))
                .orElse(List.of());
        if (!before.isEmpty()) {
            return before;
        }
        return cast.mentions.stream()
                .filter(m -> m.actors().stream().anyMatch(Actor::alive))
                .findFirst()
                .map(Casting.Mention::actors)
                .orElseGet(() -> wearerOf(hit));
    }

    /** In "a girl and a robot with an umbrella" the robot holds it; "a cat and a dog wearing hats" both. */
    private List<Actor> nearest(Casting.Mention mention, Hit hit) {
        return cast.plural(hit) ? mention.actors() : List.of(mention.actors().getLast());
    }

    private List<Actor> wearerOf(Hit hit) {
        Prop shown = hit.first(Kind.PROP).map(c -> c.as(Prop.class)).orElse(null);
        if (shown != null && cast.passage.has(Kind.FRAMING, "CLOSE")) {
            Actor thing = cast.troupe.last(a -> !a.alive() && a.props.contains(shown));
            Actor alone = thing == null ? cast.troupe.enlist("prop", Figure.PROP) : thing;
            cast.mention(hit.start(), hit.end(), List.of(alone));
            return List.of(alone);
        }
        Actor person = cast.troupe.last(a -> !a.crowd && a.alive());
        if (person != null) {
            cast.scene.present.add(person);
            return List.of(person);
        }
        Actor actor;
        Prop prop = hit.first(Kind.PROP).map(c -> c.as(Prop.class)).orElse(null);
        boolean done = cast.hits.stream()
                .flatMap(h -> h.first(Kind.ACTION).stream())
                .anyMatch(a -> !LIFELESS.contains(a.as(Action.class)));
        Actor beside = cast.troupe.last(a -> !a.alive());
        if (prop != null && (cast.refusals.refusesPeople() || (!done && (Goods.showable(prop) || beside != null)))) {
            Actor known = cast.troupe.last(a -> !a.alive() && a.props.contains(prop));
            actor = known == null ? cast.troupe.enlist("prop", Figure.PROP) : known;
            if (beside != null) {
                cast.scene.present.add(beside);
            }
        } else if (cast.refusals.refusesPeople()) {
            actor = cast.troupe.enlist("prop", Figure.PROP);
            actor.sign = Nouns.shorten(hit.words());
        } else {
            actor = cast.troupe.meet(somebodyFor(hit), false);
        }
        cast.mention(hit.start(), hit.end(), List.of(actor));
        return List.of(actor);
    }

    private Figure somebodyFor(Hit hit) {
        if (hit.has(Kind.PROP, Prop.KATANA.name()) || hit.has(Kind.GARMENT, "ARMOUR")) {
            return Figure.SAMURAI;
        }
        if (hit.has(Kind.GARMENT, "SPACESUIT")) {
            return Figure.ASTRONAUT;
        }
        if (hit.has(Kind.PROP, Prop.BALLOON.name())
                || hit.has(Kind.PROP, Prop.BALL.name())
                || hit.has(Kind.PROP, Prop.KITE.name())) {
            return Figure.CHILD;
        }
        return hit.has(Kind.GARMENT, "SUIT") || hit.has(Kind.PROP, Prop.GUITAR.name()) ? Figure.MAN : Figure.WOMAN;
    }
}
