package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;

/** What carries many or flies by itself, each about one unit high, its foot at the origin, its nose to the right. */
final class Vehicles {
    private static final int GLASS = 0xbfe4f6;

    private final Ink ink;
    private final double t;
    private final boolean moves;

    Vehicles(Ink ink, double t, boolean moves) {
        this.ink = ink;
        this.t = t;
        this.moves = moves;
    }

    private void wheel(double x, double r) {
        ink.fill(Cut.disc(x, -r, r), 0x1a1820).fill(Cut.disc(x, -r, r * .5), 0xc0c6d0);
        double a = moves ? t * 7 : 0;
        for (int i = 0; i < 3; i++) {
            double b = a + i * 2.094;
            ink.draw(Cut.line(x, -r, x + Math.cos(b) * r * .46, -r + Math.sin(b) * r * .46), r * .12, 0x6a707c);
        }
    }

    private void window(double x, double y, double w, double h) {
        ink.shine(Cut.card(x, y, w, h, .04), 0xffe6a0, GLASS);
        ink.raw(Cut.poly(x + w * .2, y, x + w * .45, y, x + w * .2, y + h, x, y + h), 0xffffff, .25);
    }

    void bus(int colour) {
        ink.fade(Cut.card(-1.15, -.98, 2.3, .86, .16), Hue.lighter(colour, .16), Hue.darker(colour, .18));
        ink.fill(Cut.box(-1.15, -.46, 2.3, .08), 0xfff6e6);
        for (int i = 0; i < 5; i++) {
            window(-1.04 + i * .36, -.88, .31, .34);
        }
        ink.shine(Cut.poly(.8, -.88, 1.08, -.88, 1.14, -.5, .8, -.5), 0xffe6a0, GLASS);
        ink.fill(Cut.card(.52, -.86, .24, .74, .03), Hue.darker(colour, .35))
                .fill(Cut.card(.55, -.82, .18, .62, .02), Hue.mix(GLASS, colour, .3));
        ink.fill(Cut.card(.78, -1.0, .34, .1, .03), 0x23242c).raw(Cut.box(.84, -.97, .22, .035), 0xffb84a, .9);
        wheel(-.66, .16);
        wheel(.62, .16);
        ink.glow(1.2, -.28, .5, .2, 0xfff2c0, .25 + .4 * ink.light.lamps());
        ink.raw(Cut.oval(1.13, -.28, .03, .05), 0xfff6d8, 1).raw(Cut.oval(-1.14, -.3, .02, .05), 0xff4a3a, 1);
    }

    /** A locomotive and a carriage. */
    void train(int colour) {
        ink.draw(Cut.line(-2.2, -.005, 2.2, -.005), .03, 0x6a6670);
        ink.fade(Cut.card(-2.05, -.92, 1.5, .7, .08), Hue.lighter(colour, .1), Hue.darker(colour, .2));
        ink.fill(Cut.card(-2.1, -.98, 1.6, .1, .05), Hue.darker(colour, .4))
                .fill(Cut.box(-2.05, -.42, 1.5, .05), 0xf0d48a);
        for (int i = 0; i < 4; i++) {
            window(-1.97 + i * .36, -.82, .28, .3);
        }
        for (int i = 0; i < 4; i++) {
            wheel(-1.85 + i * .36, .11);
        }
        int black = 0x2a2c36;
        ink.fill(Cut.box(-.56, -.24, .1, .06), 0x4a4a52);
        ink.fade(Cut.card(-.46, -1.0, .52, .78, .05), Hue.lighter(colour, .1), Hue.darker(colour, .25));
        ink.fill(Cut.card(-.52, -1.06, .64, .09, .04), black);
        window(-.37, -.9, .32, .28);
        ink.fade(Cut.card(.04, -.72, 1.0, .48, .2), Hue.lighter(black, .25), black);
        for (int i = 0; i < 3; i++) {
            ink.fill(Cut.box(.2 + i * .3, -.72, .035, .48), 0xd9b45a);
        }
        ink.fill(Cut.poly(.74, -.72, .94, -.72, .99, -1.02, .69, -1.02), black)
                .fill(Cut.blob(.34, -.7, .4, -.86, .52, -.86, .58, -.7), 0xd9b45a);
        ink.fill(Cut.box(.04, -.26, 1.04, .1), 0xb0342c).fill(Cut.poly(1.04, -.26, 1.04, -.02, 1.32, -.02), 0xb0342c);
        wheel(-.26, .14);
        wheel(.2, .19);
        wheel(.62, .19);
        wheel(.96, .1);
        double rod = moves ? .05 * Math.sin(t * 7) : 0;
        ink.draw(Cut.line(.14 + rod, -.19 + rod * .5, .68 + rod, -.19 + rod * .5), .035, 0xd8dce2);
        ink.raw(Cut.disc(1.06, -.5, .07), 0xfff2c0, 1).glow(1.2, -.5, .6, 0xfff2c0, .3 + .4 * ink.light.lamps());
        for (int i = 0; i < 5; i++) {
            double u = Poses.frac(t * .35 + i / 5.0);
            ink.raw(Cut.disc(.84 - u * 1.5, -1.1 - u * .55, .1 + .18 * u), ink.lit(0xf6f2ea), .75 * (1 - u));
        }
    }

    void plane(int colour) {
        ink.fill(Cut.poly(-.1, -.5, .22, -.5, -.4, -.92, -.56, -.92), 0xc8ced8);
        ink.fade(
                Cut.blob(
                        1.25, -.42, 1.05, -.6, .6, -.68, -.7, -.64, -1.2, -.66, -1.15, -.5, -.6, -.34, .6, -.28, 1.1,
                        -.32),
                0xffffff,
                0xc4ccd8);
        ink.fill(Cut.poly(-1.2, -.64, -.84, -.62, -1.1, -1.04, -1.34, -1.04), colour);
        ink.fill(Cut.poly(-1.2, -.54, -.9, -.5, -1.28, -.38, -1.42, -.4), Hue.darker(colour, .2));
        ink.fill(Cut.blob(1.2, -.42, .6, -.44, -.6, -.46, -1.1, -.54, -.6, -.4, .6, -.36), colour);
        for (int i = 0; i < 9; i++) {
            ink.shine(Cut.card(-.62 + i * .17, -.58, .08, .09, .04), 0xffe6a0, 0x6ab0d8);
        }
        ink.shine(Cut.poly(.96, -.58, 1.12, -.52, 1.16, -.46, .96, -.46), 0xffe6a0, 0x4a80b0);
        ink.fade(Cut.poly(-.16, -.42, .3, -.4, -.5, .0, -.74, .0), 0xdfe4ec, 0x9aa4b4);
        ink.fill(Cut.card(-.18, -.26, .3, .13, .1), 0x8a94a4);
        for (int i = 0; i < 2; i++) {
            ink.rawLine(Cut.line(-1.4 - i * .1, -.5 + i * .1, -2.1, -.5 + i * .12), .03, 0xffffff, .5);
        }
    }

    void rocket(int colour) {
        double flame = moves ? 1 + .2 * Math.sin(t * 21) : .25 + .05 * Math.sin(t * 9);
        ink.glow(0, -.05, .5 * flame, 0xffb04a, .6);
        ink.raw(Cut.blob(-.13, -.16, -.16, .06 * flame, 0, .42 * flame, .16, .06 * flame, .13, -.16), 0xff7a2a, .95);
        ink.raw(Cut.blob(-.08, -.16, -.09, .02 * flame, 0, .24 * flame, .09, .02 * flame, .08, -.16), 0xfff0a8, .95);
        ink.fill(Cut.blob(-.16, -.42, -.36, -.22, -.34, 0, -.14, -.16), colour)
                .fill(Cut.blob(.16, -.42, .36, -.22, .34, 0, .14, -.16), Hue.darker(colour, .2));
        var hull = Cut.blob(0, -1.1, .16, -.86, .21, -.5, .16, -.14, -.16, -.14, -.21, -.5, -.16, -.86);
        ink.across(hull, 0xffffff, 0xb0b8c8);
        ink.inside(
                hull,
                () -> ink.fill(Cut.poly(-.4, -.84, .4, -.84, .4, -1.2, -.4, -1.2), colour)
                        .fill(Cut.box(-.4, -.3, .8, .06), colour));
        ink.fill(Cut.disc(0, -.62, .1), 0x5a6478).shine(Cut.disc(0, -.62, .075), 0xffe6a0, GLASS);
        ink.fill(Cut.poly(-.03, -.4, .03, -.4, .03, -.04, -.03, -.04), Hue.darker(colour, .1));
    }

    void submarine(int colour) {
        int hull = Hue.mix(colour, 0xf0c040, .55);
        ink.fill(Cut.box(-.06, -1.12, .05, .26), 0x4a5060).fill(Cut.card(-.06, -1.14, .2, .08, .03), 0x4a5060);
        ink.fade(Cut.card(-.28, -.92, .56, .3, .12), Hue.lighter(hull, .2), Hue.darker(hull, .1));
        ink.fade(
                Cut.blob(
                        1.1, -.42, .9, -.62, .4, -.74, -.5, -.72, -1, -.52, -1.08, -.38, -1, -.22, -.5, -.06, .4, -.04,
                        .9, -.18),
                Hue.lighter(hull, .22),
                Hue.darker(hull, .28));
        ink.draw(Cut.line(-1, -.36, 0, -.3, 1.06, -.38), .02, Hue.darker(hull, .35), .7);
        for (int i = 0; i < 3; i++) {
            double x = -.42 + i * .42;
            ink.fill(Cut.disc(x, -.46, .14), Hue.darker(hull, .4)).raw(Cut.disc(x, -.46, .105), 0xfff0b0, 1);
            ink.raw(Cut.oval(x - .03, -.5, .03, .02), 0xffffff, .9);
        }
        ink.glow(1.35, -.36, .7, .24, 0xfff4c8, .4);
        double spin = Math.abs(Math.sin(t * 9));
        ink.fill(Cut.oval(-1.16, -.38, .03, .24 * spin + .03), 0x6a7080).fill(Cut.box(-1.18, -.41, .14, .06), 0x4a5060);
        ink.fill(Cut.poly(-.8, -.6, -1.05, -.86, -1.12, -.6), Hue.darker(hull, .15))
                .fill(Cut.poly(-.8, -.16, -1.05, .08, -1.12, -.16), Hue.darker(hull, .3));
        for (int i = 0; i < 6; i++) {
            double u = Poses.frac(t * .5 + i / 6.0);
            ink.rawLine(Cut.disc(-1.2 - .3 * u, -.4 - .7 * u, .03 + .04 * u), .014, 0xffffff, .7 * (1 - u));
        }
    }

    void airBalloon(int colour) {
        double bob = .02 * Math.sin(t * 1.3);
        ink.within(0, bob, .02 * Math.sin(t * .9), 1, 1, () -> {
            var skin = Cut.blob(
                    0, -1.06, .26, -.99, .38, -.74, .3, -.5, .1, -.29, -.1, -.29, -.3, -.5, -.38, -.74, -.26, -.99);
            ink.fade(skin, Hue.lighter(colour, .2), Hue.darker(colour, .15));
            ink.inside(skin, () -> {
                for (int i = -2; i <= 2; i++) {
                    if (i % 2 != 0 || i == 0) {
                        ink.fill(
                                Cut.blob(
                                        i * .03,
                                        -1.08,
                                        i * .16 + .05,
                                        -.76,
                                        i * .05 + .02,
                                        -.28,
                                        i * .05 - .02,
                                        -.28,
                                        i * .16 - .05,
                                        -.76),
                                i == 0 ? 0xfff0d0 : 0xf2b84a);
                    }
                }
                ink.fill(Cut.poly(-.5, -.7, .5, -.7, .5, -.62, -.5, -.62), 0xfff6e2, .85);
            });
            ink.draw(Cut.line(-.09, -.3, -.07, -.13), .01, 0xd8c090).draw(Cut.line(.09, -.3, .07, -.13), .01, 0xd8c090);
            ink.glow(0, -.26, .2, 0xffb04a, .4 + .2 * Math.sin(t * 5));
            ink.across(Cut.poly(-.09, -.13, .09, -.13, .075, 0, -.075, 0), 0xb07a48, 0x7a4a28);
            ink.fill(Cut.card(-.1, -.145, .2, .03, .02), 0x5a3420);
        });
    }

    void motorcycle(int colour) {
        wheel(-.62, .3);
        wheel(.66, .3);
        ink.draw(Cut.line(.66, -.3, .46, -.86, .4, -.98), .06, 0xb8bec8)
                .draw(Cut.line(.4, -.98, .24, -1.02), .05, 0x2a2a32);
        ink.fade(Cut.blob(-.2, -.5, -.1, -.74, .3, -.76, .44, -.62, .3, -.3, -.1, -.22, -.34, -.3), 0x6a707c, 0x3a3e48);
        ink.fade(
                Cut.blob(-.14, -.66, .0, -.84, .34, -.86, .46, -.7, .2, -.62),
                Hue.lighter(colour, .25),
                Hue.darker(colour, .1));
        ink.fill(Cut.blob(-.86, -.74, -.5, -.7, -.1, -.64, -.16, -.56, -.6, -.58), 0x2a2430);
        ink.fill(Cut.blob(-.9, -.62, -.66, -.66, -.3, -.56, -.5, -.46), colour);
        ink.draw(Cut.line(-.9, -.22, -.4, -.2, .1, -.26), .07, 0xc8ccd4);
        ink.raw(Cut.disc(.54, -.76, .09), 0xfff2c0, 1).glow(.7, -.76, .6, 0xfff2c0, .3 + .4 * ink.light.lamps());
    }

    void skateboard(int colour) {
        ink.fill(Cut.disc(-.6, -.3, .3), 0xf4f0e6)
                .fill(Cut.disc(.6, -.3, .3), 0xf4f0e6)
                .fill(Cut.disc(-.6, -.3, .12), 0x3a3a44)
                .fill(Cut.disc(.6, -.3, .12), 0x3a3a44);
        ink.fade(
                Cut.blob(
                        -1.3, -1.0, -1.0, -.78, 0, -.72, 1.0, -.78, 1.3, -1.0, 1.24, -.78, 1, -.56, -1, -.56, -1.24,
                        -.78),
                Hue.lighter(colour, .2),
                Hue.darker(colour, .3));
    }
}
