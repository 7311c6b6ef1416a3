package app.emaki.model.kamishibai.sound;

/** Things that ring, knock or break when they are hit. */
final class Struck {
    private Struck() {}

    static float[] bell(Chance chance) {
        var pitch = chance.between(470, 560);
        return new Sketch(4)
                .noise(
                        chance,
                        0,
                        .03,
                        Curve.flat(3200),
                        1,
                        Curve.struck(.001, .008).times(.5))
                .ring(
                        0, 4, pitch, 1.1, .5, .5, 1, .8, 1.19, .55, 1.5, .3, 2, .6, 2.51, .25, 3.01, .2, 4.17, .15,
                        5.43, .1)
                .ring(0, 4, pitch * 1.003, 1.1, .5, .4, 1, .5, 2, .3)
                .finished();
    }

    /** A large bell of a temple, struck with a beam. */
    static float[] templeBell(Chance chance) {
        return new Sketch(6)
                .rumble(chance, 0, .2, Curve.flat(300), Curve.struck(.004, .05).times(.8))
                .ring(0, 6, 118, 2.4, 1, 1, 1.008, .8, 2.02, .5, 2.74, .4, 3.9, .2, 5.1, .12, 6.6, .08)
                .finished();
    }

    static float[] sword(Chance chance) {
        var sketch = new Sketch(2.6)
                .noise(
                        chance,
                        0,
                        .24,
                        Curve.points(0, 1800, .22, 6800),
                        2.5,
                        Curve.points(0, 0, .03, .25, .2, .5, .24, 0))
                .hiss(chance, .2, .05, 5000, Curve.struck(.001, .012).times(.9));
        double[] partials = {1740, 2637, 3512, 4435, 5274, 6645, 8372, 9956, 12_100};
        for (var i = 0; i < partials.length; i++) {
            var fall = .55 / (1 + i * .16);
            var flutter = Curve.struck(.002, fall).wavering(5 + i * 2.3, .35);
            sketch.tone(.2, 2.3, partials[i] * chance.between(.995, 1.005), flutter.times(.5 / (1 + i * .35)));
        }
        return sketch.finished();
    }

    /** Two blades meeting. */
    static float[] clash(Chance chance) {
        var pitch = chance.between(1100, 1500);
        return new Sketch(1)
                .hiss(chance, 0, .06, 3000, Curve.struck(.001, .014))
                .ring(0, 1, pitch, .3, 1, .4, 1.58, .5, 2.24, .5, 3.11, .4, 4.3, .35, 5.7, .25, 7.1, .2)
                .finished();
    }

    static float[] glass(Chance chance) {
        var sketch = new Sketch(1.8)
                .hiss(chance, 0, .12, 2500, Curve.struck(.001, .03).times(1.2))
                .noise(chance, 0, .05, Curve.flat(900), 1, Curve.struck(.001, .012));
        for (var i = 0; i < 46; i++) {
            var at = Math.pow(chance.unit(), 1.8) * 1.1;
            sketch.ring(
                    at,
                    .35,
                    chance.between(2400, 7800),
                    chance.between(.02, .09),
                    1,
                    .35 * (1.2 - at),
                    1.53,
                    .2,
                    2.3,
                    .1);
        }
        return sketch.finished();
    }

    static float[] drum(Chance chance) {
        var pitch = chance.between(58, 74);
        return new Sketch(1.4)
                .tone(0, 1.4, t -> pitch * (1 + 1.4 * Math.exp(-t * 32)), Curve.struck(.002, .22))
                .tone(
                        0,
                        .8,
                        t -> pitch * 1.59 * (1 + .6 * Math.exp(-t * 30)),
                        Curve.struck(.002, .1).times(.4))
                .rumble(
                        chance,
                        0,
                        .3,
                        Curve.points(0, 2600, .06, 400),
                        Curve.struck(.001, .03).times(1.1))
                .finished();
    }

    static float[] phone(Chance chance) {
        var sketch = new Sketch(3.2);
        for (var ring = 0; ring < 2; ring++) {
            for (var i = 0; i < 20; i++) {
                sketch.ring(ring * 1.6 + i * .05, .4, i % 2 == 0 ? 1890 : 2240, .12, 1, .4, 2.4, .3, 3.9, .2, 5.3, .1);
            }
        }
        return sketch.finished();
    }

    static float[] door(Chance chance) {
        var sketch = new Sketch(2)
                .noise(chance, 0, .03, Curve.flat(2600), 2, Curve.struck(.001, .006))
                .noise(
                        chance,
                        .07,
                        .03,
                        Curve.flat(1700),
                        2,
                        Curve.struck(.001, .008).times(.7));
        // wood that sticks and slips: short pulses that come faster as the door swings
        for (double at = .2, gap = .03; at < 1.1; at += gap * chance.between(.85, 1.15)) {
            gap = .030 - .02 * Math.sin((at - .2) / .9 * Math.PI);
            sketch.noise(
                    chance,
                    at,
                    .03,
                    Curve.flat(620 + 500 * (at - .2)),
                    6,
                    Curve.struck(.001, .008).times(3));
        }
        return sketch.rumble(
                        chance,
                        1.25,
                        .5,
                        Curve.points(0, 900, .1, 160),
                        Curve.struck(.002, .06).times(3))
                .tone(1.25, .5, 82, Curve.struck(.003, .07).times(1))
                .noise(
                        chance,
                        1.27,
                        .04,
                        Curve.flat(2100),
                        2,
                        Curve.struck(.001, .008).times(.8))
                .finished();
    }

    static float[] chime(Chance chance) {
        var pitch = chance.between(2300, 3300);
        return new Sketch(1.6)
                .ring(0, 1.6, pitch, .5, 1, .6, 2.71, .3, 4.9, .12)
                .finished();
    }

    /** A bamboo tube tipping onto a stone. */
    static float[] bamboo(Chance chance) {
        return new Sketch(.5)
                .ring(0, .5, chance.between(390, 430), .07, 1, 1, 2.63, .5, 4.6, .25)
                .noise(
                        chance,
                        0,
                        .04,
                        Curve.flat(1400),
                        1.5,
                        Curve.struck(.001, .01).times(.6))
                .finished();
    }

    static float[] cup(Chance chance) {
        return new Sketch(.5)
                .ring(0, .5, chance.between(1900, 2900), .07, 1, .6, 1.87, .5, 2.9, .3, 4.1, .2)
                .finished();
    }

    static float[] tick(Chance chance) {
        return new Sketch(.06)
                .noise(chance, 0, .06, Curve.flat(chance.between(2400, 3000)), 5, Curve.struck(.0005, .006))
                .finished();
    }

    static float[] key(Chance chance) {
        return new Sketch(.07)
                .noise(chance, 0, .03, Curve.flat(chance.between(1700, 3200)), 2, Curve.struck(.0005, .005))
                .noise(
                        chance,
                        .03,
                        .03,
                        Curve.flat(1100),
                        2,
                        Curve.struck(.0005, .006).times(.5))
                .finished();
    }

    /** A ball, a landing, a dull blow. */
    static float[] thud(Chance chance) {
        return new Sketch(.4)
                .tone(0, .4, t -> 70 + 60 * Math.exp(-t * 40), Curve.struck(.002, .06))
                .rumble(chance, 0, .2, Curve.flat(700), Curve.struck(.001, .03).times(.9))
                .finished();
    }
}
