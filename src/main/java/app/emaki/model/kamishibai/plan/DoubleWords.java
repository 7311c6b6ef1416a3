package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a thing by themselves and a deed after somebody: the waves, but a woman waves; autumn leaves, but he leaves the
 * room. And deeds that nobody on the stage does: leaves fall, 雪が舞う, カメラが近づく.
 */
final class DoubleWords {
    private static final Map<String, List<Concept>> DEEDS = Map.ofEntries(
            Map.entry("wave", deed(Action.WAVE)),
            Map.entry("waves", deed(Action.WAVE)),
            Map.entry("waved", deed(Action.WAVE)),
            Map.entry("leaves", deed(Action.WALK)),
            Map.entry("storms", deed(Action.WALK)),
            Map.entry("parks", List.of()),
            Map.entry("trains", List.of()),
            Map.entry("ducks", deed(Action.SIT)),
            Map.entry("swallows", deed(Action.EAT)),
            Map.entry("rose", List.of()));

    /** "She slowly waves", "they all wave", "who waves". */
    private static final Pattern AFTER_SOMEBODY =
            Pattern.compile("\\s+(?:(?:[a-z]+ly|then|now|just|all|both|who|that)\\s+){0,2}");

    /** "She smiles and waves". */
    private static final Pattern AFTER_A_DEED =
            Pattern.compile("\\s*(?:,|,?\\s*(?:and|then|and then))\\s+(?:[a-z]+ly\\s+)?");

    /** What snow, leaves and petals do by themselves. */
    private static final Pattern DRIFTING = Pattern.compile(
            "fall(?:s|ing)?|fell|danc(?:e|es|ing)|fl(?:y|ies|ying)|drop(?:s|ping)?|落ち.*|降.*|舞.*|散.*|踊.*|飛.*");

    private static final Pattern AFTER_WEATHER =
            Pattern.compile("\\s+(?:[a-z]+ly\\s+)?|[がはも]|\\s*(?:is|are|was|were)\\s+");

    /** "A girl in the rain dances": not the rain. */
    private static final Pattern LIES_IN =
            Pattern.compile("\\b(?:in|through|under|with|amid|into|against|despite)\\s+(?:[a-z]+\\s*){1,3}$");

    /** Whose deed it is when the camera comes closer. */
    private static final Pattern CAMERA =
            Pattern.compile("カメラ[はがも](?:ゆっくりと?|静かに|徐々に|少しずつ|そっと|次第に|さらに)?$|\\bcamera\\s+(?:[a-z]+ly\\s+)?$");

    private static final Map<Action, Move> MOVES = Map.of(
            Action.WALK, Move.PUSH_IN,
            Action.RUN, Move.TRACK,
            Action.TURN, Move.ORBIT,
            Action.LOOK_UP, Move.TILT,
            Action.FLY, Move.TILT,
            Action.FALL, Move.TILT);

    private static final Set<String> TEARS = Set.of("tears", "tear", "sweat", "涙", "汗");

    /** "A man claps, coins drop": coins, not the man. */
    private static final Pattern OWN_CLAUSE =
            Pattern.compile("[^,;.]*[,;.]\\s*(?!(?:and|then|now|he|she|they|it|who|all|both)\\b)[a-z]{3,}(?<!ly)\\s+");

    /** "A watch", but "they watch". */
    private static final Pattern ARTICLE =
            Pattern.compile("\\b(?:an?|the|his|her|my|pocket|old|gold|golden|silver|wrist|broken)\\s+$");

    /** The last train leaves. */
    private static final Pattern VEHICLE = Pattern.compile("(?:.* )?(?:train|bus|ship|boat|car|taxi|plane|rocket)");

    /** "Her waves", on a painting or a head. */
    private static final Set<String> OWNERS = Set.of("her", "his", "their", "its");

    private DoubleWords() {}

    /** The finds of a text with the deeds among them told from the things. */
    static List<Hit> settle(String plain, List<Hit> hits) {
        var settled = new ArrayList<Hit>();
        Hit before = null;
        for (Hit hit : hits) {
            var deed = settled(plain, before, hit);
            var now = deed == null ? hit : new Hit(hit.start(), hit.end(), hit.words(), deed, hit.refused());
            if (!now.concepts().isEmpty()) {
                settled.add(now);
            }
            before = now.has(Kind.IGNORE) ? before : now;
        }
        return settled;
    }

    /** What the words mean where they stand, nothing at all when empty; null when they mean what they always mean. */
    private static @Nullable List<Concept> settled(String plain, @Nullable Hit before, Hit hit) {
        var upTo = plain.substring(0, hit.start());
        if (hit.has(Kind.ACTION) && CAMERA.matcher(upTo).find()) {
            var move = MOVES.get(hit.first(Kind.ACTION).orElseThrow().as(Action.class));
            return move == null ? List.of() : List.of(Concept.of(move));
        }
        if (hit.words().equals("watch") && ARTICLE.matcher(upTo).find()) {
            return List.of(Concept.of(Prop.CLOCK));
        }
        if (before == null) {
            return null;
        }
        var between = plain.substring(before.end(), hit.start());
        if (hit.has(Kind.ACTION)
                && DRIFTING.matcher(hit.words()).matches()
                && (drifts(plain, before, between)
                        || OWN_CLAUSE.matcher(between).matches())) {
            return hit.without(concept -> concept.is(Kind.ACTION)).concepts();
        }
        var deed = DEEDS.get(hit.words());
        if (deed == null) {
            return null;
        }
        if (hit.words().equals("leaves") && VEHICLE.matcher(before.words()).matches() && between.isBlank()) {
            return List.of();
        }
        boolean somebody = before.has(Kind.FIGURE) || before.has(Kind.PRONOUN) && !OWNERS.contains(before.words());
        boolean done = somebody && AFTER_SOMEBODY.matcher(between).matches()
                || (before.has(Kind.ACTION) || before.has(Kind.EMOTION))
                        && AFTER_A_DEED.matcher(between).matches();
        return done ? deed : null;
    }

    private static boolean drifts(String plain, Hit before, String between) {
        boolean weather = before.has(Kind.DRIFT) || before.has(Kind.WEATHER) || TEARS.contains(before.words());
        return weather
                && !before.has(Kind.FIGURE)
                && AFTER_WEATHER.matcher(between).matches()
                && !LIES_IN.matcher(plain.substring(0, before.end())).find();
    }

    private static List<Concept> deed(Action action) {
        return List.of(Concept.of(action));
    }
}
