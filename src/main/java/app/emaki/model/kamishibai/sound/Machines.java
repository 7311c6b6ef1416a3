package app.emaki.model.kamishibai.sound;

/** Engines, wheels, signals. */
final class Machines {
    private Machines() {}

    static float[] engine(Chance chance) {
        var turning = Curve.points(0, 26, .25, 34, .6, 92, 1.1, 64, 2.2, 120, 2.9, 84, 3.4, 70);
        var gain = Curve.points(0, 0, .08, .5, .5, 1, 2.2, 1, 3, .7, 3.5, 0);
        var sketch = new Sketch(3.5)
                .buzz(0, 3.5, turning, 7, gain.times(.8))
                .buzz(0, 3.5, turning.times(.5), 9, gain.times(.6))
                .buzz(0, 3.5, turning.times(2.01), 4, gain.times(.25))
                .rumble(chance, 0, 3.5, turning.times(8), gain.times(.35).wavering(17, .5));
        for (var at = 0.0; at < .5; at += .11) {
            sketch.noise(
                    chance, at, .07, Curve.flat(520), 3, Curve.struck(.005, .02).times(1.2));
        }
        return sketch.finished();
    }

    static float[] hum(Chance chance) {
        var gain = Curve.points(0, 0, .3, 1, 2.6, 1, 3.2, 0);
        var sketch = new Sketch(3.2);
        for (var k = 1; k <= 9; k++) {
            sketch.tone(
                    0,
                    3.2,
                    60 * k * chance.between(.9995, 1.0005),
                    gain.wavering(.7 + k * .4, .25).times((k % 2 == 0 ? 1 : .5) / k));
        }
        return sketch.noise(chance, 0, 3.2, Curve.flat(2400), 3, gain.times(.03))
                .finished();
    }

    static float[] train(Chance chance) {
        var sketch = new Sketch(4.2);
        var passing = Curve.swell(4.2);
        sketch.rumble(chance, 0, 4.2, Curve.points(0, 200, 2.1, 900, 4.2, 160), passing.times(1.6))
                .noise(
                        chance,
                        0,
                        4.2,
                        Curve.points(0, 2600, 2, 3000, 2.4, 2300, 4.2, 2100),
                        3,
                        passing.times(passing).times(.25));
        for (var hertz : new double[] {370, 466, 554}) {
            var bend = Curve.points(0, hertz, 1.3, hertz * .96);
            sketch.buzz(.15, 1.4, bend, 4, Curve.points(0, 0, .06, .3, 1, .3, 1.35, 0));
        }
        var joint = joint(chance);
        for (var at = .2; at < 4; at += .62) sketch.add(at, joint, 1.3 * passing.at(at));
        return sketch.finished();
    }

    /** Two axles over the gap between two rails. */
    static float[] joint(Chance chance) {
        var sketch = new Sketch(.5);
        for (var at : new double[] {0, .13}) {
            sketch.tone(at, .2, t -> 95 + 90 * Math.exp(-t * 50), Curve.struck(.002, .03))
                    .noise(
                            chance,
                            at,
                            .1,
                            Curve.flat(820),
                            1.4,
                            Curve.struck(.001, .02).times(1.4))
                    .ring(at, .2, 1320, .03, 1, .15, 1.7, .1);
        }
        return sketch.finished();
    }

    static float[] passingCar(Chance chance) {
        var seconds = chance.between(2.4, 3.8);
        var gain = Curve.swell(seconds).times(Curve.swell(seconds));
        var pitch = chance.between(60, 95);
        return new Sketch(seconds)
                .rumble(chance, 0, seconds, Curve.points(0, 260, seconds / 2, 1500, seconds, 220), gain)
                .buzz(
                        0,
                        seconds,
                        Curve.points(
                                0,
                                pitch * 1.06,
                                seconds * .45,
                                pitch * 1.05,
                                seconds * .55,
                                pitch * .95,
                                seconds,
                                pitch * .93),
                        4,
                        gain.times(.35))
                .finished();
    }

    static float[] horn(Chance chance) {
        var pitch = chance.between(360, 440);
        var gain = Curve.points(0, 0, .02, 1, .3, 1, .36, 0);
        return new Sketch(.4)
                .buzz(0, .38, Curve.flat(pitch), 6, gain)
                .buzz(0, .38, Curve.flat(pitch * 1.26), 6, gain)
                .finished();
    }

    static float[] shipHorn(Chance chance) {
        var pitch = chance.between(78, 92);
        var gain = Curve.points(0, 0, .2, 1, 1.8, 1, 2.4, 0);
        return new Sketch(2.5)
                .buzz(0, 2.5, Curve.flat(pitch), 7, gain)
                .buzz(0, 2.5, Curve.flat(pitch * 1.5), 5, gain.times(.5))
                .finished();
    }

    /** The two notes that tell walkers a crossing is open. */
    static float[] crossingSignal(Chance chance) {
        var gain = Curve.points(0, 0, .012, 1, .13, .9, .22, 0);
        return new Sketch(.7)
                .tone(0, .24, 880, gain)
                .tone(0, .24, 1760, gain.times(.2))
                .tone(.24, .34, 698.46, gain)
                .tone(.24, .34, 1396.9, gain.times(.2))
                .finished();
    }

    /** The three falling notes before an announcement. */
    static float[] stationChime(Chance chance) {
        var sketch = new Sketch(2.6);
        double[] notes = {783.99, 659.26, 523.25, 587.33};
        for (var i = 0; i < notes.length; i++) sketch.ring(i * .38, 1.4, notes[i], .4, 1, .6, 2, .25, 3, .1, 4.1, .06);
        return sketch.finished();
    }

    static float[] bicycleBell(Chance chance) {
        var sketch = new Sketch(1.2);
        for (var at : new double[] {0, .06, .12, .3, .36, .42})
            sketch.ring(at, .7, 2610, .2, 1, .4, 1.51, .3, 2.3, .15);
        return sketch.finished();
    }

    /** Small thoughts of a robot. */
    static float[] servo(Chance chance) {
        var low = chance.between(240, 330);
        return new Sketch(.32)
                .buzz(
                        0,
                        .3,
                        Curve.points(0, low, .1, low * 1.9, .3, low * 1.5),
                        5,
                        Curve.points(0, 0, .03, 1, .25, .8, .3, 0))
                .noise(
                        chance,
                        0,
                        .3,
                        Curve.points(0, 1500, .3, 3200),
                        6,
                        Curve.swell(.3).times(.4))
                .finished();
    }
}
