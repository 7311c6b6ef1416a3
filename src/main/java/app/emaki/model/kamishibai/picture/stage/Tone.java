package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Style;

/**
 * How a style turns colours into its own.
 *
 * @param black what black becomes and {@code white} what white becomes
 * @param contrast 0 keeps the curve straight, 1 bends it into an S
 * @param gamma below 1 lifts the middle
 * @param saturation 1 keeps colours
 * @param bands steps of brightness, 0 for none
 * @param outline how dark edges are drawn, 0 to 1
 * @param relief how plastic shapes look, 0 to 1
 * @param wobble how far pigment runs, in design units
 * @param grain of film, {@code texture} of paper or wood, both in brightness steps
 * @param vignette how dark corners are; below zero they stay paper white
 * @param bloom factor on the light's own bloom
 */
record Tone(
        int black,
        int white,
        double contrast,
        double gamma,
        double saturation,
        int bands,
        double outline,
        double relief,
        double wobble,
        double grain,
        double texture,
        double vignette,
        double bloom) {

    static Tone of(Style style) {
        return switch (style) {
            case PAPER -> new Tone(0x06060c, 0xfffdf8, .22, .98, 1.08, 0, 0, 0, 0, 1.4, 4.5, .9, 1);
            case ANIME -> new Tone(0x0a0a1e, 0xffffff, .12, .86, 1.28, 0, 0, 0, 0, .4, 0, .35, 1.25);
            case CINEMATIC -> new Tone(0x020a12, 0xfff4e2, .62, 1.06, .92, 0, 0, 0, 0, 2.4, 0, 1.6, 1.1);
            case UKIYOE -> new Tone(0x1a2148, 0xf5e9cb, .2, .84, .86, 7, .8, 0, .5, .6, 4, .25, .12);
            case WATERCOLOUR -> new Tone(0x3c4262, 0xfefbf4, 0, .76, .9, 0, .34, 0, 3.4, .4, 9, -1, .35);
            case NOIR -> new Tone(0x020203, 0xf7f2e8, 1.1, .88, 0, 0, 0, 0, 0, 4.5, 0, 2.1, 1.15);
            case CLAY -> new Tone(0x120c10, 0xfff6ea, .1, .9, 1.02, 0, 0, 1, 0, 1.2, 5.5, .7, .55);
            case DOCUMENTARY -> new Tone(0x15161a, 0xf2efe2, .1, .97, .56, 0, 0, 0, 0, 4.2, 0, 1.1, .4);
        };
    }

    /** The curve of one channel: 256 values for 0 to 255, in 16ths. */
    int[] curve(int shift, Style style) {
        var curve = new int[256];
        double low = black >> shift & 255;
        double high = white >> shift & 255;
        for (int i = 0; i < 256; i++) {
            double x = Math.pow(i / 255.0, gamma);
            double s = x * x * (3 - 2 * x);
            x = x + (s - x) * contrast;
            if (style == Style.CINEMATIC) {
                x += split(shift, x);
            }
            if (bands > 0) {
                double q = x * bands;
                double f = q - Math.floor(q);
                x = (Math.floor(q) + Curve.step(.32, .68, f)) / bands;
            }
            curve[i] = (int) Math.round(16 * (low + (high - low) * Curve.clamp(x, 0, 1)));
        }
        return curve;
    }

    /** Teal in the shadows, orange in the lights. */
    private static double split(int shift, double x) {
        double shadows = (1 - x) * (1 - x) * x * 1.6;
        double lights = x * x * (1 - x) * 1.6;
        return switch (shift) {
            case 16 -> -.16 * shadows + .22 * lights;
            case 8 -> .05 * shadows + .04 * lights;
            default -> .15 * shadows - .24 * lights;
        };
    }
}
