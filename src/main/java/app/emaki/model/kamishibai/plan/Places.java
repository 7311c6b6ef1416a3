package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known about the settings: which words for them are vague, which lie side by side, and the light they are usually seen in. */
final class Places {
    /** Words that name a place only when no better one is named. */
    private static final Set<String> VAGUE = Set.of(
            "street",
            "city",
            "road",
            "path",
            "house",
            "home",
            "room",
            "tree",
            "sun",
            "wave",
            "waves",
            "hill",
            "bridge",
            "town",
            "village",
            "tower",
            "field",
            "cloud",
            "clouds",
            "sky",
            "空",
            "雲",
            "街",
            "通り",
            "道",
            "都市",
            "家",
            "波",
            "橋",
            "町",
            "村",
            "塔",
            "丘",
            "木々",
            "neon",
            "ネオン",
            "部屋",
            "school",
            "学校",
            "学生",
            "desk",
            "デスク",
            "hill road",
            "horizon",
            "青空",
            "大空",
            "blue sky",
            "skies",
            "station platform",
            "class",
            "island",
            "店内",
            "roof",
            "屋根",
            "樹",
            "大樹",
            "birthday",
            "boxer",
            "spaceship",
            "宇宙船",
            "ボクサー",
            "誕生日",
            "料理",
            "cook");

    private static final List<Set<Setting>> NEIGHBOURS = List.of(
            Set.of(Setting.BEACH, Setting.SEA),
            Set.of(Setting.NEON_STREET, Setting.CROSSING),
            Set.of(Setting.NEON_STREET, Setting.LANE),
            Set.of(Setting.CROSSING, Setting.LANE),
            Set.of(Setting.MOUNTAINS, Setting.SNOW_VILLAGE),
            Set.of(Setting.MOUNTAINS, Setting.FOREST),
            Set.of(Setting.FOREST, Setting.BAMBOO),
            Set.of(Setting.FOREST, Setting.RIVER),
            Set.of(Setting.FOREST, Setting.FIELD),
            Set.of(Setting.FOREST, Setting.PARK),
            Set.of(Setting.FIELD, Setting.RIVER),
            Set.of(Setting.LANE, Setting.PARK),
            Set.of(Setting.RIVER, Setting.PARK),
            Set.of(Setting.ROOM, Setting.KITCHEN),
            Set.of(Setting.STATION, Setting.TRAIN_OUTSIDE),
            Set.of(Setting.UNDERWATER, Setting.SEA));

    private static final Pattern BOUND = Pattern.compile(
            "\\b(?:to|towards?|for)\\s+(?:the |her |his |a )?(?:university|school|work|college|class|office|campus|café|cafe|library|[a-z]+ (?:shop|hall))\\b|へ|に向か|に行|に通",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RUNNING = Pattern.compile(
            "(?:電車|列車|汽車|機関車|新幹線)が[^。]{0,12}(?:走|通|進|抜け|駆け|渡)|\\btrains? (?:\\w+ly )?(?:runs?|passes|pass|rushes|crosses|cross|goes|speeds|glides|rolls|travels)\\b",
            Pattern.CASE_INSENSITIVE);

    private Places() {}

    /** The place a passage names best, null when it names none. */
    static @Nullable Setting settingOf(Passage passage) {
        if (passage.has(Kind.SETTING, "STATION") && passage.has(Kind.SETTING, "TRAIN_OUTSIDE")) {
            return Setting.STATION; // it has trains
        }
        if (passage.has(Kind.SETTING, "TRAIN_OUTSIDE")
                && RUNNING.matcher(passage.text()).find()) {
            return Setting.TRAIN_OUTSIDE; // and whatever lies about
        }
        Setting best = null;
        int bestScore = -1;
        for (Hit hit : passage.hits()) {
            var setting = hit.first(Kind.SETTING);
            if (setting.isPresent() && !hit.refused()) {
                int score = score(hit, setting.get());
                if (score > bestScore) {
                    best = setting.get().as(Setting.class);
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static int score(Hit hit, Concept setting) {
        boolean vague = VAGUE.contains(hit.words()) || VAGUE.contains(EnglishStem.of(hit.words()));
        if (setting.name().equals("SKY")) {
            return vague ? 0 : 2;
        }
        return vague ? 1 : 3;
    }

    /** Whether the words head for a place rather than being there: "to university", 大学へ. */
    static boolean bound(Passage passage) {
        return BOUND.matcher(passage.text()).find();
    }

    static boolean near(Setting a, Setting b) {
        return a == b
                || a == Setting.MOUNTAINS // a mountain may stand behind anything
                || b == Setting.MOUNTAINS
                || a == Setting.SKY
                || b == Setting.SKY
                || NEIGHBOURS.stream().anyMatch(pair -> pair.contains(a) && pair.contains(b));
    }

    static boolean indoors(Setting setting) {
        return switch (setting) {
            case TRAIN_INSIDE, CLASSROOM, CAFE, KITCHEN, ROOM, OFFICE, LIBRARY, STAGE, STUDIO -> true;
            default -> false;
        };
    }

    /** Places that look wrong without anybody in them. */
    static boolean lived(Setting setting) {
        return (indoors(setting) && setting != Setting.STUDIO)
                || switch (setting) {
                    case NEON_STREET, CROSSING, STATION, LANE, ROOFTOP, SHRINE, PARK -> true;
                    default -> false;
                };
    }

    static Hour usualHour(Setting setting) {
        return switch (setting) {
            case NEON_STREET, SPACE, STAGE -> Hour.NIGHT;
            case BEACH, ROOFTOP, CAFE, MOUNTAINS, DESERT -> Hour.GOLDEN;
            case RIVER, CASTLE, SHRINE -> Hour.DUSK;
            default -> Hour.DAY;
        };
    }
}
