package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where and in what light a passage plays: as it says, else as the one before, else as the whole text, else as the things in it suggest. */
final class Stage {
    private final Passage everywhere;
    private final Refusals refusals;
    private final long seed;
    private @Nullable Setting setting;
    private @Nullable Hour hour;
    private @Nullable Weather weather;
    private final Set<Drift> drifts = EnumSet.noneOf(Drift.class);
    private boolean hourSaid;

    Stage(Passage everywhere, Refusals refusals, long seed) {
        this.everywhere = everywhere;
        this.refusals = refusals;
        this.seed = seed;
        setting = Places.settingOf(everywhere);
        hour = everywhere.first(Kind.HOUR, Hour.class).orElse(null);
        hourSaid = hour != null;
        weather = weatherOf(everywhere);
        drifts.addAll(driftsOf(everywhere));
    }

    /** Goes on where a film ended. */
    void continueFrom(ShotPlan shot) {
        setting = setting == null ? shot.setting() : setting;
        hourSaid = true;
        hour = hour == null ? shot.hour() : hour;
        weather = weather == null ? shot.weather() : weather;
        drifts.addAll(shot.drifts());
        drifts.removeIf(refusals::contain);
    }

    void set(Passage passage, Scene scene, @Nullable Setting goal, Take take) {
        Setting said = Places.settingOf(passage);
        boolean moved = said != null && said != setting;
        if (goal != null) {
            setting = goal;
        } else if (said != null) {
            setting = said;
        } else if (setting == null) {
            setting = implied(passage, scene);
        }
        if (moved) {
            drifts.retainAll(driftsOf(everywhere));
        }
        passage.first(Kind.HOUR, Hour.class).ifPresent(h -> {
            hour = h;
            hourSaid = true;
        });
        Set<Drift> own = driftsOf(passage);
        drifts.addAll(own);
        Weather air = weatherOf(passage);
        if (air != null) {
            weather = air;
        }
        take.setting = setting;
        take.weather = weather == null || refusals.contain(weather) ? Weather.CLEAR : weather;
        take.hour = hour != null && (hourSaid || !moved) ? hour : impliedHour(take.setting);
        hour = take.hour;
        take.drifts.addAll(drifts);
        if (take.setting == Setting.UNDERWATER && !refusals.contain(Drift.BUBBLES)) {
            take.drifts.add(Drift.BUBBLES);
        }
    }

    private Hour impliedHour(Setting place) {
        boolean dark = drifts.stream().anyMatch(d -> switch (d) {
            case MOON, FIREFLIES, FIREWORKS, AURORA, STARS, LANTERNS -> true;
            default -> false;
        });
        boolean bright = drifts.stream().anyMatch(d -> d == Drift.PETALS || d == Drift.LEAVES || d == Drift.KITES);
        Hour usual = bright && !dark && place != Setting.NEON_STREET && place != Setting.SPACE
                ? Hour.DAY
                : dark ? Hour.NIGHT : Places.usualHour(place);
        return refusals.contain(usual) ? usual == Hour.NIGHT ? Hour.DUSK : Hour.NIGHT : usual;
    }

    private @Nullable Weather weatherOf(Passage passage) {
        var said = passage.all(Kind.WEATHER).map(c -> c.as(Weather.class)).toList();
        if (!said.isEmpty()) {
            return said.contains(Weather.STORM)
                    ? Weather.STORM
                    : said.contains(Weather.AFTER_RAIN)
                            ? said.getLast()
                            : said.stream()
                                    .filter(w -> w != Weather.WIND)
                                    .findFirst()
                                    .orElse(said.getFirst());
        }
        boolean winter = passage.has(Kind.SEASON, "WINTER") && !refusals.contain(Weather.SNOW);
        return winter ? Weather.SNOW : null;
    }

    private Set<Drift> driftsOf(Passage passage) {
        Set<Drift> said = EnumSet.noneOf(Drift.class);
        passage.all(Kind.DRIFT).forEach(c -> said.add(c.as(Drift.class)));
        if (passage.has(Kind.SEASON, "SPRING")) {
            said.add(Drift.PETALS);
        }
        if (passage.has(Kind.SEASON, "AUTUMN")) {
            said.add(Drift.LEAVES);
        }
        said.removeIf(refusals::contain);
        return said;
    }

    private Setting implied(Passage passage, Scene scene) {
        for (Drift drift : drifts.isEmpty() ? driftsOf(passage) : drifts) {
            Setting place = of(drift);
            if (place != null && scene.present.isEmpty()) {
                return place;
            }
        }
        if (passage.has(Kind.PROP, "BOAT")) {
            return Setting.SEA;
        }
        Setting home = passage.all(Kind.PROP)
                .map(c -> Goods.home(c.as(StoryPlan.Prop.class)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean ware = home == Setting.STUDIO && scene.present.stream().anyMatch(Actor::alive);
        if (home != null && !ware && scene.present.stream().allMatch(a -> a.human() || !a.alive())) {
            return home;
        }
        for (Actor actor : scene.present) {
            Setting place = of(actor.figure);
            if (place != null) {
                return place;
            }
        }
        for (Scene.Deed deed : scene.deeds) {
            Setting place = of(deed.action());
            if (place != null) {
                return place;
            }
        }
        for (Drift drift : driftsOf(passage)) {
            Setting place = of(drift);
            if (place != null) {
                return place;
            }
        }
        Weather air = weatherOf(passage) == null ? weather : weatherOf(passage);
        if (air != null) {
            Setting place = of(air);
            if (place != null) {
                return place;
            }
        }
        if (passage.has(Kind.PROP, "CAR")) {
            return Setting.NEON_STREET;
        }
        if (passage.has(Kind.PROP, "CUP")) {
            return Setting.CAFE;
        }
        if (passage.has(Kind.PROP, "BOOK")) {
            return Setting.LIBRARY;
        }
        List<Setting> plain = scene.present.isEmpty()
                ? List.of(Setting.RIVER, Setting.MOUNTAINS, Setting.FOREST, Setting.SEA)
                : List.of(Setting.LANE, Setting.RIVER, Setting.LANE, Setting.ROOFTOP);
        return plain.get((int) Math.floorMod(seed, (long) plain.size()));
    }

    private static @Nullable Setting of(Figure figure) {
        return switch (figure) {
            case FISH, WHALE, TURTLE, JELLYFISH, OCTOPUS, SHARK, DOLPHIN -> Setting.UNDERWATER;
            case HORSE, RABBIT, COW, SHEEP, PIG, BUTTERFLY, LION, ELEPHANT -> Setting.FIELD;
            case TIGER, PANDA -> Setting.BAMBOO;
            case PENGUIN -> Setting.SNOW_VILLAGE;
            case ASTRONAUT -> Setting.SPACE;
            case SAMURAI -> Setting.BAMBOO;
            case DRAGON -> Setting.MOUNTAINS;
            case FOX -> Setting.SHRINE;
            case DEER, BEAR, MONKEY, MOUSE -> Setting.FOREST;
            case GHOST -> Setting.CASTLE;
            case ROBOT -> Setting.NEON_STREET;
            case BIRD -> Setting.SKY;
            default -> null;
        };
    }

    private static @Nullable Setting of(Action action) {
        return switch (action) {
            case READ -> Setting.LIBRARY;
            case EAT, DRINK -> Setting.CAFE;
            case SLEEP -> Setting.ROOM;
            case SWIM -> Setting.UNDERWATER;
            case FLY -> Setting.SKY;
            case FIGHT, DRAW_SWORD -> Setting.BAMBOO;
            default -> null;
        };
    }

    private static @Nullable Setting of(Drift drift) {
        return switch (drift) {
            case PETALS -> Setting.PARK;
            case LEAVES -> Setting.FOREST;
            case FIREFLIES, FIREWORKS, LANTERNS -> Setting.RIVER;
            case AURORA -> Setting.SNOW_VILLAGE;
            case STARS, MOON -> Setting.MOUNTAINS;
            case BUBBLES -> null;
            case KITES -> Setting.BEACH;
        };
    }

    private static @Nullable Setting of(Weather weather) {
        return switch (weather) {
            case RAIN, AFTER_RAIN -> Setting.LANE;
            case STORM -> Setting.SEA;
            case SNOW -> Setting.SNOW_VILLAGE;
            case FOG -> Setting.FOREST;
            case CLEAR, WIND -> null;
        };
    }
}
