package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds who does which deed, and who feels what. */
final class Deeds {
    private static final Pattern SHARED = Pattern.compile("WALK|RUN|PLAY|DANCE|FIGHT|SWIM|FLY|SING|JUMP|SIT|RIDE");
    private static final Set<Action> HUMAN_DEEDS = Set.of(
            Action.WALK,
            Action.SIT,
            Action.WAVE,
            Action.DANCE,
            Action.FIGHT,
            Action.DRAW_SWORD,
            Action.READ,
            Action.EAT,
            Action.DRINK,
            Action.SLEEP,
            Action.LOOK_UP,
            Action.SPEAK,
            Action.SHOUT,
            Action.LAUGH,
            Action.CRY,
            Action.SING,
            Action.RIDE,
            Action.PLAY,
            Action.RUN,
            Action.SWIM,
            Action.JUMP);

    /** What nothing can do that has no body. */
    private static final Set<Action> BODILY = Set.of(
            Action.READ, Action.EAT, Action.DRINK, Action.WAVE, Action.CRY, Action.SLEEP, Action.FIGHT, Action.SPEAK);

    private final Casting cast;

    Deeds(Casting cast) {
        this.cast = cast;
    }

    void give() {
        for (Hit hit : cast.hits) {
            hit.first(Kind.ACTION).ifPresent(c -> deed(hit, c.as(Action.class)));
        }
        drawnSword();
        for (Casting.Mention mention : cast.mentions) {
            if (mention.object()) {
                mention.actors().forEach(this::join);
            }
        }
    }

    private void deed(Hit hit, Action named) {
        boolean explains = hit.words().equals("works") && cast.plain.startsWith("how ");
        if (explains || ofNature(hit)) {
            return;
        }
        boolean kite = named == Action.FLY && cast.passage.has(Kind.PROP, "KITE");
        boolean desk = named == Action.WALK && hit.words().startsWith("向か") && cast.passage.has(Kind.PROP, "COMPUTER");
        Action action = kite ? Action.PLAY : desk ? Action.READ : named;
        List<Actor> doers = doers(hit);
        if (doers.isEmpty() && needsSomebody(hit, action)) {
            doers = List.of(cast.troupe.meet(somebodyTo(action), false));
            doers.forEach(cast.scene.present::add);
        }
        boolean somebody =
                cast.mentions.stream().flatMap(m -> m.actors().stream()).anyMatch(Actor::alive);
        for (Actor doer : doers) {
            boolean itself = action == Action.FALL || action == Action.FLY || action == Action.TURN;
            if (!doer.alive() && ((somebody && !itself) || BODILY.contains(action))) {
                continue;
            }
            doer.converses |= action == Action.SPEAK && doers.size() > 1;
            cast.scene.present.add(doer);
            boolean rolls =
                    action == Action.RUN && doer.human() && doer.props.stream().anyMatch(Goods::vehicle);
            cast.scene.deeds.add(new Scene.Deed(doer, rolls ? Action.RIDE : action, hit.start()));
            if (action == Action.DRAW_SWORD || (action == Action.FIGHT && armed(doer))) {
                doer.props.add(Prop.KATANA);
            } else if (action == Action.RIDE && doer.alive()) {
                hit.first(Kind.PROP).map(c -> c.as(Prop.class)).ifPresent(doer.props::add);
                mount(doer, hit);
            } else {
                // a cup or a book comes with the deed and goes with it
                hit.first(Kind.PROP)
                        .map(c -> c.as(Prop.class))
                        .filter(p -> p != Prop.CUP && p != Prop.BOOK)
                        .ifPresent(doer.props::add);
            }
        }
    }

    /** Whoever drives has a car and whoever rows a boat, unless the words put them on something else. */
    private void mount(Actor doer, Hit hit) {
        boolean has = doer.props.stream().anyMatch(Goods::vehicle)
                || cast.mentions.stream()
                        .anyMatch(m -> m.object() && m.actors().stream().anyMatch(a -> !a.human()))
                || cast.passage.has(Kind.SETTING, "TRAIN_INSIDE");
        if (has || !doer.human()) {
            return;
        }
        String verb = hit.words();
        if (verb.matches("driv.*|drove|road trip|.*運転.*|.*ドライブ.*")) {
            doer.props.add(Prop.CAR);
        } else if (verb.matches("row.*|sail.*|steer.*|.*航.*|.*漕.*|こ[ぐい].*")) {
            doer.props.add(Prop.BOAT);
        }
    }

    /** A samurai fights with the sword although nobody names it. */
    private boolean armed(Actor doer) {
        return cast.passage.has(Kind.PROP, "KATANA")
                || (doer.figure == Figure.SAMURAI && !cast.refusals.contain(Prop.KATANA));
    }

    private List<Actor> doers(Hit hit) {
        boolean japanese = Tokens.of(hit.words()).stream().anyMatch(Token::japanese);
        Casting.Mention subject = null;
        for (Casting.Mention mention : cast.mentions) {
            if (mention.start() >= hit.end()) {
                String gap = cast.plain.substring(hit.end(), mention.start());
                boolean qualified = japanese
                        ? Casting.TO_FIGURE_JA.matcher(gap).matches() && !gap.contains("て") && !gap.contains("に")
                                || gap.matches("(?:て|で)(?:い|いる|いた)?")
                        : hit.words().endsWith("ing") && gap.matches("[ -]");
                if (qualified) {
                    return mention.actors();
                }
            } else if (mention.end() <= hit.start()) {
                boolean directly =
                        cast.plain.substring(mention.end(), hit.start()).isBlank();
                if (!mention.object() || subject == null || directly) {
                    subject = mention;
                }
            }
        }
        if (subject != null) {
            return subject.actors();
        }
        if (!cast.mentions.isEmpty()) {
            return cast.mentions.getFirst().actors();
        }
        Actor known = cast.troupe.protagonist();
        return known == null || inanimateBefore(hit) ? List.of() : List.of(known);
    }

    /** "The train runs": the place itself does it. */
    private boolean inanimateBefore(Hit hit) {
        return cast.hits.stream()
                .anyMatch(h -> h.has(Kind.SETTING)
                        && h.end() <= hit.start()
                        && cast.plain
                                .substring(h.end(), hit.start())
                                .matches("\\s*(?:slowly |quietly |silently )?|[がはも]"));
    }

    /** "Falling blossoms", 雪が舞う: the air does it, nobody else. */
    private boolean ofNature(Hit hit) {
        return cast.hits.stream()
                .filter(h -> h.has(Kind.DRIFT) || h.has(Kind.WEATHER) || h.has(Kind.HOUR))
                .anyMatch(h -> h.start() >= hit.end()
                        ? cast.plain
                                .substring(hit.end(), h.start())
                                .matches(hit.words().endsWith("ing") ? "[ -](?:cherry |autumn |red )?" : "")
                        : h.end() <= hit.start()
                                && cast.plain.substring(h.end(), hit.start()).matches("\\s|が|は")
                                && cast.mentions.stream().noneMatch(m -> m.end() <= h.start()));
    }

    private boolean needsSomebody(Hit hit, Action action) {
        return HUMAN_DEEDS.contains(action)
                && !inanimateBefore(hit)
                && !cast.refusals.refusesPeople()
                && !hit.has(Kind.SETTING);
    }

    private Figure somebodyTo(Action action) {
        if (action == Action.DRAW_SWORD || action == Action.FIGHT) {
            return Figure.SAMURAI;
        }
        return (cast.seed & 1) == 0 ? Figure.WOMAN : Figure.MAN;
    }

    /** "She draws her long, shining katana": the verb and the sword stand apart. */
    private void drawnSword() {
        boolean verb = cast.passage.tokens().stream()
                .anyMatch(t -> t.stem().equals("draw")
                        || t.stem().equals("unsheath")
                        || t.stem().equals("抜く"));
        boolean done = cast.scene.deeds.stream().anyMatch(d -> d.action() == Action.DRAW_SWORD);
        if (verb && cast.passage.has(Kind.PROP, "KATANA") && !done && !cast.refusals.contain(Action.DRAW_SWORD)) {
            cast.scene.present.stream()
                    .filter(a -> a.props.contains(Prop.KATANA))
                    .findFirst()
                    .ifPresent(a -> cast.scene.deeds.add(new Scene.Deed(a, Action.DRAW_SWORD, cast.plain.length())));
        }
    }

    /** Whoever is walked, danced or fought with does the same. */
    private void join(Actor actor) {
        boolean thing = actor.figure == Figure.PROP && actor.sign == null;
        if (!cast.scene.acts(actor)) {
            cast.scene.deeds.stream()
                    .filter(d -> thing
                            ? d.action() == Action.RIDE
                            : SHARED.matcher(d.action().name()).matches())
                    .reduce((a, b) -> b)
                    .ifPresent(d -> cast.scene.deeds.add(new Scene.Deed(actor, d.action(), d.at())));
        }
    }

    void feel() {
        for (Hit hit : cast.hits) {
            hit.first(Kind.EMOTION).ifPresent(c -> {
                List<Actor> who = doers(hit);
                (who.isEmpty() ? List.copyOf(cast.scene.present) : who)
                        .forEach(a -> cast.scene.feelings.put(a, c.as(Emotion.class)));
            });
        }
    }
}
