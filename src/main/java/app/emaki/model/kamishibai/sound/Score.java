package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan.Mood;

/** A small piece for one film, composed by chance within the manners of its mood; it ends when the film does. */
final class Score {
    private static final int BEATS = 4;

    /** Seconds that the last chord rings. */
    private static final double CLOSE = 1.4;

    private final Mood mood;
    private final Piece piece;
    private final Bus bus;
    private final Chance chance;
    private final int[] road;
    private final int[] motif;
    private final boolean[] rhythm;
    private final int transposed;
    private final int bars;
    private final double bar;

    Score(Mood mood, long seed, Bus bus) {
        this.mood = mood;
        this.piece = Piece.of(mood);
        this.bus = bus;
        this.chance = Chance.of(seed, "score", mood);
        this.road = chance.pick(piece.roads());
        this.transposed = chance.below(5) - 2;
        this.motif = motif();
        this.rhythm = rhythm();
        var close = Math.min(CLOSE, bus.seconds() * .3);
        var ideal = BEATS * 60 / piece.tempo();
        this.bars = Math.max(1, (int) Math.round((bus.seconds() - close) / ideal));
        this.bar = (bus.seconds() - close) / bars;
    }

    void play() {
        for (var i = 0; i < bars; i++) bar(i, i * bar, road[i % road.length]);
        close(bars * bar);
    }

    private void bar(int index, double at, int chord) {
        switch (mood) {
            case CALM -> {
                pad(at, bar, chord, 0, .25, .12);
                arpeggio(at, chord, 8, .6, .75, .14);
                melody(index, at, 0, .22);
            }
            case BRIGHT -> {
                arpeggio(at, chord, 8, .95, .4, .10);
                strum(at, chord, .10);
                bass(at, chord, 4, .26);
                shaker(at, 8, .05);
                melody(index, at, 5, .16);
            }
            case TENSE -> {
                ostinato(at, chord, 16, .12);
                bass(at, chord, 1, .24);
                drums(at, new double[] {0, 1.5, 2, 3.5}, .4);
                melody(index, at, 5, .10);
            }
            case SAD -> {
                pad(at, bar, chord, 0, .2, .13);
                arpeggio(at, chord, 4, .9, .6, .13);
                melody(index, at, 0, .17);
            }
            case EPIC -> {
                pad(at, bar, chord, 0, .5, .12);
                ostinato(at, chord, 8, .13);
                bass(at, chord, 2, .26);
                drums(at, new double[] {0, .75, 1.5, 2, 2.5, 3, 3.5}, .5);
                melody(index, at, 7, .15);
            }
            case PLAYFUL -> {
                bass(at, chord, 2, .2);
                strum(at, chord, .09);
                blocks(at, .07);
                melody(index, at, 0, .24);
            }
            case MYSTERIOUS -> {
                pad(at, bar, chord, -12, .15, .15);
                arpeggio(at, chord, 4, .5, .3, .12);
                melody(index, at, 5, .13);
            }
            case NONE -> {}
        }
    }

    /** Home: the key's chord, let ring. */
    private void close(double at) {
        var rest = bus.seconds() - at;
        for (var i = 0; i < 4; i++) lead(piece.chord(0, i, transposed), at + i * .045, rest, .15, -.3 + i * .2);
        pad(at, rest, 0, mood == Mood.MYSTERIOUS ? -12 : 0, .25, .1);
        if (mood == Mood.EPIC || mood == Mood.TENSE) place(Struck.drum(chance), at, .6, 0);
    }

    private void melody(int index, double at, int higher, double gain) {
        var beat = bar / 8;
        // the third bar of four turns the motif upside down, so that it asks before it answers
        var turned = index % 4 == 2 ? -1 : 1;
        for (var i = 0; i < 8; i++) {
            if (!rhythm[i] || (index % 2 == 1 && i > 5)) continue;
            var length = beat;
            for (var k = i + 1; k < 8 && !rhythm[k]; k++) length += beat;
            lead(piece.note(higher + turned * motif[i], transposed), at + i * beat, length, gain, .2);
        }
    }

    private void lead(double hertz, double at, double length, double gain, double pan) {
        var tone = switch (mood) {
            case SAD -> Instruments.flute(chance, hertz, Math.max(.3, length * 1.05));
            case EPIC -> Instruments.strings(chance, hertz, Math.max(.25, length));
            case PLAYFUL -> Instruments.marimba(hertz);
            case BRIGHT, MYSTERIOUS -> Instruments.musicBox(hertz, 1.6);
            default -> Instruments.pluck(chance, hertz, 2.4, .85);
        };
        place(tone, at, gain, pan);
    }

    private void arpeggio(double at, int chord, int notes, double density, double brightness, double gain) {
        var shape = new int[] {0, 1, 2, 3, 2, 4, 3, 1};
        for (var i = 0; i < notes; i++) {
            if (i > 0 && chance.unit() > density) continue;
            var hertz = piece.chord(chord, shape[i % shape.length], transposed);
            var tone =
                    mood == Mood.BRIGHT ? Instruments.marimba(hertz) : Instruments.pluck(chance, hertz, 2, brightness);
            place(tone, at + i * bar / notes, gain * chance.between(.75, 1), i % 2 == 0 ? -.35 : .35);
        }
    }

    private void strum(double at, int chord, double gain) {
        for (var beat = .5; beat < BEATS; beat++) {
            for (var i = 0; i < 3; i++) {
                var tone = Instruments.pluck(chance, piece.chord(chord, i, transposed), .5, .45);
                place(tone, at + beat * bar / BEATS + i * .012, gain, .3);
            }
        }
    }

    private void pad(double at, double seconds, int chord, int shift, double brightness, double gain) {
        for (var i = 0; i < 3; i++) {
            var tone = Instruments.pad(
                    chance,
                    piece.chord(chord, i, transposed + shift),
                    Math.min(seconds * 1.15, bus.seconds() - at),
                    brightness);
            place(tone, at, gain, -.5 + i * .5);
        }
    }

    private void ostinato(double at, int chord, int notes, double gain) {
        for (var i = 0; i < notes; i++) {
            var hertz = piece.chord(chord, i % 4 == 3 ? 2 : 0, transposed);
            place(
                    Instruments.strings(chance, hertz, bar / notes * .85),
                    at + i * bar / notes,
                    gain * (i % 4 == 0 ? 1.2 : .8),
                    -.2);
        }
    }

    private void bass(double at, int chord, int notes, double gain) {
        for (var i = 0; i < notes; i++) {
            var hertz = piece.chord(chord, i % 2 == 1 && notes > 2 ? 2 : 0, transposed - 12);
            place(Instruments.bass(hertz > 110 ? hertz / 2 : hertz, bar / notes * .9), at + i * bar / notes, gain, 0);
        }
    }

    private void drums(double at, double[] beats, double gain) {
        for (var beat : beats)
            place(Struck.drum(chance), at + beat * bar / BEATS, gain * (beat == 0 ? 1 : chance.between(.35, .6)), 0);
    }

    private void shaker(double at, int notes, double gain) {
        for (var i = 0; i < notes; i++)
            place(Instruments.shaker(chance), at + i * bar / notes, gain * (i % 2 == 1 ? 1 : .5), .4);
    }

    private void blocks(double at, double gain) {
        for (var beat : new double[] {1, 2.5, 3})
            place(Instruments.woodBlock(chance), at + beat * bar / BEATS, gain, -.4);
    }

    private void place(float[] tone, double at, double gain, double pan) {
        bus.place(tone, at, gain, pan, .55);
    }

    /** A walk along the scale in small steps that comes back to where it began. */
    private int[] motif() {
        var steps = new int[8];
        for (var i = 1; i < 8; i++) steps[i] = Math.clamp(steps[i - 1] + chance.below(5) - 2, -3, 5);
        steps[7] = steps[6] > 2 ? 2 : 0;
        return steps;
    }

    private boolean[] rhythm() {
        var dense = switch (mood) {
            case PLAYFUL, BRIGHT -> .7;
            case EPIC, TENSE -> .45;
            default -> .35;
        };
        var beats = new boolean[8];
        for (var i = 0; i < 8; i++) beats[i] = i == 0 || chance.unit() < (i % 2 == 0 ? dense + .2 : dense - .15);
        return beats;
    }
}
