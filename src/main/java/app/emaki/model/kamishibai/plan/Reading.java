package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Effect;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One script being read into a plan. */
final class Reading {
    private static final double SLOW = 0.4;

    private final Script script;
    private final double seconds;
    private final long seed;
    private final @Nullable StoryPlan parent;
    private final boolean continued;
    private final Refusals refusals;
    private final Troupe troupe;
    private final Passage everywhere;
    private final List<Passage> passages;

    Reading(Script script, double seconds, long seed, @Nullable StoryPlan parent, boolean continued) {
        this.script = script;
        this.seconds = seconds;
        this.seed = seed;
        this.parent = parent;
        this.continued = continued;
        refusals = new Refusals(script.avoid());
        troupe = parent == null ? new Troupe() : Troupe.of(parent.cast());
        var general = new ArrayList<Passage>();
        passages = passages(general);
        Passage whole = general.stream().reduce(Passage::and).orElseGet(() -> Passages.single("", null, refusals));
        if (noticesEmptiness(whole)) {
            refusals.emptyOfPeople();
        }
        everywhere = whole.withHits(refusals.sift(whole.hits()));
        if (conversation()) {
            troupe.talk();
        }
    }

    /** More than one line and nobody who tells the story. */
    private boolean conversation() {
        long lines = passages.stream()
                        .flatMap(p -> p.quotes().stream())
                        .filter(q -> !q.sign())
                        .count()
                + script.dialogue().size();
        return lines > 1;
    }

    private boolean noticesEmptiness(Passage whole) {
        List<Passage> all = Stream.concat(passages.stream(), Stream.of(whole)).toList();
        boolean empty = all.stream().anyMatch(p -> p.has(Kind.TOPIC, "EMPTY"));
        boolean humans = all.stream().flatMap(p -> p.all(Kind.FIGURE)).anyMatch(Refusals::human)
                || all.stream().anyMatch(p -> p.has(Kind.PRONOUN) || p.has(Kind.TOPIC, "CROWD"));
        return empty && !humans;
    }

    // -------------------------------------------------------------- passages

    private List<Passage> passages(List<Passage> general) {
        part(script.scene(), general);
        part(script.camera(), general);
        part(script.sound(), general);
        part(script.style(), general);
        introduce(script.cast());
        if (!script.shots().isEmpty()) {
            part(script.text(), general);
            part(script.action(), general);
            return script.shots().stream().map(this::shot).toList();
        }
        String story = Stream.of(script.text(), Objects.requireNonNullElse(script.action(), ""))
                .filter(t -> !t.isBlank())
                .map(Reading::spoken)
                .collect(Collectors.joining("\n"));
        Passages read = Passages.of(story, seconds, refusals);
        general.addAll(read.everywhere());
        return read.list().isEmpty() ? List.of(Passages.single("", null, refusals)) : read.list();
    }

    private Passage shot(Script.Shot shot) {
        String camera = shot.camera();
        String words = spoken(shot.text());
        return Passages.single(
                camera == null || camera.isBlank() ? words : words + "\n" + camera, shot.seconds(), refusals);
    }

    private void part(@Nullable String words, List<Passage> general) {
        if (words != null && !words.isBlank()) {
            general.add(Passages.single(words, null, refusals));
        }
    }

    /** "Mika: come here!" is a line of dialogue when Mika is somebody. */
    private static String spoken(String text) {
        return text.lines().map(Reading::spokenLine).collect(Collectors.joining("\n"));
    }

    private static String spokenLine(String line) {
        int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
        if (colon <= 0 || colon > 20 || line.matches(".*[「」“”\"].*")) {
            return line;
        }
        List<Hit> hits = Lexicon.standard().read(line.substring(0, colon));
        boolean somebody = !hits.isEmpty()
                && hits.stream().allMatch(h -> h.has(Kind.FIGURE) || h.has(Kind.PRONOUN) || h.has(Kind.IGNORE))
                && hits.stream().anyMatch(h -> h.has(Kind.FIGURE) || h.has(Kind.PRONOUN))
                && colon
                                - hits.stream()
                                        .filter(h -> !h.has(Kind.IGNORE))
                                        .mapToInt(h -> h.end() - h.start())
                                        .sum()
                        < 5;
        return somebody
                ? line.substring(0, colon) + " 「" + line.substring(colon + 1).strip() + "」"
                : line;
    }

    /** Meets the cast of a structured script: a line for each, with or without a name in front. */
    private void introduce(@Nullable String cast) {
        if (cast == null) {
            return;
        }
        for (String line : cast.split("[\\n;；。]+")) {
            int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
            String name = colon > 0 && colon <= 20 ? line.substring(0, colon).strip() : "";
            Passage passage = Passages.single(line.substring(colon > 0 && colon <= 20 ? colon + 1 : 0), null, refusals);
            Figure figure = refusals.sift(passage.hits()).stream()
                    .flatMap(h -> h.first(Kind.FIGURE).stream())
                    .findFirst()
                    .map(c -> c.as(Figure.class))
                    .orElse(Figure.WOMAN);
            if (!name.isEmpty()) {
                troupe.introduce(name, figure);
            }
            Casting.of(passage, troupe, refusals, seed);
        }
    }

    // -------------------------------------------------------------- takes

    StoryPlan plan() {
        var stage = new Stage(everywhere, refusals, seed);
        if (parent != null) {
            stage.continueFrom(
                    continued ? parent.shots().getLast() : parent.shots().getFirst());
        }
        Scene general = Casting.of(everywhere, troupe, refusals, seed);
        List<Take> takes = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            takes.add(take(i, stage, general, takes.isEmpty() ? null : takes.getLast()));
        }
        giveLines(takes);
        showUnknown(takes);
        populate(takes);
        boolean oneShot = Stream.concat(passages.stream(), Stream.of(everywhere))
                .anyMatch(p -> p.has(Kind.TOPIC, "ONE_SHOT") || refusals.topic("CUTS"));
        var direction = new Direction(seed, refusals);
        List<Take> filmed = script.shots().isEmpty() ? direction.spread(takes, seconds, oneShot) : takes;
        for (int i = 0; i < filmed.size(); i++) {
            enliven(filmed.get(i), i == 0 ? null : filmed.get(i - 1));
        }
        direction.film(filmed, continued);
        return new Assembly(seed, refusals, troupe).plan(filmed, seconds, style(), hits(), language(), sounding());
    }

    private Take take(int i, Stage stage, Scene general, @Nullable Take before) {
        Passage passage = passages.get(i);
        Passage sifted = passage.withHits(refusals.sift(passage.hits()));
        Scene scene = Casting.of(passage, troupe, refusals, seed);
        var take = new Take();
        if (before == null && scene.present.isEmpty()) {
            scene.present.addAll(general.present);
            general.deeds.forEach(scene.deeds::add);
            scene.feelings.putAll(general.feelings);
        }
        if (scene.present.isEmpty() && parent != null && before == null) {
            troupe.all().stream().limit(3).forEach(scene.present::add);
        }
        stage.set(sifted, scene, arrival(sifted, i), take);
        if (before != null && scene.present.isEmpty()) {
            before.present.stream()
                    .filter(a -> !a.crowd || before.setting == take.setting)
                    .forEach(scene.present::add);
        }
        take.present.addAll(scene.present);
        scene.deeds.stream()
                .sorted(java.util.Comparator.comparingInt(Scene.Deed::at))
                .forEach(d -> take.does(
                        d.actor(),
                        d.action() == Action.RIDE && take.setting == Setting.TRAIN_INSIDE ? Action.SIT : d.action()));
        take.feelings.putAll(scene.feelings);
        take.lines.addAll(scene.lines);
        take.signs.addAll(scene.signs);
        direct(take, sifted);
        take.asked = passage.seconds();
        take.weight = 1 + Math.min(1.2, sifted.hits().size() / 8.0) + (take.deeds.isEmpty() ? 0 : 0.3);
        return take;
    }

    /** "To university, then a lecture": the way there is not yet the place. */
    private @Nullable Setting arrival(Passage passage, int i) {
        Setting goal = Places.settingOf(passage);
        boolean way = goal != null && Places.indoors(goal) && Places.bound(passage) && i + 1 < passages.size();
        return way && goal == Places.settingOf(passages.get(i + 1)) ? Setting.LANE : null;
    }

    private void direct(Take take, Passage passage) {
        take.framing = passage.first(Kind.FRAMING, Framing.class)
                .orElse(
                        script.camera() == null
                                ? null
                                : everywhere.first(Kind.FRAMING, Framing.class).orElse(null));
        take.angle = passage.first(Kind.ANGLE, Angle.class)
                .or(() -> everywhere.first(Kind.ANGLE, Angle.class))
                .orElse(null);
        take.move = passage.first(Kind.MOVE, Move.class)
                .or(() -> everywhere.first(Kind.MOVE, Move.class))
                .orElse(null);
        take.transition = passage.first(Kind.TRANSITION, Transition.class)
                .or(() -> everywhere.first(Kind.TRANSITION, Transition.class))
                .orElse(null);
        take.slow = passage.has(Kind.SPEED) || everywhere.has(Kind.SPEED) ? SLOW : 1;
        passage.all(Kind.EFFECT).forEach(c -> take.effects.add(c.as(Effect.class)));
        if (passages.getFirst().text().equals(passage.text())) {
            everywhere.all(Kind.EFFECT).forEach(c -> take.effects.add(c.as(Effect.class)));
        }
    }

    private void giveLines(List<Take> takes) {
        if (refusals.topic("SPEECH")) {
            return;
        }
        for (int i = 0; i < script.dialogue().size(); i++) {
            Script.Spoken spoken = script.dialogue().get(i);
            Actor speaker = speaker(spoken.speaker());
            Take take = takes.get(place(spoken, i, takes.size()));
            if (speaker != null && !take.present.contains(speaker)) {
                take.present.add(speaker);
            }
            take.lines.add(new Scene.Say(speaker, spoken.text(), Feelings.ofWords(spoken.text()), i, spoken.moment()));
        }
    }

    private int place(Script.Spoken spoken, int i, int takes) {
        Double moment = spoken.moment();
        int at = moment == null
                ? (int) ((i + 0.5) * takes / script.dialogue().size())
                : (int) (moment / Math.max(0.1, seconds) * takes);
        return Math.clamp(at, 0, takes - 1);
    }

    private @Nullable Actor speaker(@Nullable String words) {
        if (words == null || words.isBlank() || words.matches("(?i)narrator|ナレーター|ナレーション|voice-?over")) {
            return null;
        }
        Actor known = troupe.byName(words.strip());
        if (known != null) {
            return known;
        }
        Scene scene = Casting.of(Passages.single(words, null, refusals), troupe, refusals, seed);
        return scene.present.stream().findFirst().orElseGet(() -> troupe.introduce(words.strip(), Figure.WOMAN));
    }

    /** Words that mean nothing here stand on a sign rather than being lost. */
    private void showUnknown(List<Take> takes) {
        String words = script.text().strip();
        boolean something =
                takes.stream().anyMatch(t -> !t.present.isEmpty() || !t.signs.isEmpty() || !t.lines.isEmpty());
        if (!something && !words.isEmpty() && hits().noneMatch(Hit::meaningful)) {
            Actor prop = troupe.enlist("prop", Figure.PROP);
            prop.sign = Nouns.shorten(words);
            takes.forEach(t -> t.does(prop, Action.STAND));
        }
    }

    /** A story that names nobody still needs somebody where people live, and some life elsewhere. */
    private void populate(List<Take> takes) {
        if (takes.stream().anyMatch(t -> t.present.stream().anyMatch(a -> !a.crowd))) {
            Actor lead = troupe.protagonist();
            takes.stream()
                    .filter(t -> t.present.isEmpty() && lead != null && Places.lived(t.setting))
                    .forEach(t -> t.present.add(lead));
            return;
        }
        Take first = takes.getFirst();
        boolean journey = takes.stream().map(t -> t.setting).distinct().count() > 1;
        boolean lived = takes.stream().anyMatch(t -> Places.lived(t.setting));
        boolean crowd = takes.stream().anyMatch(t -> !t.present.isEmpty());
        if ((journey || lived) && !crowd && !refusals.refusesPeople()) {
            boolean pupil = takes.stream().anyMatch(t -> t.setting == Setting.CLASSROOM);
            Figure figure = pupil && (seed & 2) == 0 ? Figure.SCHOOLGIRL : (seed & 1) == 0 ? Figure.WOMAN : Figure.MAN;
            Actor lead = troupe.meet(refusals.contain(figure) ? Figure.MAN : figure, false);
            takes.forEach(t -> t.present.add(lead));
        } else if (!crowd) {
            Figure life = life(first.setting);
            if (life != null && !refusals.contain(life)) {
                Actor creature = troupe.meet(life, false);
                creature.count = life == Figure.BIRD ? 5 : life == Figure.FISH ? 6 : life == Figure.BUTTERFLY ? 4 : 1;
                takes.forEach(t -> t.present.add(creature));
            }
        }
    }

    private static @Nullable Figure life(Setting setting) {
        return switch (setting) {
            case SEA, BEACH, SKY, MOUNTAINS, RIVER, CASTLE -> Figure.BIRD;
            case UNDERWATER -> Figure.FISH;
            case FOREST -> Figure.DEER;
            case FIELD -> Figure.BUTTERFLY;
            case PARK -> Figure.DOG;
            case SPACE -> Figure.ASTRONAUT;
            case SHRINE -> Figure.FOX;
            default -> null;
        };
    }

    /** Gives those who are only present something to do that suits them and the place. */
    private void enliven(Take take, @Nullable Take before) {
        for (Actor actor : take.present) {
            if (!take.deeds.containsKey(actor)) {
                Action last = before == null || before.setting != take.setting || !before.deeds.containsKey(actor)
                        ? null
                        : before.deeds.get(actor).getLast();
                boolean goesOn =
                        last != null && !Direction.once(last) && take.framing != Framing.CLOSE && last != Action.SPEAK;
                take.does(actor, last != null && goesOn ? last : habit(actor, take));
            }
        }
    }

    private Action habit(Actor actor, Take take) {
        Action habit = switch (actor.figure) {
            case FISH, TURTLE, JELLYFISH, OCTOPUS, SHARK, DOLPHIN ->
                take.setting == Setting.SKY || take.setting == Setting.SPACE ? Action.FLY : Action.SWIM;
            case WHALE ->
                switch (take.setting) {
                    case UNDERWATER, SEA, RIVER, BEACH -> Action.SWIM;
                    default -> Action.FLY;
                };
            case BIRD, DRAGON, GHOST, BUTTERFLY -> Action.FLY;
            case ASTRONAUT -> Action.WALK;
            case PROP ->
                actor.props.contains(StoryPlan.Prop.TRAIN)
                                || actor.props.contains(StoryPlan.Prop.BUS)
                                || actor.props.contains(StoryPlan.Prop.SUBMARINE)
                                || actor.props.contains(StoryPlan.Prop.PLANE)
                                || actor.props.contains(StoryPlan.Prop.ROCKET)
                        ? Action.RIDE
                        : Action.STAND;
            default -> person(actor, take);
        };
        return refusals.contain(habit) ? Action.STAND : habit;
    }

    private static Action person(Actor actor, Take take) {
        boolean looks = take.drifts.stream().anyMatch(d -> switch (d) {
            case FIREWORKS, AURORA, STARS, MOON, LANTERNS -> true;
            default -> false;
        });
        if (take.framing == Framing.CLOSE) {
            return looks ? Action.LOOK_UP : Action.STAND;
        }
        if (looks && !actor.crowd) {
            return Action.LOOK_UP;
        }
        if (actor.props.contains(StoryPlan.Prop.GUITAR)
                || actor.props.contains(StoryPlan.Prop.PIANO)
                || actor.props.contains(StoryPlan.Prop.DRUM)
                || actor.props.contains(StoryPlan.Prop.CHESS)) {
            return Action.PLAY;
        }
        if (actor.props.contains(StoryPlan.Prop.BALL) && take.framing != Framing.CLOSE) {
            return Action.PLAY;
        }
        if (actor.props.stream().anyMatch(Goods::food)) {
            return Action.EAT;
        }
        if (actor.props.contains(StoryPlan.Prop.MICROPHONE)) {
            return Action.SING;
        }
        if (actor.props.contains(StoryPlan.Prop.COMPUTER)) {
            return Action.READ;
        }
        if (actor.props.contains(StoryPlan.Prop.BICYCLE)
                || actor.props.contains(StoryPlan.Prop.CAR)
                || actor.props.contains(StoryPlan.Prop.BOAT)
                || actor.props.contains(StoryPlan.Prop.MOTORCYCLE)
                || actor.props.contains(StoryPlan.Prop.SKATEBOARD)) {
            return Action.RIDE;
        }
        return switch (take.setting) {
            case UNDERWATER -> Action.SWIM;
            case CAFE -> actor.human() ? Action.DRINK : Action.SIT;
            case CLASSROOM, LIBRARY, OFFICE -> actor.human() ? Action.READ : Action.SIT;
            case TRAIN_INSIDE, ROOM -> Action.SIT;
            case KITCHEN, STATION, ROOFTOP, CASTLE, STAGE, STUDIO -> Action.STAND;
            default -> actor.crowd || !take.feelings.containsKey(actor) ? Action.WALK : Action.STAND;
        };
    }

    // -------------------------------------------------------------- the whole film

    private Stream<Hit> hits() {
        return Stream.concat(
                everywhere.hits().stream(), passages.stream().flatMap(p -> refusals.sift(p.hits()).stream()));
    }

    private Style style() {
        return hits().flatMap(h -> h.first(Kind.STYLE).stream())
                .findFirst()
                .map(c -> c.as(Style.class))
                .orElse(parent == null ? Style.PAPER : parent.style());
    }

    private boolean sounding() {
        boolean silent = refusals.topic("SOUND") || hits().anyMatch(h -> h.has(Kind.TOPIC, "SILENT"));
        return !silent && (parent == null || parent.sounding());
    }

    private String language() {
        String words = Stream.of(
                        Stream.of(script.text(), script.scene(), script.action(), script.cast()),
                        script.shots().stream().map(Script.Shot::text),
                        script.dialogue().stream().map(Script.Spoken::text))
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return words.isBlank() && parent != null ? parent.language() : Quote.languageOf(words);
    }
}
