package app.emaki.model.kamishibai.sound;

/** Air, water, fire and sky. */
final class Elements {
    private Elements() {}

    static float[] whoosh(Chance chance) {
        var seconds = chance.between(.55, .75);
        return new Sketch(seconds)
                .noise(
                        chance,
                        0,
                        seconds,
                        Curve.points(0, 260, seconds * .45, 2900, seconds, 420),
                        1.3,
                        Curve.points(0, 0, seconds * .42, 1, seconds * .55, .8, seconds, 0))
                .finished();
    }

    static float[] thunder(Chance chance) {
        var sketch = new Sketch(5.2);
        var at = .0;
        for (var i = 0; i < 7; i++, at += chance.between(.02, .09)) {
            sketch.noise(
                    chance,
                    at,
                    .25,
                    Curve.points(0, 2600, .2, 300),
                    .6,
                    Curve.struck(.001, .03).times(chance.between(.6, 1.3)));
        }
        for (var i = 0; i < 12; i++) {
            var start = .15 + i * .3 + chance.between(0, .25);
            var loud = 2.4 * Math.exp(-start / 1.7) * chance.between(.5, 1.2);
            sketch.rumble(
                    chance,
                    start,
                    1.2,
                    Curve.points(0, 520 - start * 70, 1.2, 60),
                    Curve.struck(.03, .3).times(loud));
        }
        return sketch.rumble(chance, .1, 5, Curve.points(0, 240, 4.5, 60), Curve.points(0, 0, .3, 1.5, 2, .8, 4.8, 0))
                .finished();
    }

    static float[] splash(Chance chance) {
        var sketch = new Sketch(1.7)
                .tone(
                        0,
                        .3,
                        t -> 70 + 140 * Math.exp(-t * 18),
                        Curve.struck(.004, .06).times(.6))
                .noise(
                        chance,
                        0,
                        .5,
                        Curve.points(0, 900, .12, 2600, .5, 1500),
                        .6,
                        Curve.struck(.006, .1).times(1.3))
                .hiss(chance, .05, 1.2, 3500, Curve.points(0, 0, .08, .4, 1.1, 0));
        for (var i = 0; i < 26; i++) {
            sketch.add(.12 + chance.unit() * 1.2, drip(chance), chance.between(.08, .3));
        }
        return sketch.finished();
    }

    /** A bubble closing: a short rising tone. */
    static float[] drip(Chance chance) {
        var pitch = chance.between(700, 2400);
        return new Sketch(.09)
                .tone(0, .09, t -> pitch * (1 + 5 * t), Curve.struck(.001, .016))
                .finished();
    }

    static float[] bubble(Chance chance) {
        var pitch = chance.between(220, 700);
        return new Sketch(.16)
                .tone(0, .16, t -> pitch * (1 + 4 * t), Curve.struck(.008, .04))
                .finished();
    }

    static float[] explosion(Chance chance) {
        var sketch = new Sketch(3.6)
                .hiss(chance, 0, .2, 1200, Curve.struck(.001, .03))
                .rumble(
                        chance,
                        0,
                        3.5,
                        Curve.points(0, 5000, .15, 1100, 1, 300, 3, 70),
                        Curve.struck(.003, .7).times(2.2))
                .tone(
                        0,
                        1.4,
                        t -> 32 + 70 * Math.exp(-t * 5),
                        Curve.struck(.004, .4).times(1.3));
        for (var i = 0; i < 30; i++) {
            var at = .4 + chance.unit() * 2.2;
            sketch.noise(
                    chance,
                    at,
                    .05,
                    Curve.flat(chance.between(700, 3500)),
                    2,
                    Curve.struck(.001, .01).times(.35 * (1 - at / 3)));
        }
        return sketch.finished();
    }

    static float[] meteor(Chance chance) {
        var fall = Curve.points(0, 3400, 1.5, 900);
        return new Sketch(4)
                .tone(0, 1.6, fall.wavering(9, .01), Curve.points(0, 0, .3, .25, 1.4, .5, 1.6, 0))
                .noise(chance, 0, 1.7, fall.times(.8), 4, Curve.points(0, 0, 1.4, 1.6, 1.7, 0))
                .rumble(chance, .3, 1.5, Curve.points(0, 200, 1.3, 1500), Curve.points(0, 0, 1.25, .9, 1.5, 0))
                .add(1.55, explosion(chance), 1)
                .finished();
    }

    static float[] firework(Chance chance) {
        var sketch = new Sketch(3.2)
                .tone(
                        0,
                        .8,
                        Curve.points(0, 700, .8, 2300).wavering(13, .01),
                        Curve.points(0, 0, .1, .16, .7, .12, .8, 0))
                .rumble(
                        chance,
                        .95,
                        1.4,
                        Curve.points(0, 900, .5, 160),
                        Curve.struck(.002, .25).times(2.6))
                .tone(
                        .95,
                        .6,
                        t -> 44 + 50 * Math.exp(-t * 12),
                        Curve.struck(.003, .15).times(.8));
        for (var i = 0; i < 70; i++) {
            var at = 1.2 + Math.pow(chance.unit(), 1.4) * 1.8;
            sketch.hiss(chance, at, .02, 2600, Curve.struck(.0005, .004).times(.5 * (3.2 - at) / 2));
        }
        return sketch.finished();
    }

    /** A wave lapping at a hull or a stroke in the water. */
    static float[] stroke(Chance chance) {
        return new Sketch(.9)
                .noise(chance, 0, .8, Curve.points(0, 500, .3, 1300, .8, 600), .7, Curve.points(0, 0, .2, 1, .8, 0))
                .add(.35, drip(chance), .2)
                .add(.5, drip(chance), .15)
                .finished();
    }

    /** A beat of large wings. */
    static float[] wing(Chance chance) {
        return new Sketch(.4)
                .noise(chance, 0, .36, Curve.points(0, 260, .16, 700, .36, 240), .8, Curve.swell(.36))
                .finished();
    }
}
