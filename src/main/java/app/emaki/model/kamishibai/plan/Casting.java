package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
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
    static final Pattern TO_FIGURE_JA = Pattern.compile("[^、。,.がはもへ]{0,12}");
    private static final Pattern ARTICLES = Pattern.compile(
            "[ -]*(?:(?:a|an|the|his|her|their|its|with|at|by|to|towards?|from|of|for|after|into|over|young|old|little|small|big)[ -]+)*");
    private static final Pattern OBJECT_JA = Pattern.compile("^(?:たち|達|ら)?(?:を|に|へ|から|の)");
    static final Set<String> TOGETHER = Set.of(
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

    private static final Set<StoryPlan.Setting> ROOMS = Set.of(
            StoryPlan.Setting.KITCHEN,
            StoryPlan.Setting.OFFICE,
            StoryPlan.Setting.CAFE,
            StoryPlan.Setting.CLASSROOM,
            StoryPlan.Setting.LIBRARY,
            StoryPlan.Setting.ROOM);

    record Mention(int start, int end, List<Actor> actors, boolean object) {}

    final Troupe troupe;
    final Refusals refusals;
    final long seed;
    final Passage passage;
    final List<Hit> hits;
    final String plain;
    final Scene scene = new Scene();
    final List<Mention> mentions = new ArrayList<>();

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
        new Dressing(casting).dress();
        var deeds = new Deeds(casting);
        deeds.give();
        deeds.feel();
        new Speakers(casting).give();
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
            } else if (hit.has(Kind.PROP) && !hit.has(Kind.ACTION)) {
                thing(i);
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
        if (family(i)) {
            return;
        }
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
        int speaking = count != null ? number(count) : hit.has(Kind.COUNT) ? number(hit) : plural(hit) ? 2 : 1;
        if (troupe.talks() && !crowded && speaking > 1 && speaking <= 4) {
            List<Actor> each = troupe.several(figure, speaking);
            each.forEach(a -> a.wear(hit, null));
            mention(hit.start(), hit.end(), each);
            return;
        }
        Actor actor = troupe.meet(figure, another || differentCount(figure, count) || somebodyElse(i, figure));
        if (count != null) {
            actor.count = number(count);
        } else if (crowded) {
            actor.count = 9;
        } else if (hit.first(Kind.COUNT).isPresent()) {
            actor.count = number(hit);
        } else if (plural(hit) && actor.count == 1 && !couple(hit)) {
            actor.count = many(figure);
        }
        actor.male |= hit.words()
                .matches(
                        "(?:.* )?(?:man|men|guy|father|dad|king|prince|boyfriend|brother|husband|uncle|gentleman|businessman|groom|waiter)|.*(?:男|父|兄|王|夫|おじ|パパ|青年|紳士|僕|俺).*");
        actor.wear(hit, null);
        var together = new ArrayList<>(List.of(actor));
        hit.concepts().stream().filter(c -> c.is(Kind.FIGURE)).skip(1).forEach(c -> {
            Actor other = troupe.meet(c.as(Figure.class), false);
            if (other.figure == Figure.CHILD) {
                other.wear(hit, null);
            }
            together.add(other);
        });
        mention(hit.start(), hit.end(), together);
    }

    /** クマの親子 are bears. */
    private boolean family(int i) {
        Hit hit = hits.get(i);
        if (i == 0 || mentions.isEmpty() || !hit.words().matches("親子|母子|夫婦|兄弟|姉妹|恋人|恋人たち|恋人同士|家族")) {
            return false;
        }
        Hit before = hits.get(i - 1);
        boolean of = before.has(Kind.FIGURE)
                && plain.substring(before.end(), hit.start()).equals("の");
        Actor actor = mentions.getLast().actors().getLast();
        if (of && !actor.human()) {
            actor.count = 2;
            return true;
        }
        return false;
    }

    /** In "a king and a wizard" two men are met, in "a king smiles, the ruler nods" one. */
    private boolean somebodyElse(int i, Figure figure) {
        Hit hit = hits.get(i);
        for (int k = i - 1; k >= 0; k--) {
            Hit before = hits.get(k);
            if (before.has(Kind.FIGURE, figure.name()) && !before.words().equals(hit.words())) {
                boolean joined = JOIN.matcher(gap(before.end(), hit.start())).matches();
                boolean introduced = plain.substring(0, hit.start()).matches("(?s).*\\b(?:an?|another) (?:\\w+ )?$");
                return joined || introduced;
            }
        }
        return false;
    }

    /** A thing that stands there by itself is one of the cast. */
    private void thing(int i) {
        Hit hit = hits.get(i);
        Prop prop = hit.first(Kind.PROP).orElseThrow().as(Prop.class);
        if (!Goods.standing(prop)) {
            return;
        }
        Actor known = troupe.last(a -> a.figure == Figure.PROP && a.props.contains(prop));
        Actor actor = known == null ? troupe.enlist("prop", Figure.PROP) : known;
        if (actor.figure != Figure.PROP) {
            return;
        }
        actor.props.add(prop);
        Hit count = count(i);
        actor.count = count != null ? number(count) : plural(hit) ? 3 : actor.count;
        mention(hit.start(), hit.end(), List.of(actor));
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

    boolean plural(Hit hit) {
        boolean japanese = Tokens.of(hit.words()).stream().anyMatch(Token::japanese);
        String after = plain.substring(hit.end(), Math.min(plain.length(), hit.end() + 2));
        return japanese
                ? after.startsWith("たち") || after.startsWith("達") || hit.words().endsWith("たち")
                : hit.words().matches(".*[a-z](?<!s)s")
                                && !EnglishStem.of(hit.words()).equals(hit.words())
                                && !hit.words().endsWith("'s")
                        || hit.words().matches("(?:wo)?men|geese|wolves|.* (?:wo)?men");
    }

    /** 恋人たち are two already. */
    private static boolean couple(Hit hit) {
        return hit.concepts().stream().filter(c -> c.is(Kind.FIGURE)).count() > 1;
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
        if (known != null && hit.has(Kind.PRONOUN, "SHE") && known.figure == Figure.MAN && !known.male && alone()) {
            known.figure = Figure.WOMAN; // the barista was a woman all along
        }
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

    private boolean alone() {
        return troupe.all().stream().filter(a -> a.human() && !a.crowd).count() == 1;
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
            int many = hits.get(i).words().matches("busy|bustling") && indoors(i) ? 3 : 9;
            mention(
                    hits.get(i).start(),
                    hits.get(i).end(),
                    troupe.people(few ? number(Objects.requireNonNull(count)) : many, !few));
        }
    }

    /** In a busy kitchen are some cooks, not as many people as in a busy street. */
    private boolean indoors(int i) {
        return i + 1 < hits.size()
                && hits.get(i + 1)
                        .first(Kind.SETTING)
                        .map(c -> c.as(StoryPlan.Setting.class))
                        .filter(ROOMS::contains)
                        .isPresent();
    }

    /** "Two dance", 二人が踊る: people who are only counted. */
    private void uncounted(int i) {
        Hit hit = hits.get(i);
        boolean people = hit.has(Kind.COUNT, "PEOPLE") || TOGETHER.contains(hit.words());
        boolean taken = hits.stream()
                .anyMatch(h -> (h.has(Kind.FIGURE) || h.has(Kind.TOPIC, "CROWD"))
                        && (h.start() >= hit.end() ? counts(hit, h) : hit.start() - h.end() <= 2));
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

    /** 二人の侍 counts samurai; 二人が猫を撫でる counts people. */
    private boolean counts(Hit number, Hit figure) {
        return figure.start() - number.end() <= 14
                && plain.substring(number.end(), figure.start()).matches("[^、。,.がはをも]*");
    }

    void mention(int start, int end, List<Actor> actors) {
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

    String gap(int from, int to) {
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
        boolean ridden = hits.stream().anyMatch(h -> h.start() == start && h.has(Kind.ACTION) && h.has(Kind.FIGURE));
        if (ridden || OBJECT_JA.matcher(plain.substring(end)).find()) {
            return true;
        }
        String before = plain.substring(0, start);
        if (before.matches(
                        "(?s).*\\b(?:with|at|by|to|after|of|toward|towards|beside|behind|near|on|in|aboard|onto|around|over|past|under)\\s+(?:(?:a|an|the|her|his|their|its|another|\\w+)\\s+){0,2}$")
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
                boolean woman = noun.word().matches(".*[子美香姫奈菜恵]")
                        || (!noun.word().matches(".*(?:太郎|郎|男|夫|介|助|之|吉|太)")
                                && (noun.word().hashCode() & 1) == 0);
                Figure figure = woman ? Figure.WOMAN : Figure.MAN;
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
}
