package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** What feet fall on. */
enum Ground {
    STONE(160, 1900, 1.2, .014, .6, 0),
    WOOD(125, 700, 1.6, .03, 1, 0),
    TILE(180, 2600, 1.4, .010, .5, 0),
    METAL(210, 1500, 3, .045, .6, 0),
    GRAVEL(110, 2700, .7, .05, .4, 9),
    SAND(80, 1100, .5, .07, .25, 0),
    SNOW(90, 1700, .8, .09, .2, 6),
    GRASS(85, 2300, .6, .06, .3, 4),
    NONE(0, 0, 1, .01, 0, 0);

    private final double thump;
    private final double scuff;
    private final double q;
    private final double fall;
    private final double weight;
    private final int grains;

    Ground(double thump, double scuff, double q, double fall, double weight, int grains) {
        this.thump = thump;
        this.scuff = scuff;
        this.q = q;
        this.fall = fall;
        this.weight = weight;
        this.grains = grains;
    }

    static Ground of(Setting setting) {
        return switch (setting) {
            case NEON_STREET, CROSSING, LANE, CASTLE -> STONE;
            case STATION, CAFE, KITCHEN, OFFICE -> TILE;
            case CLASSROOM, ROOM, LIBRARY, STAGE, STUDIO -> WOOD;
            case TRAIN_INSIDE, ROOFTOP -> METAL;
            case PARK, SHRINE, TRAIN_OUTSIDE, MOUNTAINS, RIVER -> GRAVEL;
            case BEACH, DESERT -> SAND;
            case SNOW_VILLAGE -> SNOW;
            case FOREST, BAMBOO, FIELD -> GRASS;
            case SEA, SPACE, UNDERWATER, SKY -> NONE;
        };
    }

    /** One step: heel, then ball of the foot, with loose grains and water under it. */
    float[] step(Chance chance, boolean wet) {
        var sketch = new Sketch(.4);
        for (var half = 0; half < 2; half++) {
            var at = half * chance.between(.045, .065);
            var loud = half == 0 ? 1 : .6;
            sketch.tone(
                            at,
                            .1,
                            t -> thump * (1 + .5 * Math.exp(-t * 60)),
                            Curve.struck(.002, .018).times(weight * loud))
                    .noise(
                            chance,
                            at,
                            .3,
                            Curve.flat(scuff * chance.between(.85, 1.15)),
                            q,
                            Curve.struck(.003, fall).times(loud));
        }
        for (var i = 0; i < grains; i++) {
            var grain = Curve.struck(.0005, .004).times(chance.between(.2, .6));
            sketch.noise(chance, chance.unit() * .14, .03, Curve.flat(scuff * chance.between(.7, 2)), 3, grain);
        }
        if (wet) {
            sketch.noise(
                            chance,
                            .01,
                            .22,
                            Curve.points(0, 1500, .2, 3200),
                            .8,
                            Curve.struck(.01, .05).times(.8))
                    .add(.06, Elements.drip(chance), .25);
        }
        return sketch.finished();
    }
}
