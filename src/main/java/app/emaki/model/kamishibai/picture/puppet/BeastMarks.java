package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import java.awt.geom.Path2D;

/** Stripes, spots, patches and wool: what tells a tiger from a lion of the same build. */
final class BeastMarks {
    private static final int SOOT = 0x25222b;

    private BeastMarks() {}

    /** Mane and tail. */
    static int hair(Fur fur) {
        return Hue.luma(fur.coat()) > .75 ? 0xd9cdbb : Hue.mix(Hue.darker(fur.coat(), .5), 0x5a2a18, .25);
    }

    static int legs(Breed kind, Fur fur) {
        return switch (kind.figure()) {
            case PANDA -> SOOT;
            case SHEEP -> 0x4a4048;
            default -> fur.coat();
        };
    }

    /** On the trunk, inside its outline. */
    static void draw(Ink ink, Breed kind, Fur fur, double half, double d) {
        switch (kind.figure()) {
            case CAT -> {
                if (Hue.luma(fur.coat()) > .25) {
                    stripes(ink, fur, half, d, 5, .032);
                }
            }
            case TIGER -> stripes(ink, fur, half, d, 9, .034);
            case COW -> {
                int c = Hue.luma(fur.coat()) > .5 ? 0x2e2a30 : 0xf3efe6;
                ink.fill(blot(-half * .55, -d * .2, half * .34, d * .5, 1), c)
                        .fill(blot(half * .35, -d * .35, half * .3, d * .44, 2), c)
                        .fill(blot(half * .98, d * .1, half * .16, d * .4, 3), c);
            }
            case PANDA ->
                ink.fill(Cut.blob(half * .4, -d * 1.2, half * 1.3, -d, half * 1.3, d * 1.2, half * .5, d), SOOT);
            default -> {}
        }
    }

    private static void stripes(Ink ink, Fur fur, double half, double d, int n, double wide) {
        int c = wide > .033 ? 0x2a1c1a : Hue.darker(fur.coat(), .32);
        for (int i = 0; i < n; i++) {
            double x = -half * .9 + i * half * 1.8 / n;
            ink.draw(Cut.line(x, -d * .8, x + .02, -d * .3, x - .01, d * (i % 2 == 0 ? 0 : .2)), wide, c);
        }
    }

    private static Path2D blot(double x, double y, double rx, double ry, int key) {
        var v = new double[16];
        for (int i = 0; i < 8; i++) {
            double a = i * Math.PI / 4;
            double w = .75 + .45 * Chance.at(i, key);
            v[2 * i] = x + Math.cos(a) * rx * w;
            v[2 * i + 1] = y + Math.sin(a) * ry * w;
        }
        return Cut.blob(v);
    }

    /** A sheep has a cloud for a trunk. */
    static void wool(Ink ink, Fur fur, double half, double d) {
        for (int pass = 0; pass < 2; pass++) {
            var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double s = pass == 0 ? 1 : .78;
            p.append(Cut.oval(0, 0, half * s, d * .72 * s), false);
            for (int i = 0; i < 14; i++) {
                double a = i * Math.PI / 7;
                p.append(Cut.disc(Math.cos(a) * half * .98 * s, Math.sin(a) * d * .66 * s, d * .34 * s), false);
            }
            ink.fade(
                    p,
                    pass == 0 ? Hue.darker(fur.coat(), .04) : Hue.lighter(fur.coat(), .3),
                    Hue.darker(fur.coat(), pass == 0 ? .2 : .04));
        }
    }

    /** On the face, inside the skull; {@code s} is the length of the snout in radii of the head. */
    static void face(Ink ink, Breed kind, Fur fur, double s) {
        var frontal = Cut.blob(-.1, .3, .4, .12, .95, .3, .8, .9, 0, .95);
        var side = Cut.blob(-.5, .5, .3, .22, .8 + s, .14, 1.2 + s, .9, 0, 1.1);
        switch (kind.figure()) {
            case CAT, LION, RABBIT -> ink.fill(frontal, fur.belly());
            case FOX, DOG, MOUSE -> ink.fill(side, fur.belly());
            case BEAR -> ink.fill(side, fur.belly(), .7);
            case TIGER -> {
                ink.fill(frontal, fur.belly());
                for (int i = -1; i <= 1; i++) {
                    ink.draw(Cut.line(.35 + i * .22, -.95, .35 + i * .14, -.55), .09, 0x2a1c1a);
                }
                for (int i = 0; i < 3; i++) {
                    ink.draw(Cut.line(-.95, -.1 + i * .24, -.5, -.05 + i * .2), .08, 0x2a1c1a);
                }
            }
            case PANDA ->
                ink.fill(Cut.turned(Cut.oval(.02, -.1, .3, .36), .4, .02, -.1), SOOT)
                        .fill(Cut.turned(Cut.oval(.76, -.1, .26, .34), -.4, .76, -.1), SOOT);
            case MONKEY ->
                ink.fill(
                        Cut.blob(-.35, -.2, .1, -.6, .4, -.4, .7, -.6, 1, -.2, .85, .7, .4, .85, -.1, .7), fur.belly());
            case COW -> ink.fill(Cut.oval(1.2 + s, .5, .62, .46), 0xf0b8b0);
            case SHEEP -> ink.fill(Cut.box(-2, -2, 5, 4), 0x4a4048);
            case HORSE -> {
                ink.fill(Cut.blob(.9 + s, .2, 1.5 + s, .2, 1.5 + s, .8, .9 + s, .8), Hue.darker(fur.coat(), .4), .7);
                ink.fill(Cut.blob(.35, -.7, .6, -.55, 1 + s * .7, .1, .8 + s * .6, .12), 0xfff6ea, .85);
            }
            default -> {}
        }
    }
}
