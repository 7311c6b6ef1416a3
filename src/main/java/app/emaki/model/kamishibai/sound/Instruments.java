package app.emaki.model.kamishibai.sound;

/** What the score is played on; each note at a peak of one. */
final class Instruments {
    private Instruments() {}

    /** A plucked string; brightness 0 to 1 from nylon to koto. */
    static float[] pluck(Chance chance, double hertz, double seconds, double brightness) {
        var period = Wave.RATE / hertz;
        var delay = (int) (period - .5);
        var share = (float) (period - .5 - delay);
        var line = new float[delay + 2];
        var last = 0f;
        for (var i = 0; i < line.length; i++) {
            last += (chance.signed() - last) * (float) (.15 + .8 * brightness);
            line[i] = last;
        }
        var out = new float[Wave.samples(seconds)];
        var loss = (float) Math.pow(.001, 1 / (hertz * seconds * (.8 + .4 * brightness)));
        var keep = (float) (.5 + .38 * brightness);
        var low = 0f;
        for (int i = 0, at = 0; i < out.length; i++) {
            var one = line[at];
            var two = line[(at + 1) % line.length];
            var heard = one + (two - one) * (1 - share);
            low = heard * keep + low * (1 - keep);
            line[at] = low * loss;
            out[i] = heard;
            if (++at == line.length) at = 0;
        }
        var sketch = new Sketch(seconds).add(0, out, 1);
        return sketch.finished();
    }

    static float[] musicBox(double hertz, double seconds) {
        return new Sketch(seconds)
                .ring(0, seconds, hertz, .45, 1, .7, 2.76, .22, 5.4, .1, 8.9, .04)
                .finished();
    }

    static float[] marimba(double hertz) {
        return new Sketch(.8).ring(0, .8, hertz, .16, 1, 1, 3.93, .25, 9.2, .06).finished();
    }

    /** Bamboo flute: breath, then tone, with a vibrato that comes late. */
    static float[] flute(Chance chance, double hertz, double seconds) {
        Curve pitch = t -> hertz * (1 - .03 * Math.exp(-t * 18)) * (1 + Math.min(.008, t * .01) * Wave.sine(5.1 * t));
        var gain = Curve.points(0, 0, .09, 1, seconds * .7, .8, seconds, 0);
        return new Sketch(seconds)
                .tone(0, seconds, pitch, gain)
                .tone(0, seconds, pitch.times(2), gain.times(.22))
                .tone(0, seconds, pitch.times(3), gain.times(.08))
                .noise(chance, 0, seconds, pitch.times(1.5), 2.2, gain.times(.35))
                .noise(
                        chance,
                        0,
                        Math.min(seconds, .16),
                        Curve.flat(2600),
                        .8,
                        Curve.swell(Math.min(seconds, .16)).times(.5))
                .finished();
    }

    /** Three strings a hair apart behind a low-pass that opens and closes. */
    static float[] pad(Chance chance, double hertz, double seconds, double brightness) {
        var gain = Curve.points(0, 0, Math.min(.7, seconds * .3), 1, seconds * .72, .9, seconds, 0);
        var sketch = new Sketch(seconds);
        for (var voice = -1; voice <= 1; voice++) {
            var pitch = Curve.flat(hertz * (1 + voice * .0036)).wavering(chance.between(.15, .4), .0012);
            sketch.buzz(0, seconds, pitch, 1.6 + 4 * brightness, gain.wavering(chance.between(.2, .5), .12));
        }
        return sketch.finished();
    }

    static float[] bass(double hertz, double seconds) {
        var gain = Curve.points(0, 0, .012, 1, seconds * .6, .6, seconds, 0);
        return new Sketch(seconds)
                .tone(0, seconds, hertz, gain)
                .buzz(0, seconds, Curve.flat(hertz), 3.2, gain.times(.45))
                .finished();
    }

    /** Low strings, bowed short. */
    static float[] strings(Chance chance, double hertz, double seconds) {
        var gain = Curve.points(0, 0, .05, 1, seconds * .6, .7, seconds, 0);
        var sketch = new Sketch(seconds);
        for (var voice = -1; voice <= 1; voice++) {
            sketch.buzz(0, seconds, Curve.flat(hertz * (1 + voice * .005)).wavering(5.6, .004), 6, gain);
        }
        return sketch.noise(chance, 0, seconds, Curve.flat(hertz * 5), 1, gain.times(.06))
                .finished();
    }

    static float[] shaker(Chance chance) {
        return new Sketch(.1).hiss(chance, 0, .1, 5500, Curve.swell(.08)).finished();
    }

    /** A wooden clapper. */
    static float[] woodBlock(Chance chance) {
        return new Sketch(.25).ring(0, .25, 940, .03, 1, 1, 2.4, .5, 3.9, .2).finished();
    }
}
