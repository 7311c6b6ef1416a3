package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;

/** Presents, wares and gadgets, each about one unit high, its foot at the origin. */
final class Trinkets {
    private final Ink ink;
    private final double t;

    Trinkets(Ink ink, double t) {
        this.ink = ink;
        this.t = t;
    }

    void gift(int colour) {
        int ribbon = Hue.luma(colour) > .6 ? 0xc8403a : 0xffe9a8;
        ink.across(Cut.box(-.44, -.62, .88, .62), Hue.lighter(colour, .12), Hue.darker(colour, .22));
        ink.across(Cut.box(-.5, -.76, 1, .18), Hue.lighter(colour, .26), Hue.darker(colour, .08));
        ink.fill(Cut.box(-.09, -.76, .18, .76), ribbon);
        ink.fill(Cut.blob(0, -.76, -.16, -1.02, -.42, -1, -.36, -.8), ribbon)
                .fill(Cut.blob(0, -.76, .16, -1.02, .42, -1, .36, -.8), Hue.darker(ribbon, .1));
        ink.fill(Cut.disc(0, -.79, .08), Hue.lighter(ribbon, .2));
        for (int i = 0; i < 3; i++) {
            double u = Poses.frac(t * .5 + i / 3.0);
            ink.raw(Cut.star(-.5 + i * .5, -.9 - .2 * u, .09 * Math.sin(Math.PI * u), .015, 4, 0), 0xffffff, .9);
        }
    }

    void heart(int colour) {
        int red = Hue.mix(colour, 0xe0344c, .75);
        double beat = 1 + .06 * Math.max(0, Math.sin(t * 6.5)) + .04 * Math.max(0, Math.sin(t * 6.5 - 1));
        ink.glow(0, -.5, .9, red, .3);
        ink.within(0, -.5, 0, beat, beat, () -> {
            var heart = Cut.blob(
                    0, -.26, .16, -.45, .4, -.44, .52, -.18, .4, .1, .16, .34, 0, .5, -.16, .34, -.4, .1, -.52, -.18,
                    -.4, -.44, -.16, -.45);
            ink.fade(heart, Hue.lighter(red, .25), Hue.darker(red, .15));
            ink.raw(Cut.turned(Cut.oval(-.27, -.22, .07, .13), .6, -.27, -.22), 0xffffff, .6);
        });
    }

    void star() {
        ink.glow(0, -.52, 1.1, 0xffe08a, .45);
        ink.within(0, -.52, .12 * Math.sin(t * 1.4), 1, 1, () -> {
            ink.fade(Cut.star(0, 0, .52, .24, 5, 0), 0xfff2b0, 0xf2b83a);
            ink.draw(Cut.star(0, 0, .52, .24, 5, 0), .03, 0xfff8dc, .8);
            ink.fill(Cut.oval(-.1, -.02, .03, .045), 0x3a2a30).fill(Cut.oval(.1, -.02, .03, .045), 0x3a2a30);
            ink.draw(Cut.line(-.07, .1, 0, .14, .07, .1), .02, 0x3a2a30);
        });
        for (int i = 0; i < 5; i++) {
            double u = Poses.frac(t * .6 + i / 5.0);
            double a = i * 1.2566;
            ink.raw(
                    Cut.star(Math.cos(a) * .7, -.52 + Math.sin(a) * .6, .08 * Math.sin(Math.PI * u), .014, 4, 0),
                    0xffffff,
                    .9);
        }
    }

    void snowman() {
        ink.fade(Cut.disc(0, -.27, .3), 0xffffff, 0xc4d2e6).fade(Cut.disc(0, -.66, .21), 0xffffff, 0xd0dcec);
        ink.fill(Cut.disc(-.06, -.7, .026), 0x1c1a24).fill(Cut.disc(.1, -.7, .026), 0x1c1a24);
        ink.fill(Cut.poly(.03, -.66, .28, -.62, .03, -.61), 0xf08a2a);
        ink.draw(Cut.line(-.06, -.57, .03, -.54, .12, -.58), .02, 0x1c1a24);
        for (int i = 0; i < 3; i++) {
            ink.fill(Cut.disc(.03, -.42 + i * .11, .024), 0x2a2630);
        }
        ink.fill(Cut.card(-.22, -.53, .44, .09, .06), 0xd8403a)
                .fill(Cut.poly(.08, -.48, .2, -.48, .2, -.26, .1, -.26), 0xc02f2c);
        ink.fill(Cut.box(-.24, -.86, .48, .05), 0x2a2630)
                .fill(Cut.box(-.15, -1.06, .3, .21), 0x2a2630)
                .fill(Cut.box(-.15, -.91, .3, .05), 0xd8403a);
        ink.draw(Cut.line(-.24, -.36, -.5, -.56, -.58, -.7), .03, 0x5a3a28)
                .draw(Cut.line(-.5, -.56, -.62, -.56), .02, 0x5a3a28)
                .draw(
                        Cut.line(.24, -.36, .5, -.58 + .04 * Math.sin(t * 3), .58, -.72 + .06 * Math.sin(t * 3)),
                        .03,
                        0x5a3a28);
    }

    /** A flacon such as perfume comes in. */
    void bottle(int colour) {
        ink.glow(0, -.4, .8, Hue.lighter(colour, .4), .25);
        ink.fill(Cut.card(-.1, -1.02, .2, .2, .04), 0xd9b45a).fill(Cut.box(-.06, -.83, .12, .08), 0xe8d098);
        var glass = Cut.blob(-.12, -.76, .12, -.76, .32, -.62, .34, -.12, .26, 0, -.26, 0, -.34, -.12, -.32, -.62);
        ink.rawFade(glass, ink.lit(Hue.lighter(colour, .62)), .95, ink.lit(Hue.lighter(colour, .3)), .95);
        ink.inside(
                glass,
                () -> ink.rawFade(
                        Cut.box(-.4, -.52, .8, .6),
                        ink.lit(Hue.lighter(colour, .2)),
                        .9,
                        ink.lit(Hue.darker(colour, .12)),
                        .95));
        ink.fill(Cut.card(-.2, -.44, .4, .24, .03), 0xfffaf0).draw(Cut.card(-.17, -.41, .34, .18, .02), .01, 0xd9b45a);
        ink.fill(Cut.turned(Cut.oval(0, -.32, .05, .08), .3, 0, -.32), Hue.darker(colour, .1));
        ink.raw(Cut.blob(-.26, -.6, -.2, -.62, -.22, -.1, -.28, -.12), 0xffffff, .6);
        double u = Poses.frac(t * .45);
        ink.raw(Cut.star(.24, -.6, .14 * Math.sin(Math.PI * u), .02, 4, t * .3), 0xffffff, .95);
    }

    /** A running shoe. */
    void shoe(int colour) {
        ink.fade(Cut.blob(-.78, -.1, -.78, -.18, 0, -.2, .8, -.2, .92, -.08, .84, 0, -.74, 0), 0xffffff, 0xd8dade);
        ink.fade(
                Cut.blob(
                        -.76, -.16, -.8, -.5, -.7, -.86, -.44, -.82, -.2, -.88, 0, -.7, .3, -.46, .7, -.38, .9, -.18,
                        .3, -.14),
                Hue.lighter(colour, .2),
                Hue.darker(colour, .18));
        ink.fill(Cut.blob(.42, -.42, .72, -.36, .9, -.18, .5, -.16), Hue.lighter(colour, .5));
        ink.fill(Cut.blob(-.5, -.3, -.1, -.26, .3, -.5, .1, -.2, -.3, -.16), 0xfff8ec);
        for (int i = 0; i < 4; i++) {
            ink.draw(Cut.line(-.12 + i * .12, -.78 + i * .1, .06 + i * .12, -.66 + i * .1), .045, 0xfffaf2);
        }
        ink.fill(Cut.blob(-.76, -.86, -.42, -.84, -.3, -.92, -.7, -.98), Hue.darker(colour, .35));
    }

    void phone() {
        ink.fill(Cut.card(-.27, -1, .54, 1, .12), 0x1c1e28);
        var glass = Cut.card(-.235, -.95, .47, .9, .08);
        ink.rawFade(glass, 0x8ad0ff, 1, 0x7a5ae0, 1);
        ink.inside(glass, () -> {
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    ink.raw(
                            Cut.card(-.18 + c * .13, -.72 + r * .16, .1, .1, .04),
                            new int[] {0xff8a7a, 0xffd86a, 0x7ae0a0, 0xffffff, 0x6ab8ff, 0xf0a0e0}[(r * 3 + c) % 6],
                            .95);
                }
            }
            double pop = .5 + .5 * Math.sin(t * 3);
            ink.raw(Cut.card(-.2, -.92, .4, .12, .05), 0xffffff, .6 + .35 * pop);
        });
        ink.glow(0, -.5, .7, 0x9ac8ff, .16 + .16 * ink.light.lamps());
    }

    void camera() {
        ink.fade(Cut.card(-.6, -.7, 1.2, .68, .12), 0x3a3c46, 0x1e2028);
        ink.fill(Cut.card(-.6, -.7, 1.2, .16, .08), 0xb8bcc6).fill(Cut.card(-.2, -.86, .4, .2, .06), 0x2a2c34);
        ink.fill(Cut.disc(0, -.32, .27), 0x14151c)
                .fill(Cut.disc(0, -.32, .21), 0x3a4a6a)
                .fill(Cut.disc(0, -.32, .12), 0x101420);
        ink.raw(Cut.oval(-.07, -.4, .06, .04), 0xffffff, .8);
        ink.fill(Cut.card(.32, -.64, .18, .08, .03), 0xfff6d8).fill(Cut.disc(-.44, -.74, .06), 0xd8402c);
        double flash = Math.max(0, 1 - 5 * Poses.frac(t / 2.4));
        ink.glow(.4, -.6, .9, 0xffffff, .8 * flash);
    }

    void microphone() {
        ink.fill(Cut.oval(0, -.02, .26, .05), 0x2a2a32).fill(Cut.box(-.018, -.78, .036, .76), 0x6a6e78);
        ink.within(0, -.8, .5, 1, 1, () -> {
            ink.fill(Cut.poly(-.05, 0, .05, 0, .07, -.14, -.07, -.14), 0x2a2c34);
            ink.fade(Cut.disc(0, -.2, .1), 0xd8dce4, 0x7a8090);
            for (int i = -2; i <= 2; i++) {
                ink.draw(Cut.line(-.09, -.2 + i * .035, .09, -.2 + i * .035), .008, 0x4a4e58, .7);
            }
        });
    }
}
