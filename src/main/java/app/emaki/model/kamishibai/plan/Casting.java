package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out of a passage who is in it, what they wear and hold, who does which deed, and who says what. */
final class Casting {
    private static final Pattern JOIN = Pattern.compile(
            "\\s*(?:,|、|and|&|,\\s*and|と|や|及び|plus|\\+)\\s*(?:(?:a|an|the|his|her|their|its|one|two|three|another|small|little|big|old|young)\\s+)*");
    private static final Pattern TO_FIGURE_JA = Pattern.compile("[^、。,.がはもへ]{0,12}");
    private static final Pattern ARTICLES = Pattern.compile(
            "[ -]*(?:(?:a|an|the|his|her|their|its|with|at|by|to|towards?|from|of|for|after|into|over|young|old|little|small|big)[ -]+)*");
    private static final Pattern OBJECT_JA = Pattern.compile("^(?:たち|達|ら)?(?:を|に|へ|から|の)");
    private static final Pattern SHARED = Pattern.compile("WALK|RUN|PLAY|DANCE|FIGHT|SWIM|FLY|SING|JUMP|SIT|RIDE");
    private static final Set<String> TOGETHER = Set.of(
            "couple",
            "twin",
            "twins",
            "pair",
            "duo",
            "trio",
            "family",
            "quartet",
            "ふたり",
            "夫婦",
            "カップル",
            "双子",
            "家族",
            "コンビ",
            "二人組",
            "トリオ",
            "仲間",
            "グループ",
            "チーム",
            "一団",
            "small group");
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

    private record Mention(int start, int end, List<Actor> actors, boolean object) {}

    private final Troupe troupe;
    private final Refusals refusals;
    private final long seed;
    private final Passage passage;
    private final List<Hit> hits;
    private final String plain;
    private final Scene scene = new Scene();
    private final List<Mention> mentions = new ArrayList<>();

    private Casting(Troupe troupe, Refusals refusals, long seed, Passage passage) {
        this.troupe = troupe;
        this.refusals = refusals;
        this.seed = seed;
        this.passage = passage;
        this.plain = Tokens.plain(passage.text());
        this.hits = passage.hits().stream().filter(h -> !h.has(Kind.IGNORE)).toList();
    }

    static Scene of(Passage passage, Troupe troupe, Refusals refusals, long seed) {
        var casting = new Casting(troupe, refusals, seed, passage.withHits(refusals.sift(passage.hits())));
        casting.meetEverybody();
        casting.meetTheUnknown();
        casting.dress();
        casting.giveDeeds();
        casting.giveFeelings();
        casting.giveLines();
        return casting.scene;
    }

    // -------------------------------------------------------------- who

    private void meetEverybody() {
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.has(Kind.FIGURE)) {
                figure(i);
            } else if (hit.has(Kind.PRONOUN)) {
                pronoun(hit);
            } else if (hit.has(Kind.TOPIC, "CROWD")) {
                crowd(i);
            } else if (hit.has(Kind.COUNT)) {
                uncounted(i);
            }
        }
        for (Token token : passage.tokens()) {
            Actor known = troupe.byName(passage.text().substring(token.start(), token.end()));
            if (known != null && mentions.stream().noneMatch(m -> m.start() < token.end() && m.end() > token.start())) {
                mention(token.start(), token.end(), List.of(known));
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start));
    }

    private void figure(int i) {
        Hit hit = hits.get(i);
        Figure figure = hit.first(Kind.FIGURE).orElseThrow().as(Figure.class);
        Hit count = count(i);
        boolean another = i > 0
                && hits.get(i - 1).has(Kind.CHANGE, "ADD")
                && hit.start() - hits.get(i - 1).end() < 4;
        boolean crowded = i > 0
                && hits.get(i - 1).has(Kind.TOPIC, "CROWD")
                && hit.start() - hits.get(i - 1).end() <= 4;
        if (hit.words().equals("human") && figure == Figure.MAN && !troupe.isEmpty()) {
            another = false;
        }
        Actor actor = troupe.meet(figure, another || differentCount(figure, count));
        if (count != null) {
            actor.count = number(count);
        } else if (crowded) {
            actor.count = 9;
        } else if (hit.first(Kind.COUNT).isPresent()) {
            actor.count = number(hit);
        } else if (plural(hit) && actor.count == 1) {
            actor.count = many(figure);
        }
        actor.wear(hit, null);
        var together = new ArrayList<>(List.of(actor));
        hit.concepts().stream()
                .filter(c -> c.is(Kind.FIGURE))
                .skip(1)
                .forEach(c -> together.add(troupe.meet(c.as(Figure.class), false)));
        mention(hit.start(), hit.end(), together);
    }

    /** "Three cats" after "a cat" are others. */
    private boolean differentCount(Figure figure, @Nullable Hit count) {
        Actor known = troupe.last(a -> a.figure == figure && !a.crowd);
        return known != null && count != null && number(count) > 1 && known.count != number(count);
    }

    private static int number(Hit hit) {
        return hit.concepts().stream()
                .filter(c -> c.is(Kind.COUNT) && !c.name().equals("PEOPLE"))
                .mapToInt(c -> Integer.parseInt(c.name()))
                .findFirst()
                .orElse(1);
    }

    /** The number that belongs to a figure: in front of it, or in Japanese also right behind it. */
    private @Nullable Hit count(int i) {
        Hit figure = hits.get(i);
        for (int k = i - 1; k >= 0 && figure.start() - hits.get(k).end() <= 14; k--) {
            Hit hit = hits.get(k);
            if (hit.has(Kind.COUNT) && !hit.has(Kind.FIGURE)) {
                String gap = plain.substring(hit.end(), figure.start());
                return gap.matches("[^、。,.がはをも]*") ? hit : null;
            }
            if (hit.has(Kind.FIGURE)) {
                break;
            }
        }
        if (i + 1 < hits.size()
                && hits.get(i + 1).has(Kind.COUNT)
                && !hits.get(i + 1).has(Kind.FIGURE)) {
            Hit next = hits.get(i + 1);
            boolean behind = plain.substring(figure.end(), next.start())
                            .matches(TOGETHER.contains(next.words()) ? "[がをはもの ]{0,2}" : "[がをはも ]{0,2}")
                    && Tokens.of(next.words()).stream().anyMatch(Token::japanese);
            boolean ofNext = i + 2 < hits.size()
                    && hits.get(i + 2).has(Kind.FIGURE)
                    && hits.get(i + 2).start() - next.end() <= 1;
            return behind && !ofNext ? next : null;
        }
        return null;
    }

    private boolean plural(Hit hit) {
        boolean japanese = Tokens.of(hit.words()).stream().anyMatch(Token::japanese);
        String after = plain.substring(hit.end(), Math.min(plain.length(), hit.end() + 2));
        return japanese
                ? after.startsWith("たち") || after.startsWith("達") || hit.words().endsWith("たち")
                : hit.words().matches(".*[a-z](?<!s)s")
                                && !EnglishStem.of(hit.words()).equals(hit.words())
                                && !hit.words().endsWith("'s")
                        || hit.words().matches("(?:wo)?men|geese|wolves|.* (?:wo)?men");
    }

    private static int many(Figure figure) {
        return switch (figure) {
            case BIRD, FISH -> 6;
            case WHALE, DRAGON, BEAR -> 2;
            default -> 3;
        };
    }

    private void pronoun(Hit hit) {
        Actor known = hit.has(Kind.PRONOUN, "SHE")
                ? first(Actor::feminine, Actor::human)
                : hit.has(Kind.PRONOUN, "HE")
                        ? first(Actor::masculine, Actor::human)
                        : hit.has(Kind.PRONOUN, "IT") ? first(a -> !a.human(), a -> false) : null;
        boolean possessive = hit.words().matches("her|his|their|its|him|it|it's|それが|そいつ");
        if (hit.has(Kind.PRONOUN, "THEY")) {
            List<Actor> all = troupe.all().stream().filter(a -> !a.crowd).toList();
            if (!all.isEmpty() && !possessive) {
                mention(hit.start(), hit.end(), all);
            }
        } else if (known != null) {
            if (!possessive || mentions.isEmpty()) {
                mention(hit.start(), hit.end(), List.of(known));
            }
        } else if (hit.has(Kind.PRONOUN, "SHE") || hit.has(Kind.PRONOUN, "HE")) {
            Figure figure = hit.has(Kind.PRONOUN, "SHE") ? Figure.WOMAN : Figure.MAN;
            boolean named = hits.stream().anyMatch(h -> h.has(Kind.FIGURE));
            if (!named && !refusals.contain(figure)) {
                mention(hit.start(), hit.end(), List.of(troupe.meet(figure, false)));
            }
        }
    }

    private @Nullable Actor first(Predicate<Actor> best, Predicate<Actor> good) {
        Actor found = troupe.last(a -> best.test(a) && !a.crowd);
        return found != null ? found : troupe.last(a -> good.test(a) && !a.crowd);
    }

    private void crowd(int i) {
        boolean ofFigures = i + 1 < hits.size()
                && hits.get(i + 1).has(Kind.FIGURE)
                && plain.substring(hits.get(i).end(), hits.get(i + 1).start()).matches(" (?:of )?|の");
        if (!ofFigures) {
            Hit count = count(i);
            boolean few = count != null && number(count) < 6;
            mention(
                    hits.get(i).start(),
                    hits.get(i).end(),
                    troupe.people(few ? number(Objects.requireNonNull(count)) : 9, !few));
        }
    }

    /** "Two dance", 二人が踊る: people who are only counted. */
    private void uncounted(int i) {
        Hit hit = hits.get(i);
        boolean people = hit.has(Kind.COUNT, "PEOPLE") || TOGETHER.contains(hit.words());
        boolean taken = hits.stream()
                .anyMatch(h -> (h.has(Kind.FIGURE) || h.has(Kind.TOPIC, "CROWD"))
                        && (h.start() >= hit.end() ? h.start() - hit.end() <= 14 : hit.start() - h.end() <= 2));
        if (people && !taken && !refusals.refusesPeople()) {
            Actor known = troupe.protagonist();
            boolean theSame = known != null
                    && number(hit)
                            <= troupe.all().stream()
                                    .filter(a -> !a.crowd)
                                    .mapToInt(a -> a.count)
                                    .sum();
            mention(
                    hit.start(),
                    hit.end(),
                    theSame ? troupe.all().stream().filter(a -> !a.crowd).toList() : troupe.people(number(hit), false));
        }
    }

    private void mention(int start, int end, List<Actor> actors) {
        actors.forEach(troupe::named);
        scene.present.addAll(actors);
        Mention before = mentions.isEmpty() ? null : mentions.getLast();
        if (before != null
                && before.end() <= start
                && JOIN.matcher(gap(before.end(), start)).matches()) {
            var joined = new ArrayList<>(before.actors());
            actors.stream().filter(a -> !joined.contains(a)).forEach(joined::add);
            mentions.set(mentions.size() - 1, new Mention(before.start(), end, joined, before.object()));
        } else {
            mentions.add(new Mention(start, end, actors, isObject(start, end)));
        }
    }

    private String gap(int from, int to) {
        var gap = new StringBuilder(plain.substring(from, to));
        hits.stream()
                .filter(h -> h.start() >= from
                        && h.end() <= to
                        && (h.has(Kind.COLOUR) || h.has(Kind.COUNT))
                        && !h.has(Kind.FIGURE))
                .forEach(h -> {
                    for (int k = h.start(); k < h.end(); k++) {
                        gap.setCharAt(k - from, ' ');
                    }
                });
        return gap.toString();
    }

    private boolean isObject(int start, int end) {
        if (OBJECT_JA.matcher(plain.substring(end)).find()) {
            return true;
        }
        String before = plain.substring(0, start);
        if (before.matches(
                        "(?s).*\\b(?:with|at|by|to|after|of|toward|towards|beside|behind|near)\\s+(?:(?:a|an|the|her|his|their|its|another|\\w+)\\s+){0,2}$")
                && !mentions.isEmpty()) {
            return true;
        }
        return hits.stream()
                .anyMatch(h -> h.has(Kind.ACTION)
                        && h.end() <= start
                        && !mentions.isEmpty()
                        && mentions.getLast().end() <= h.start()
                        && ARTICLES.matcher(plain.substring(h.end(), start)).matches());
    }

    /** Unknown nouns: somebody's name, a place's name for a sign, or the one thing the passage is about as a paper prop. */
    private void meetTheUnknown() {
        boolean somebody = !mentions.isEmpty();
        int props = 0;
        for (Nouns.Noun noun : Nouns.unknown(passage)) {
            if (troupe.byName(noun.word()) != null) {
                continue;
            }
            if (noun.person() && !refusals.refusesPeople()) {
                Figure figure = (noun.word().hashCode() & 1) == 0 ? Figure.WOMAN : Figure.MAN;
                mention(noun.start(), noun.end(), List.of(troupe.introduce(noun.word(), figure)));
            } else if (noun.region() && passage.has(Kind.SETTING)) {
                scene.signs.add(noun.word());
            } else if (props == 0
                    && (!somebody
                            || troupe.all().stream().filter(a -> a.sign != null).count() < 2)) {
                Actor known = troupe.last(a -> noun.word().equals(a.sign));
                Actor actor = known == null ? troupe.enlist("prop", Figure.PROP) : known;
                if (actor.figure == Figure.PROP) {
                    actor.sign = noun.word();
                    mention(noun.start(), noun.end(), List.of(actor));
                    props++;
                }
            } else if (!somebody && scene.signs.size() < 2) {
                scene.signs.add(noun.word());
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start));
    }

    // -------------------------------------------------------------- what they wear and hold

    private void dress() {
        Integer colour = null;
        int colourEnd = -1;
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.has(Kind.COLOUR) && !hit.has(Kind.FIGURE) && !hit.has(Kind.PROP)) {
                colour = Integer.valueOf(hit.first(Kind.COLOUR).orElseThrow().name(), 16);
                colourEnd = hit.end();
                continue;
            }
            Integer shade = colour != null
                            && hit.start() - colourEnd <= 10
                            && gap(colourEnd, hit.start()).matches("[^、。,.がはを]*")
                    ? colour
                    : null;
            boolean worn = !hit.has(Kind.ACTION) && (hit.has(Kind.GARMENT) || hit.has(Kind.HAIR) || hit.has(Kind.PROP));
            if (hit.has(Kind.FIGURE)) {
                Actor actor = at(hit);
                if (actor != null && shade != null && hits.get(i - 1).has(Kind.COLOUR)) {
                    actor.colours[0] = shade;
                    colour = null;
                }
            } else if (worn) {
                for (Actor actor : wearers(i)) {
                    actor.wear(hit, shade);
                }
                colour = null;
            }
        }
    }

    private @Nullable Actor at(Hit hit) {
        return mentions.stream()
                .filter(m -> m.start() <= hit.start() && m.end() >= hit.end())
                .flatMap(m -> m.actors().stream())
                .filter(a -> hit.has(Kind.FIGURE, a.figure.name()))
                .findFirst()
                .orElse(null);
    }

    private List<Actor> wearers(int i) {
        Hit hit = hits.get(i);
        boolean japanese = Tokens.of(hit.words()).stream().anyMatch(Token::japanese);
        for (Mention mention : mentions) {
            boolean next = mention.start() >= hit.end()
                    && (japanese
                            ? TO_FIGURE_JA
                                    .matcher(plain.substring(hit.end(), mention.start()))
                                    .matches()
                            : plain.substring(hit.end(), mention.start())
                                    .matches("[ -](?:wearing |clad )?(?:young |old )?"));
            if (next) {
                return mention.actors();
            }
        }
        List<Actor> before = mentions.stream()
                .filter(m -> m.end() <= hit.start())
                .reduce((a, b) -> b)
                .map(m -> nearest(m, hit))
                .orElse(List.of());
        if (!before.isEmpty()) {
            return before;
        }
        return mentions.isEmpty() ? wearerOf(hit) : mentions.getFirst().actors();
    }

    /** In "a girl and a robot with an umbrella" the robot holds it; "a cat and a dog wearing hats" both. */
    private List<Actor> nearest(Mention mention, Hit hit) {
        return plural(hit) ? mention.actors() : List.of(mention.actors().getLast());
    }

    private List<Actor> wearerOf(Hit hit) {
        Actor known = troupe.protagonist();
        if (known != null) {
            scene.present.add(known);
            return List.of(known);
        }
        Actor actor;
        if (refusals.refusesPeople()) {
            actor = troupe.enlist("prop", Figure.PROP);
            actor.sign = Nouns.shorten(hit.words());
        } else {
            actor = troupe.meet(somebodyFor(hit), false);
        }
        mention(hit.start(), hit.end(), List.of(actor));
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

    // -------------------------------------------------------------- what they do

    private void giveDeeds() {
        for (Hit hit : hits) {
            hit.first(Kind.ACTION).ifPresent(c -> deed(hit, c.as(Action.class)));
        }
        drawnSword();
        for (Mention mention : mentions) {
            if (mention.object()) {
                mention.actors().forEach(this::join);
            }
        }
    }

    private void deed(Hit hit, Action named) {
        if (ofNature(hit)) {
            return;
        }
        Action action = named == Action.FLY && passage.has(Kind.PROP, "KITE") ? Action.PLAY : named;
        List<Actor> doers = doers(hit);
        if (doers.isEmpty() && needsSomebody(hit, action)) {
            doers = List.of(troupe.meet(somebodyTo(action), false));
            doers.forEach(scene.present::add);
        }
        for (Actor doer : doers) {
            scene.present.add(doer);
            scene.deeds.add(new Scene.Deed(doer, action, hit.start()));
            if (action == Action.DRAW_SWORD || (action == Action.FIGHT && armed(doer))) {
                doer.props.add(Prop.KATANA);
            } else {
                // a cup or a book comes with the deed and goes with it
                hit.first(Kind.PROP)
                        .map(c -> c.as(Prop.class))
                        .filter(p -> p != Prop.CUP && p != Prop.BOOK)
                        .ifPresent(doer.props::add);
            }
        }
    }

    /** A samurai fights with the sword although nobody names it. */
    private boolean armed(Actor doer) {
        return passage.has(Kind.PROP, "KATANA") || (doer.figure == Figure.SAMURAI && !refusals.contain(Prop.KATANA));
    }

    private List<Actor> doers(Hit hit) {
        boolean japanese = Tokens.of(hit.words()).stream().anyMatch(Token::japanese);
        Mention subject = null;
        for (Mention mention : mentions) {
            if (mention.start() >= hit.end()) {
                String gap = plain.substring(hit.end(), mention.start());
                boolean qualified = japanese
                        ? TO_FIGURE_JA.matcher(gap).matches() && !gap.contains("て") && !gap.contains("に")
                                || gap.matches("(?:て|で)(?:い|いる|いた)?")
                        : hit.words().endsWith("ing") && gap.matches("[ -]");
                if (qualified) {
                    return mention.actors();
                }
            } else if (mention.end() <= hit.start()) {
                boolean directly = plain.substring(mention.end(), hit.start()).isBlank();
                if (!mention.object() || subject == null || directly) {
                    subject = mention;
                }
            }
        }
        if (subject != null) {
            return subject.actors();
        }
        if (!mentions.isEmpty()) {
            return mentions.getFirst().actors();
        }
        Actor known = troupe.protagonist();
        return known == null || inanimateBefore(hit) ? List.of() : List.of(known);
    }

    /** "The train runs": the place itself does it. */
    private boolean inanimateBefore(Hit hit) {
        return hits.stream()
                .anyMatch(h -> h.has(Kind.SETTING)
                        && h.end() <= hit.start()
                        && plain.substring(h.end(), hit.start()).matches("\\s*(?:slowly |quietly |silently )?|[がはも]"));
    }

    /** "Falling blossoms", 雪が舞う: the air does it, nobody else. */
    private boolean ofNature(Hit hit) {
        return hits.stream()
                .filter(h -> h.has(Kind.DRIFT) || h.has(Kind.WEATHER))
                .anyMatch(h -> h.start() >= hit.end()
                        ? plain.substring(hit.end(), h.start())
                                .matches(hit.words().endsWith("ing") ? "[ -](?:cherry |autumn |red )?" : "")
                        : h.end() <= hit.start()
                                && plain.substring(h.end(), hit.start()).matches("\\s|が|は")
                                && mentions.stream().noneMatch(m -> m.end() <= h.start()));
    }

    private boolean needsSomebody(Hit hit, Action action) {
        return HUMAN_DEEDS.contains(action)
                && !inanimateBefore(hit)
                && !refusals.refusesPeople()
                && !hit.has(Kind.SETTING);
    }

    private Figure somebodyTo(Action action) {
        if (action == Action.DRAW_SWORD || action == Action.FIGHT) {
            return Figure.SAMURAI;
        }
        return (seed & 1) == 0 ? Figure.WOMAN : Figure.MAN;
    }

    /** "She draws her long, shining katana": the verb and the sword stand apart. */
    private void drawnSword() {
        boolean verb = passage.tokens().stream()
                .anyMatch(t -> t.stem().equals("draw")
                        || t.stem().equals("unsheath")
                        || t.stem().equals("抜く"));
        boolean done = scene.deeds.stream().anyMatch(d -> d.action() == Action.DRAW_SWORD);
        if (verb && passage.has(Kind.PROP, "KATANA") && !done && !refusals.contain(Action.DRAW_SWORD)) {
            scene.present.stream()
                    .filter(a -> a.props.contains(Prop.KATANA))
                    .findFirst()
                    .ifPresent(a -> scene.deeds.add(new Scene.Deed(a, Action.DRAW_SWORD, plain.length())));
        }
    }

    /** Whoever is walked, danced or fought with does the same. */
    private void join(Actor actor) {
        if (!scene.acts(actor)) {
            scene.deeds.stream()
                    .filter(d -> SHARED.matcher(d.action().name()).matches())
                    .reduce((a, b) -> b)
                    .ifPresent(d -> scene.deeds.add(new Scene.Deed(actor, d.action(), d.at())));
        }
    }

    private void giveFeelings() {
        for (Hit hit : hits) {
            hit.first(Kind.EMOTION).ifPresent(c -> {
                List<Actor> who = doers(hit);
                (who.isEmpty() ? List.copyOf(scene.present) : who)
                        .forEach(a -> scene.feelings.put(a, c.as(Emotion.class)));
            });
        }
    }

    // -------------------------------------------------------------- what they say

    private void giveLines() {
        for (Quote quote : passage.quotes()) {
            if (quote.sign()) {
                scene.signs.add(Nouns.shorten(quote.text()));
            } else if (!refusals.topic("SPEECH")) {
                Actor speaker = speaker(quote);
                scene.lines.add(new Scene.Say(
                        speaker, quote.text(), Feelings.of(quote.text(), passage, scene, speaker), quote.at(), null));
            }
        }
    }

    private @Nullable Actor speaker(Quote quote) {
        boolean narrated = plain.matches("(?s).*(?:ナレーション|ナレーター|narrator|narration|voice-?over|voice over).*");
        if (narrated) {
            return null;
        }
        Hit verb = hits.stream()
                .filter(h -> h.has(Kind.ACTION, "SPEAK")
                        || h.has(Kind.ACTION, "SHOUT")
                        || h.has(Kind.ACTION, "SING")
                        || h.has(Kind.ACTION, "CRY")
                        || h.has(Kind.ACTION, "LAUGH"))
                .min(Comparator.comparingInt(h -> Math.abs(h.start() - quote.at())))
                .orElse(null);
        Mention best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Mention mention : mentions) {
            if (mention.actors().stream().allMatch(a -> a.sign != null)) {
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
        Actor speaker = best == null
                ? troupe.last(a -> !a.crowd && a.sign == null)
                : best.actors().getFirst();
        if (speaker != null) {
            scene.present.add(speaker);
        }
        return speaker;
    }
}
