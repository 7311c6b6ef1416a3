package app.emaki.model.kamishibai.sound;

/** The voices of animals. */
final class Creatures {
    private Creatures() {}

    static float[] birdsong(Chance chance) {
        var sketch = new Sketch(2.8);
        for (double at = 0; at < 2.4; ) {
            var note = chirp(chance);
            var repeats = 1 + chance.below(4);
            for (var i = 0; i < repeats && at < 2.5; i++, at += note.length / (double) Wave.RATE + .02) {
                sketch.add(at, note, chance.between(.6, 1));
            }
            at += chance.between(.05, .3);
        }
        return sketch.finished();
    }

    static float[] chirp(Chance chance) {
        var pitch = chance.between(2700, 4600);
        var seconds = chance.between(.05, .16);
        var bend = Curve.points(
                0, pitch, seconds * .4, pitch * chance.between(1.08, 1.4), seconds, pitch * chance.between(.75, 1.1));
        return new Sketch(seconds + .01)
                .tone(0, seconds, bend, Curve.swell(seconds).wavering(chance.between(18, 42), .3))
                .tone(0, seconds, bend.times(2), Curve.swell(seconds).times(.12))
                .finished();
    }

    static float[] cicadas(Chance chance) {
        var swell = Curve.points(0, 0, .5, .7, 2.2, 1, 3.4, .5, 4, 0);
        var sketch = new Sketch(4);
        double[] pitches = {4150, 4480, 5100, 6350};
        for (var pitch : pitches) {
            var beat = chance.between(5.2, 6.4);
            var wings = chance.between(86, 120);
            Curve calls = t -> swell.at(t) * (.55 + .45 * Wave.sine(beat * t)) * (.5 + .5 * Wave.sine(wings * t));
            sketch.noise(chance, 0, 4, Curve.flat(pitch), 14, calls.times(1.6))
                    .tone(0, 4, Curve.flat(pitch).wavering(wings, .006), calls.times(.28));
        }
        return sketch.finished();
    }

    static float[] cricket(Chance chance) {
        var pitch = chance.between(4100, 4700);
        var sketch = new Sketch(.6);
        for (var i = 0; i < 4; i++) sketch.tone(i * .055, .045, pitch, Curve.swell(.045));
        return sketch.finished();
    }

    /** The suzumushi of autumn nights: one long silver trill. */
    static float[] bellCricket(Chance chance) {
        var pitch = chance.between(4300, 4500);
        return new Sketch(1.5)
                .tone(0, 1.4, pitch, Curve.swell(1.4).wavering(26, .85))
                .finished();
    }

    static float[] meow(Chance chance) {
        var lift = chance.between(.92, 1.1);
        return new Sketch(1)
                .throat(
                        chance,
                        0,
                        .95,
                        Curve.points(0, 480 * lift, .18, 720 * lift, .5, 640 * lift, .95, 400 * lift)
                                .wavering(7, .012),
                        Curve.points(0, 420, .22, 1050, .6, 900, .95, 480),
                        Curve.points(0, 2300, .22, 1850, .6, 1500, .95, 950),
                        .06,
                        Curve.points(0, 0, .06, .6, .25, 1, .7, .6, .95, 0))
                .finished();
    }

    static float[] bark(Chance chance) {
        var sketch = new Sketch(1.1);
        for (var at : new double[] {0, .42}) {
            var pitch = chance.between(.92, 1.08);
            sketch.throat(
                            chance,
                            at,
                            .2,
                            Curve.points(0, 210 * pitch, .04, 430 * pitch, .2, 170 * pitch),
                            Curve.points(0, 500, .05, 950, .2, 520),
                            Curve.points(0, 1200, .05, 1750, .2, 1100),
                            .8,
                            Curve.points(0, 0, .012, 1, .09, .8, .2, 0))
                    .noise(
                            chance,
                            at,
                            .08,
                            Curve.flat(1600),
                            1,
                            Curve.struck(.004, .02).times(.6));
        }
        return sketch.finished();
    }

    static float[] crow(Chance chance) {
        var sketch = new Sketch(1.3);
        for (var at : new double[] {0, .55}) {
            sketch.throat(
                    chance,
                    at,
                    .38,
                    Curve.points(0, 430, .1, 520, .38, 400),
                    Curve.points(0, 800, .15, 1150, .38, 900),
                    Curve.flat(1750),
                    .9,
                    Curve.points(0, 0, .04, 1, .28, .8, .38, 0));
        }
        return sketch.finished();
    }

    static float[] gull(Chance chance) {
        var sketch = new Sketch(1.6);
        for (var i = 0; i < 3; i++) {
            var top = chance.between(980, 1150);
            sketch.throat(
                    chance,
                    i * .45,
                    .4,
                    Curve.points(0, top * .8, .1, top * 1.2, .4, top * .75),
                    Curve.flat(1500),
                    Curve.flat(2700),
                    .15,
                    Curve.points(0, 0, .05, 1, .3, .6, .4, 0));
        }
        return sketch.finished();
    }

    static float[] owl(Chance chance) {
        var pitch = chance.between(320, 380);
        var sketch = new Sketch(1.8);
        for (var at : new double[] {0, .55, .8}) {
            var seconds = at == 0 ? .35 : .5 - at * .25;
            sketch.tone(
                            at,
                            seconds,
                            Curve.points(0, pitch * .94, .08, pitch, seconds, pitch * .9),
                            Curve.swell(seconds))
                    .noise(
                            chance,
                            at,
                            seconds,
                            Curve.flat(pitch * 2),
                            3,
                            Curve.swell(seconds).times(.12));
        }
        return sketch.finished();
    }

    static float[] frog(Chance chance) {
        var pitch = chance.between(70, 95);
        return new Sketch(.4)
                .throat(
                        chance,
                        0,
                        .35,
                        Curve.flat(pitch),
                        Curve.points(0, 500, .35, 760),
                        Curve.flat(1700),
                        .1,
                        Curve.swell(.35).wavering(24, .5))
                .finished();
    }

    static float[] whale(Chance chance) {
        var low = chance.between(130, 190);
        var bend = Curve.points(0, low, .9, low * 1.9, 1.8, low * 1.5, 2.8, low * .8)
                .wavering(3.1, .02);
        return new Sketch(3)
                .tone(0, 2.9, bend, Curve.swell(2.9))
                .tone(0, 2.9, bend.times(2), Curve.swell(2.9).times(.4))
                .tone(0, 2.9, bend.times(3.01), Curve.swell(2.9).times(.15))
                .finished();
    }

    static float[] growl(Chance chance) {
        return new Sketch(1.6)
                .throat(
                        chance,
                        0,
                        1.5,
                        Curve.points(0, 62, .4, 84, 1.5, 52).wavering(23, .12),
                        Curve.points(0, 320, .5, 560, 1.5, 300),
                        Curve.points(0, 900, .5, 1150, 1.5, 800),
                        .9,
                        Curve.points(0, 0, .15, 1, .9, .8, 1.5, 0))
                .rumble(chance, 0, 1.5, Curve.flat(220), Curve.swell(1.5).times(.5))
                .finished();
    }
}
