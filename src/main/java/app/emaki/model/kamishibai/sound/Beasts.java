package app.emaki.model.kamishibai.sound;

/** What farms and music rooms sound like: the neigh of a horse, the single key of a piano. */
final class Beasts {
    private static final double[] SCALE = {261.6, 293.7, 329.6, 392, 440, 523.3, 587.3, 659.3};

    private Beasts() {}

    /** A falling, shaken whinny. */
    static float[] neigh(Chance chance) {
        var lift = chance.between(.9, 1.1);
        return new Sketch(1.3)
                .throat(
                        chance,
                        0,
                        1.25,
                        Curve.points(0, 620 * lift, .2, 980 * lift, .6, 760 * lift, 1.25, 330 * lift)
                                .wavering(11, .07),
                        Curve.points(0, 700, .25, 1100, 1.25, 600),
                        Curve.points(0, 2100, .25, 2500, 1.25, 1500),
                        .25,
                        Curve.swell(1.25))
                .finished();
    }

    /** One struck string of a piano, out of a scale in which no two notes quarrel. */
    static float[] key(Chance chance) {
        var hertz = SCALE[chance.below(SCALE.length)];
        return new Sketch(1.4)
                .ring(0, 1.4, hertz, .5, 1, 1, 2, .5, 3, .22, 4, .12, 5, .05)
                .finished();
    }
}
