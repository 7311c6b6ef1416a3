package app.emaki.model.kamishibai.sound;

import java.util.function.Function;

/** A sound that goes on: it fills a bus from end to end. */
@FunctionalInterface
interface Texture {
    void fill(Bus bus, Chance chance);

    /** Wind between two pitches; gusts 0 to 1. */
    static Texture wind(double low, double high, double gusts, double gain) {
        return (bus, chance) -> {
            double a = chance.unit(), b = chance.unit();
            Curve gust = t -> .5 + .3 * Wave.sine(.11 * t + a) + .2 * Wave.sine(.29 * t + b);
            noise(
                    bus,
                    chance,
                    t -> low + (high - low) * gust.at(t),
                    1.1,
                    t -> gain * (1 - gusts + gusts * 1.6 * gust.at(t) * gust.at(t)),
                    .05);
        };
    }

    /** A steady wash of noise around a pitch. */
    static Texture wash(double hertz, double q, double gain) {
        return (bus, chance) -> noise(bus, chance, Curve.flat(hertz), q, Curve.flat(gain), .03);
    }

    static Texture rumble(double hertz, double gain) {
        return (bus, chance) -> {
            double a = chance.unit();
            noise(
                    bus,
                    chance,
                    t -> hertz * (1 + .25 * Wave.sine(.23 * t + a)),
                    .6,
                    t -> gain * (1 + .2 * Wave.sine(.4 * t + a)),
                    0);
        };
    }

    /** Waves on a shore: they rise, break, and draw back. */
    static Texture surf(double everySeconds, double gain) {
        return (bus, chance) -> {
            double a = chance.unit();
            Curve wave = t -> {
                var place = t / everySeconds + a;
                place -= Math.floor(place);
                return place < .35 ? Math.pow(place / .35, 2) : Math.exp(-(place - .35) * 4.2);
            };
            noise(bus, chance, t -> 350 + 1900 * wave.at(t), .45, t -> gain * (.18 + wave.at(t)), .08);
            noise(bus, chance, t -> 4200, .6, t -> gain * .35 * wave.at(t + .25) * wave.at(t), .05);
        };
    }

    /** Rain: the far hiss, the near drops, and the ground it falls on. */
    static Texture rain(double strength, double ground, boolean roof) {
        return (bus, chance) -> {
            double a = chance.unit();
            noise(
                    bus,
                    chance,
                    Curve.flat(roof ? 900 : 5200),
                    .35,
                    t -> strength * (roof ? .16 : .1) * (1 + .12 * Wave.sine(.17 * t + a)),
                    .05);
            noise(bus, chance, Curve.flat(ground), .5, Curve.flat(strength * .11), .05);
            scatter(Elements::drip, 24 * strength, .012, .05, .4).fill(bus, chance);
            scatter(c -> Struck.tick(c), 60 * strength, .008, .03, .2).fill(bus, chance);
        };
    }

    /** Running water. */
    static Texture stream(double gain) {
        return (bus, chance) -> {
            noise(bus, chance, t -> 700 + 200 * Wave.sine(.7 * t), .5, Curve.flat(gain * .5), .05);
            noise(bus, chance, t -> 2300, .6, t -> gain * .2 * (1 + .3 * Wave.sine(1.3 * t)), .05);
            scatter(Elements::bubble, 16, gain * .15, gain * .5, .3).fill(bus, chance);
            scatter(Elements::drip, 14, gain * .06, gain * .22, .4).fill(bus, chance);
        };
    }

    /** Other people talking, none of them close. */
    static Texture murmur(double crowd, double gain) {
        return scatter(People::syllable, 5 + 20 * crowd, gain * .2, gain, .5);
    }

    /** A tone with its overtones that wavers a little, as of lamps, fans and tubes. */
    static Texture hum(double hertz, int overtones, double gain) {
        return (bus, chance) -> {
            var sound = new Sketch(bus.seconds());
            for (var k = 1; k <= overtones; k++) {
                sound.tone(0, bus.seconds(), hertz * k, Curve.flat(gain / k).wavering(.3 + k * .37, .3));
            }
            bus.place(sound.samples(), 0, .8, chance.between(-.3, .3), .1);
        };
    }

    /** Slow beating tones that belong to no instrument. */
    static Texture drone(double hertz, double gain) {
        return (bus, chance) -> {
            double[] ratios = {1, 1.005, 1.498, 2.003, 3.01};
            for (var i = 0; i < ratios.length; i++) {
                var level = Curve.flat(gain / (1 + i)).wavering(chance.between(.05, .16), .6);
                var sound = new Sketch(bus.seconds()).tone(0, bus.seconds(), hertz * ratios[i], level);
                bus.place(sound.samples(), 0, 1, chance.between(-.8, .8), .5);
            }
        };
    }

    /** Short sounds strewn over time at random: so many a second, with gains between two levels. */
    static Texture scatter(Function<Chance, float[]> kind, double perSecond, double quiet, double loud, double room) {
        return (bus, chance) -> {
            var variants = new float[Math.clamp((int) (perSecond * bus.seconds() / 3), 1, 6)][];
            for (var i = 0; i < variants.length; i++) variants[i] = kind.apply(chance);
            var at = -Math.log(1 - chance.unit()) / perSecond * .6;
            while (at < bus.seconds()) {
                bus.place(
                        variants[chance.below(variants.length)],
                        at,
                        chance.between(quiet, loud),
                        chance.between(-.9, .9),
                        room);
                at += Math.min(-Math.log(1 - chance.unit()), 2.5) / perSecond;
            }
        };
    }

    /** A sound that returns every so many seconds, the first within one such span. */
    static Texture every(double seconds, Function<Chance, float[]> kind, double gain, double room) {
        return (bus, chance) -> {
            var pan = chance.between(-.6, .6);
            var sound = kind.apply(chance);
            for (var at = seconds * chance.between(.1, .45); at < bus.seconds(); at += seconds) {
                bus.place(sound, at, gain, pan, room);
            }
        };
    }

    private static void noise(Bus bus, Chance chance, Curve hertz, double q, Curve gain, double send) {
        Filter toLeft = new Filter(), toRight = new Filter();
        var level = gain.at(0);
        var step = 0.0;
        var stride = 64;
        for (var i = 0; i < bus.length(); i++) {
            if (i % stride == 0) {
                var t = i / (double) Wave.RATE;
                var pitch = hertz.at(t);
                toLeft.tune(pitch, q);
                toRight.tune(pitch, q);
                step = (gain.at(t + stride / (double) Wave.RATE) - level) / stride;
            }
            level += step;
            var shared = chance.signed() * .35;
            var one = toLeft.band(shared + chance.signed()) * level;
            var two = toRight.band(shared + chance.signed()) * level;
            bus.left[i] += (float) one;
            bus.right[i] += (float) two;
            bus.wet[i] += (float) ((one + two) * .5 * send);
        }
    }
}
