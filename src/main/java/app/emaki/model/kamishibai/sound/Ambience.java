package app.emaki.model.kamishibai.sound;

import static app.emaki.model.kamishibai.sound.Texture.drone;
import static app.emaki.model.kamishibai.sound.Texture.every;
import static app.emaki.model.kamishibai.sound.Texture.hum;
import static app.emaki.model.kamishibai.sound.Texture.murmur;
import static app.emaki.model.kamishibai.sound.Texture.rain;
import static app.emaki.model.kamishibai.sound.Texture.rumble;
import static app.emaki.model.kamishibai.sound.Texture.scatter;
import static app.emaki.model.kamishibai.sound.Texture.stream;
import static app.emaki.model.kamishibai.sound.Texture.surf;
import static app.emaki.model.kamishibai.sound.Texture.wash;
import static app.emaki.model.kamishibai.sound.Texture.wind;

import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.List;

/** What a place sounds like when nobody does anything: the place itself, the hour, and the weather over both. */
final class Ambience {
    private Ambience() {}

    /** The sound of a scene at its natural loudness, with a little over its end for the cross-fade into the next. */
    static Bus of(Scene scene, long seed, double overlap) {
        var bus = new Bus(Wave.samples(scene.end() - scene.start() + 2 * overlap));
        var textures = new ArrayList<>(place(scene));
        if (!scene.sealed()) {
            textures.addAll(hour(scene));
            textures.addAll(weather(scene));
        }
        textures.addAll(drifts(scene));
        for (var i = 0; i < textures.size(); i++) {
            textures.get(i).fill(bus, Chance.of(seed, scene.setting(), scene.start(), i));
        }
        if (scene.slow() < .8) dull(bus, 500 + 2500 * scene.slow());
        bus.scale(Wave.decibels(scene.level() - Math.max(-60, Meter.loudness(bus.dry()))));
        return bus;
    }

    private static List<Texture> place(Scene scene) {
        return switch (scene.setting()) {
            case NEON_STREET ->
                List.of(
                        rumble(140, .5),
                        hum(100, 7, .012),
                        murmur(.5, .05),
                        scatter(Machines::passingCar, .3, .1, .25, .1),
                        every(2.9, Machines::crossingSignal, .02, .4));
            case LANE ->
                List.of(
                        rumble(110, .25),
                        scatter(Struck::chime, .35, .015, .04, .5),
                        every(5.5, Machines::bicycleBell, .03, .3),
                        scatter(Creatures::crow, .12, .03, .05, .7));
            case CROSSING ->
                List.of(
                        rumble(150, .5),
                        murmur(.9, .06),
                        every(1.4, Machines::crossingSignal, .06, .3),
                        scatter(Machines::passingCar, .4, .1, .25, .1),
                        scatter(Machines::horn, .12, .02, .04, .5));
            case STATION ->
                List.of(
                        rumble(120, .35),
                        murmur(.8, .05),
                        every(7, Machines::stationChime, .1, .6),
                        scatter(Machines::train, .14, .1, .2, .5),
                        wash(1200, .4, .02));
            case TRAIN_OUTSIDE ->
                List.of(
                        rumble(170, .6),
                        every(.78, Machines::joint, .22, .2),
                        wind(300, 900, .5, .12),
                        every(7, Machines::train, .3, .3));
            case TRAIN_INSIDE ->
                List.of(
                        rumble(130, .8),
                        every(.86, Machines::joint, .16, .15),
                        hum(61, 5, .03),
                        wash(700, .5, .05),
                        murmur(.1, .02));
            case CLASSROOM ->
                List.of(
                        wash(500, .4, .02),
                        murmur(.35, .035),
                        scatter(People::chalk, 1.1, .03, .07, .4),
                        every(1, Struck::tick, .02, .3),
                        scatter(People::page, .25, .02, .05, .3));
            case CAFE ->
                List.of(
                        wash(420, .4, .03),
                        murmur(.8, .05),
                        scatter(Struck::cup, 1.2, .02, .07, .35),
                        every(5.3, People::sizzle, .05, .2),
                        hum(118, 3, .006));
            case KITCHEN ->
                List.of(
                        hum(100, 5, .01),
                        every(1.7, People::sizzle, .16, .1),
                        scatter(Struck::cup, .9, .03, .08, .2),
                        wash(900, .4, .015),
                        scatter(Struck::bamboo, 2.2, .02, .05, .15));
            case ROOM ->
                List.of(
                        wash(300, .4, .02),
                        every(1, Struck::tick, .03, .35),
                        rumble(90, .08),
                        scatter(Creatures::chirp, .5, .004, .012, .5));
            case OFFICE ->
                List.of(
                        hum(120, 4, .006),
                        wash(650, .4, .035),
                        scatter(Struck::key, 7, .012, .04, .2),
                        murmur(.15, .025),
                        scatter(Struck::phone, .08, .012, .02, .5));
            case LIBRARY ->
                List.of(
                        wash(380, .4, .02),
                        scatter(People::page, .55, .03, .08, .5),
                        every(1, Struck::tick, .022, .6),
                        scatter(Struck::thud, .12, .02, .04, .7));
            case SHRINE ->
                List.of(
                        wind(400, 1100, .6, .05),
                        scatter(Creatures::birdsong, .2, .02, .05, .6),
                        every(9, Struck::templeBell, .16, .8),
                        every(4.6, Struck::bamboo, .06, .5));
            case BEACH -> List.of(surf(6.5, .3), wind(300, 900, .4, .04), scatter(Creatures::gull, .22, .02, .05, .4));
            case SEA ->
                List.of(
                        surf(4.4, .26),
                        wind(240, 700, .6, .1),
                        scatter(Elements::stroke, .7, .03, .08, .1),
                        every(9, Machines::shipHorn, .05, .6),
                        scatter(Creatures::gull, .12, .02, .04, .4));
            case RIVER -> List.of(stream(.22), wind(400, 1000, .5, .02), scatter(Creatures::frog, .5, .01, .03, .3));
            case FOREST ->
                List.of(
                        wind(700, 2400, .7, .07),
                        scatter(Creatures::birdsong, .35, .03, .08, .6),
                        scatter(Creatures::chirp, 1.2, .01, .05, .6),
                        stream(.02));
            case BAMBOO ->
                List.of(
                        wind(1400, 4200, .85, .08),
                        scatter(Struck::bamboo, 1.1, .012, .05, .5),
                        scatter(Creatures::chirp, .5, .01, .04, .6));
            case MOUNTAINS ->
                List.of(
                        wind(220, 640, .7, .2),
                        wind(900, 1900, .8, .03),
                        scatter(Creatures::crow, .1, .015, .03, .9),
                        stream(.01));
            case DESERT -> List.of(wind(160, 520, .85, .22), wash(6200, .5, .012), wind(2500, 5200, .9, .03));
            case SNOW_VILLAGE ->
                List.of(wind(260, 560, .6, .07), wash(3200, .4, .006), scatter(Struck::chime, .25, .01, .03, .5));
            case ROOFTOP ->
                List.of(
                        wind(260, 800, .7, .14),
                        rumble(130, .35),
                        scatter(Machines::horn, .2, .006, .016, .8),
                        hum(50, 4, .008));
            case CASTLE ->
                List.of(
                        wind(240, 700, .75, .13),
                        scatter(Creatures::crow, .16, .02, .045, .8),
                        scatter(Struck::drum, .16, .02, .05, .9),
                        wash(900, .5, .01));
            case SPACE ->
                List.of(
                        drone(46, .1),
                        wash(180, .8, .05),
                        scatter(Struck::chime, .3, .004, .012, 1),
                        hum(220, 2, .003));
            case UNDERWATER ->
                List.of(
                        rumble(190, .7),
                        wash(320, .7, .1),
                        scatter(Elements::bubble, 3.4, .03, .1, .6),
                        scatter(Creatures::whale, .12, .05, .1, .9));
            case PARK ->
                List.of(
                        wind(600, 1900, .6, .05),
                        scatter(Creatures::birdsong, .3, .03, .07, .6),
                        murmur(.25, .015),
                        scatter(People::laughter, .06, .008, .02, .7),
                        every(6.5, Machines::bicycleBell, .025, .4));
            case FIELD ->
                List.of(
                        wind(420, 1500, .75, .09),
                        wind(2200, 4800, .9, .03),
                        scatter(Creatures::chirp, 1, .01, .04, .7),
                        scatter(Creatures::birdsong, .12, .02, .05, .8));
            case STAGE ->
                List.of(
                        murmur(1, .07),
                        hum(100, 4, .006),
                        wash(520, .5, .03),
                        scatter(People::applause, .16, .02, .05, .6));
            case STUDIO -> List.of(wash(360, .4, .02), hum(100, 3, .004), scatter(Struck::chime, .3, .006, .02, .6));
            case SKY ->
                List.of(wind(340, 1300, .6, .14), wash(2600, .4, .015), scatter(Creatures::gull, .05, .005, .01, .9));
        };
    }

    private static List<Texture> hour(Scene scene) {
        var near = scene.indoors() ? .25 : 1;
        var wild = !scene.indoors() && scene.setting() != Setting.SEA && scene.setting() != Setting.DESERT;
        var insects = wild && scene.weather() != Weather.SNOW && scene.setting() != Setting.SNOW_VILLAGE ? 1 : .15;
        return switch (scene.hour()) {
            case DAWN ->
                List.of(
                        scatter(Creatures::chirp, 1.6, .01 * near, .045 * near, .6),
                        scatter(Creatures::birdsong, .22, .01 * near, .04 * near, .7));
            case DAY -> List.of(scatter(Creatures::chirp, .5, .005 * near, .02 * near, .6));
            case GOLDEN ->
                List.of(
                        every(3.6, Creatures::cicadas, .02 * near * insects, .4),
                        scatter(Creatures::crow, .15, .01 * near, .03 * near, .8));
            case DUSK ->
                List.of(
                        every(4.6, Creatures::bellCricket, .03 * near * insects, .4),
                        scatter(Creatures::cricket, .8, .01 * near * insects, .03 * near * insects, .4),
                        scatter(Creatures::crow, .1, .01 * near, .02 * near, .9));
            case NIGHT ->
                List.of(
                        scatter(Creatures::cricket, 1.9, .008 * near * insects, .028 * near * insects, .4),
                        every(6.1, Creatures::owl, .02 * near, .8));
        };
    }

    private static List<Texture> weather(Scene scene) {
        var inside = scene.indoors();
        return switch (scene.weather()) {
            case CLEAR -> List.of();
            case AFTER_RAIN -> inside ? List.of() : List.of(scatter(Elements::drip, 3.2, .03, .09, .4), stream(.03));
            case RAIN -> List.of(inside ? rain(.8, 600, true) : rain(1.5, 1500, false));
            case STORM ->
                List.of(
                        inside ? rain(1.4, 500, true) : rain(2.4, 1200, false),
                        wind(250, 1100, .9, inside ? .15 : .4),
                        every(4.7, Elements::thunder, inside ? .35 : .8, .6));
            case SNOW -> List.of(wind(300, 700, .5, inside ? .02 : .06), wash(7500, .4, .006));
            case FOG -> List.of(wash(240, .5, .06), every(7.5, Machines::shipHorn, .02, 1));
            case WIND -> List.of(wind(300, 1500, .95, inside ? .1 : .35), wind(1800, 4200, .95, inside ? .01 : .06));
        };
    }

    private static List<Texture> drifts(Scene scene) {
        var textures = new ArrayList<Texture>();
        for (var drift : scene.drifts()) {
            switch (drift) {
                case FIREWORKS -> textures.add(every(1.9, Elements::firework, .4, .6));
                case FIREFLIES -> textures.add(scatter(Creatures::bellCricket, .25, .008, .02, .5));
                case AURORA -> textures.add(drone(164, .02));
                case LEAVES -> textures.add(wind(2400, 5200, .9, .05));
                case PETALS, KITES -> textures.add(wind(600, 1400, .8, .03));
                case BUBBLES -> textures.add(scatter(Elements::bubble, 2.5, .02, .06, .4));
                case LANTERNS -> textures.add(scatter(Struck::chime, .5, .01, .03, .6));
                case MOON, STARS -> textures.add(scatter(Struck::chime, .15, .003, .008, 1));
            }
        }
        return textures;
    }

    /** Slow motion is heard as if through a wall of air. */
    private static void dull(Bus bus, double hertz) {
        for (var channel : new float[][] {bus.left, bus.right, bus.wet}) {
            var filter = new Filter().tune(hertz, .7);
            for (var i = 0; i < channel.length; i++) channel[i] = (float) filter.low(channel[i]);
        }
    }
}
