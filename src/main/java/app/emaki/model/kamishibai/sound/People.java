package app.emaki.model.kamishibai.sound;

import java.util.List;

/** What people do and are without words: hands, crowds, laughter, a heart. */
final class People {
    private static final List<double[]> VOWELS = List.of(
            new double[] {750, 1250},
            new double[] {320, 2200},
            new double[] {370, 1300},
            new double[] {500, 1900},
            new double[] {480, 850});

    private People() {}

    static float[] applause(Chance chance) {
        var sketch = new Sketch(3.8);
        var density = Curve.points(0, .2, .5, 1, 2.4, 1, 3.7, .05);
        var claps = new float[10][];
        for (var i = 0; i < claps.length; i++) claps[i] = clap(chance);
        for (var at = 0.0; at < 3.6; at += .0045 / density.at(at) * chance.between(.4, 1.6)) {
            sketch.add(at, claps[chance.below(claps.length)], chance.between(.15, .7) * (.4 + .6 * density.at(at)));
        }
        return sketch.finished();
    }

    static float[] clap(Chance chance) {
        return new Sketch(.08)
                .noise(
                        chance,
                        0,
                        .08,
                        Curve.flat(chance.between(800, 2300)),
                        chance.between(1, 2.2),
                        Curve.struck(.001, chance.between(.006, .013)))
                .finished();
    }

    /** One syllable of somebody else's talk. */
    static float[] syllable(Chance chance) {
        var vowel = chance.pick(VOWELS);
        var seconds = chance.between(.11, .24);
        var pitch = chance.between(100, 240);
        return new Sketch(seconds)
                .throat(
                        chance,
                        0,
                        seconds,
                        Curve.points(0, pitch, seconds, pitch * chance.between(.82, 1.1)),
                        Curve.flat(vowel[0]),
                        Curve.flat(vowel[1]),
                        .12,
                        Curve.swell(seconds))
                .finished();
    }

    static float[] page(Chance chance) {
        return new Sketch(.5)
                .noise(
                        chance,
                        0,
                        .45,
                        Curve.points(0, 2500, .25, 5200, .45, 3000),
                        .8,
                        Curve.points(0, 0, .1, .7, .22, .3, .3, 1, .45, 0))
                .finished();
    }

    static float[] chalk(Chance chance) {
        return new Sketch(.25)
                .noise(
                        chance,
                        0,
                        .02,
                        Curve.flat(2300),
                        3,
                        Curve.struck(.0005, .005).times(1.4))
                .noise(
                        chance,
                        .02,
                        .2,
                        Curve.flat(chance.between(3200, 4300)),
                        2,
                        Curve.swell(.2).times(.5))
                .finished();
    }

    static float[] sizzle(Chance chance) {
        var sketch = new Sketch(1.2).hiss(chance, 0, 1.2, 3200, Curve.swell(1.2).times(.3));
        for (var i = 0; i < 40; i++)
            sketch.hiss(
                    chance,
                    chance.unit() * 1.15,
                    .02,
                    2500,
                    Curve.struck(.0005, .003).times(chance.between(.2, .9)));
        return sketch.finished();
    }

    static float[] guitar(Chance chance) {
        var sketch = new Sketch(2.4);
        double[] chord = {110, 164.81, 220, 277.18, 329.63};
        for (var i = 0; i < chord.length; i++) sketch.add(i * .03, Instruments.pluck(chance, chord[i], 2.2, .55), .5);
        return sketch.finished();
    }

    static float[] laughter(Chance chance) {
        var sketch = new Sketch(2.2);
        var pitch = chance.between(190, 270);
        for (var i = 0; i < 9; i++) {
            var top = pitch * (1.25 - i * .045) * chance.between(.95, 1.05);
            var loud = (1 - i * .07) * chance.between(.8, 1);
            sketch.noise(
                            chance,
                            i * .2,
                            .07,
                            Curve.flat(1500),
                            .8,
                            Curve.swell(.07).times(.3 * loud))
                    .throat(
                            chance,
                            i * .2 + .04,
                            .13,
                            Curve.points(0, top, .13, top * .86),
                            Curve.flat(760),
                            Curve.flat(1320),
                            .15,
                            Curve.swell(.13).times(loud));
        }
        return sketch.finished();
    }

    static float[] sob(Chance chance) {
        var sketch = new Sketch(2.2);
        for (var i = 0; i < 4; i++) {
            var top = chance.between(330, 380) * (1 - i * .05);
            sketch.noise(
                            chance,
                            i * .5,
                            .14,
                            Curve.points(0, 1400, .14, 2300),
                            1,
                            Curve.swell(.14).times(.35))
                    .throat(
                            chance,
                            i * .5 + .15,
                            .26,
                            Curve.points(0, top, .08, top * 1.12, .26, top * .75)
                                    .wavering(11, .03),
                            Curve.flat(520),
                            Curve.flat(1250),
                            .3,
                            Curve.swell(.26));
        }
        return sketch.finished();
    }

    static float[] heartbeat(Chance chance) {
        var sketch = new Sketch(3.4);
        for (var i = 0; i < 4; i++) {
            for (var half = 0; half < 2; half++) {
                var low = half == 0 ? 48 : 58;
                sketch.tone(
                                i * .86 + half * .27,
                                .25,
                                t -> low + 30 * Math.exp(-t * 40),
                                Curve.struck(.012, .05).times(half == 0 ? 1 : .7))
                        .rumble(
                                chance,
                                i * .86 + half * .27,
                                .15,
                                Curve.flat(160),
                                Curve.struck(.01, .03).times(.7));
            }
        }
        return sketch.finished();
    }
}
