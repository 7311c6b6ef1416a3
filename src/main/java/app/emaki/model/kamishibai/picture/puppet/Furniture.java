package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import java.awt.geom.Path2D;

/** Things that stand on a floor or a meadow, each one unit high, its foot at the origin. */
final class Furniture {
    private static final int WOOD = 0x9a6a40;

    private final Ink ink;
    private final double t;

    Furniture(Ink ink, double t) {
        this.ink = ink;
        this.t = t;
    }

    void campfire() {
        double flicker = .9 + .1 * Math.sin(t * 9) + .06 * Math.sin(t * 23);
        ink.glow(0, -.4, 1.9 * flicker, 0xff9a3a, .42);
        for (int i = -3; i <= 3; i++) {
            ink.fade(Cut.oval(i * .17, -.02, .12, .08), 0x9a94a0, 0x5a5460);
        }
        for (int i = -1; i <= 1; i += 2) {
            int side = i;
            ink.within(0, -.1, i * .42, 1, 1, () -> {
                ink.across(Cut.card(-.46, -.06, .92, .12, .1), 0x7a4a2c, 0x4a2c1c);
                ink.fill(Cut.oval(side * .46, 0, .04, .06), 0xd8a870);
            });
        }
        int[] colours = {0xe8502a, 0xff8a2a, 0xffc84a, 0xfff2b0};
        for (int layer = 0; layer < 4; layer++) {
            double s = 1 - layer * .21;
            double sway = .07 * Math.sin(t * (5 + layer) + layer);
            ink.raw(
                    Cut.blob(
                            -.3 * s,
                            -.12,
                            -.34 * s,
                            -.36 * s,
                            -.14 * s + sway * .5,
                            -.52 * s,
                            -.2 * s + sway,
                            -.74 * s * flicker,
                            sway * 1.4,
                            -.98 * s * flicker,
                            .13 * s + sway,
                            -.66 * s,
                            .26 * s + sway * .4,
                            -.72 * s * flicker,
                            .33 * s,
                            -.34 * s,
                            .28 * s,
                            -.12),
                    colours[layer],
                    .95);
        }
        for (int i = 0; i < 7; i++) {
            double u = Poses.frac(t * .5 + i / 7.0);
            ink.raw(
                    Cut.disc((Chance.at(i, 5) - .5) * .6 + .1 * Math.sin(t * 3 + i), -.5 - u * 1.1, .018),
                    0xffc860,
                    1 - u);
        }
    }

    /** A tall clock whose hands really go. */
    void clock(int colour) {
        int wood = Hue.mix(colour, 0x7a4a2c, .7);
        ink.across(Cut.poly(-.2, 0, .2, 0, .17, -.12, -.17, -.12), Hue.darker(wood, .1), Hue.darker(wood, .4));
        ink.across(Cut.box(-.14, -.62, .28, .52), wood, Hue.darker(wood, .3));
        ink.fill(Cut.box(-.09, -.57, .18, .42), 0x2c1c18);
        double swing = .28 * Math.sin(t * 3.1);
        ink.within(0, -.6, swing, 1, 1, () -> {
            ink.draw(Cut.line(0, 0, 0, .33), .014, 0xe0b85a);
            ink.fill(Cut.disc(0, .35, .055), 0xf0c860).fill(Cut.disc(-.012, .338, .03), 0xfff0b0);
        });
        ink.across(
                Cut.blob(-.24, -.6, -.25, -.92, 0, -1.02, .25, -.92, .24, -.6),
                Hue.lighter(wood, .12),
                Hue.darker(wood, .25));
        ink.fill(Cut.disc(0, -.78, .185), 0xe0b85a).fill(Cut.disc(0, -.78, .165), 0xfff8e8);
        for (int i = 0; i < 12; i++) {
            double a = i * Math.PI / 6;
            double in = i % 3 == 0 ? .115 : .135;
            ink.draw(
                    Cut.line(Math.sin(a) * in, -.78 - Math.cos(a) * in, Math.sin(a) * .152, -.78 - Math.cos(a) * .152),
                    i % 3 == 0 ? .016 : .008,
                    0x3a2a30);
        }
        double minute = t * .9;
        hand(minute, .13, .014);
        hand(5.2 + minute / 12, .085, .02);
        ink.fill(Cut.disc(0, -.78, .018), 0xc8403a);
    }

    private void hand(double a, double l, double w) {
        ink.draw(Cut.line(0, -.78, Math.sin(a) * l, -.78 - Math.cos(a) * l), w, 0x2a2030);
    }

    /** A stall on two wheels under a striped awning, a lantern at its corner. */
    void stall(int colour) {
        for (int s = -1; s <= 1; s += 2) {
            ink.draw(Cut.disc(s * .3, -.1, .1), .026, 0x3a2a20);
            for (int i = 0; i < 3; i++) {
                double a = i * Math.PI / 3;
                ink.draw(
                        Cut.line(
                                s * .3 - Math.cos(a) * .09,
                                -.1 - Math.sin(a) * .09,
                                s * .3 + Math.cos(a) * .09,
                                -.1 + Math.sin(a) * .09),
                        .012,
                        0x5a4030);
            }
        }
        ink.fill(Cut.box(-.5, -.78, .03, .6), 0x5a3c28).fill(Cut.box(.47, -.78, .03, .6), 0x5a3c28);
        ink.fill(Cut.box(-.46, -.72, .92, .32), 0x4a2f22);
        for (int i = 0; i < 4; i++) {
            ink.fill(Cut.disc(-.33 + i * .22, -.46, .05), i % 2 == 0 ? 0xe8a050 : 0xc8603a)
                    .fill(Cut.disc(-.22 + i * .2, -.45, .04), 0xe8c060);
        }
        ink.across(Cut.card(-.56, -.42, 1.12, .3, .03), Hue.lighter(WOOD, .1), Hue.darker(WOOD, .25));
        for (int i = 0; i < 5; i++) {
            ink.draw(Cut.line(-.5 + i * .25, -.4, -.5 + i * .25, -.14), .008, Hue.darker(WOOD, .5));
        }
        ink.fill(Cut.card(-.6, -.45, 1.2, .06, .02), Hue.lighter(WOOD, .3));
        int n = 7;
        for (int i = 0; i < n; i++) {
            double a = -.66 + 1.32 * i / n;
            double b = -.66 + 1.32 * (i + 1) / n;
            int c = i % 2 == 0 ? colour : 0xfff4e2;
            ink.fade(
                    Cut.blob(a * .8, -1.0, b * .8, -1.0, b, -.78, (a + b) / 2, -.71, a, -.78),
                    Hue.lighter(c, .12),
                    Hue.darker(c, .1));
        }
        double sway = .05 * Math.sin(t * 1.7);
        ink.glow(.62, -.58, .42, 0xff9a4a, .2 + .3 * ink.light.lamps());
        ink.within(.62, -.74, sway, 1, 1, () -> {
            ink.rawFade(Cut.oval(0, .13, .085, .11), 0xfff0c0, 1, 0xff8a3a, 1);
            ink.raw(Cut.box(-.04, .01, .08, .02), 0x2a1a14, 1).raw(Cut.box(-.04, .23, .08, .02), 0x2a1a14, 1);
        });
        for (int i = 0; i < 3; i++) {
            double u = Poses.frac(t * .4 + i / 3.0);
            ink.rawLine(
                    Cut.line(-.2 + i * .2, -.52 - u * .1, -.17 + i * .2, -.6 - u * .14, -.2 + i * .2, -.68 - u * .18),
                    .02,
                    0xffffff,
                    .5 * Math.sin(Math.PI * u));
        }
    }

    void table() {
        legs(.62, 1);
        ink.across(Cut.card(-.8, -1, 1.6, .12, .04), Hue.lighter(WOOD, .28), Hue.darker(WOOD, .1));
    }

    private void legs(double x, double h) {
        for (int s = -1; s <= 1; s += 2) {
            ink.across(
                    Cut.poly(s * x - .05, -h + .06, s * x + .05, -h + .06, s * x + .035, 0, s * x - .035, 0),
                    Hue.lighter(WOOD, .06),
                    Hue.darker(WOOD, .35));
        }
    }

    void chair(int colour) {
        int wood = Hue.mix(WOOD, colour, .15);
        ink.fill(Cut.poly(-.36, -1, -.26, -1, -.22, 0, -.32, 0), Hue.darker(wood, .2));
        ink.fill(Cut.poly(.24, -.5, .34, -.5, .36, 0, .27, 0), wood);
        for (int i = 0; i < 3; i++) {
            ink.fill(Cut.card(-.4, -.98 + i * .15, .16, .08, .03), Hue.lighter(wood, .15));
        }
        ink.across(Cut.card(-.36, -.54, .74, .1, .06), Hue.lighter(colour, .2), Hue.darker(colour, .15));
    }

    /** A small table with a chessboard on it, a game under way. */
    void chess() {
        ink.across(Cut.poly(-.09, -.78, .09, -.78, .06, -.1, -.06, -.1), WOOD, Hue.darker(WOOD, .35));
        ink.across(Cut.card(-.34, -.1, .68, .1, .05), Hue.darker(WOOD, .1), Hue.darker(WOOD, .4));
        ink.across(Cut.card(-.72, -.86, 1.44, .1, .04), Hue.lighter(WOOD, .25), Hue.darker(WOOD, .15));
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 8; i++) {
                double y = -.87 - row * .035;
                double w = .155 - row * .011;
                double x = (i - 4) * w;
                ink.fill(
                        Cut.poly(x, y, x + w, y, (i - 3) * (w - .011), y - .035, (i - 4) * (w - .011), y - .035),
                        (row + i) % 2 == 0 ? 0xf4e6c8 : 0x5a3c2c);
            }
        }
        for (int i = 0; i < 8; i++) {
            boolean white = i < 4;
            double x = white ? -.52 + i * .13 : .1 + (i - 4) * .13;
            double h = i % 4 == 1 ? .26 : i % 4 == 2 ? .22 : .15;
            double lift = i == 2 ? .07 * Math.max(0, Math.sin(t * 1.5)) : 0;
            int c = white ? 0xfff6e2 : 0x2c2430;
            ink.fill(
                            Cut.poly(
                                    x - .05,
                                    -.9 - lift,
                                    x + .05,
                                    -.9 - lift,
                                    x + .025,
                                    -.9 - h * .7 - lift,
                                    x - .025,
                                    -.9 - h * .7 - lift),
                            c)
                    .fill(Cut.disc(x, -.9 - h * .8 - lift, .042), Hue.lighter(c, .1));
        }
    }

    /** An upright piano seen from its keys. */
    void piano(int colour) {
        int body = Hue.mix(colour, 0x241c24, .8);
        ink.fade(Cut.card(-.72, -1, 1.44, .98, .04), Hue.lighter(body, .14), Hue.darker(body, .3));
        ink.fill(Cut.card(-.62, -.92, 1.24, .3, .03), Hue.lighter(body, .08));
        ink.fill(Cut.poly(-.22, -.9, .22, -.9, .2, -.68, -.2, -.68), 0xfff8ea);
        for (int i = 0; i < 3; i++) {
            ink.draw(Cut.line(-.16, -.85 + i * .06, .16, -.85 + i * .06), .006, 0x5a5060);
        }
        ink.fill(Cut.poly(-.76, -.56, .76, -.56, .82, -.46, -.82, -.46), Hue.darker(body, .35));
        for (int i = 0; i < 18; i++) {
            double x = -.72 + i * .08;
            double down = .012 * Math.max(0, Math.sin(t * 8 + Chance.at(i, 4) * 20) - .6) * 2;
            ink.fill(
                    Cut.poly(
                            x, -.55 + down, x + .074, -.55 + down, x * 1.06 + .078, -.48 + down, x * 1.06, -.48 + down),
                    0xfffaf0);
        }
        for (int i = 0; i < 17; i++) {
            if (i % 7 != 2 && i % 7 != 6) {
                ink.fill(Cut.box(-.665 + i * .08, -.555, .045, .042), 0x18141c);
            }
        }
        ink.fill(Cut.box(-.74, -.46, .12, .46), Hue.darker(body, .2))
                .fill(Cut.box(.62, -.46, .12, .46), Hue.darker(body, .2));
    }

    /** A great drum on its stand, struck from the side. */
    void drum(int colour) {
        int red = Hue.mix(colour, 0xb0342c, .6);
        double hit = Math.exp(-6 * Poses.frac(t / .6));
        ink.fill(Cut.poly(-.5, 0, -.38, 0, .1, -.5, .02, -.56), 0x5a3826)
                .fill(Cut.poly(.5, 0, .38, 0, -.1, -.5, -.02, -.56), 0x6a4630);
        ink.across(
                Cut.blob(-.36, -.98, 0, -1.04, .36, -.98, .48, -.62, .36, -.26, 0, -.2, -.36, -.26, -.48, -.62),
                Hue.lighter(red, .16),
                Hue.darker(red, .35));
        for (int s = -1; s <= 1; s += 2) {
            ink.fill(Cut.oval(s * .38, -.62, .1 + .012 * hit, .37), 0xf4e6c8)
                    .draw(Cut.oval(s * .38, -.62, .1, .37), .024, 0x2a2028);
            for (int i = 0; i < 9; i++) {
                double a = -1.4 + i * .35;
                ink.fill(Cut.disc(s * (.27 - .02 * Math.cos(a)), -.62 + .37 * Math.sin(a), .018), 0xe8c870);
            }
        }
        for (int k = 0; k < 3; k++) {
            ink.fill(Cut.turned(Cut.blob(-.02, -.72, .07, -.8, .1, -.7, .03, -.62), k * 2.094, 0, -.62), 0xfff2dc, .9);
        }
        for (int i = 0; i < 2; i++) {
            ink.rawLine(
                    Cut.line(.52 + .1 * i, -.8, .58 + .1 * i + .05 * hit, -.62, .52 + .1 * i, -.44),
                    .018,
                    0xffffff,
                    .6 * hit);
        }
    }

    /** A desk with a screen that glows. */
    void computer() {
        legs(.66, .58);
        ink.across(Cut.card(-.82, -.62, 1.64, .08, .03), Hue.lighter(WOOD, .3), WOOD);
        ink.fill(Cut.poly(-.08, -.62, .08, -.62, .05, -.72, -.05, -.72), 0x8a8f98)
                .fill(Cut.card(-.16, -.635, .32, .02, .01), 0x9aa0aa);
        screen(-.4, -1.12, .8, .44);
        ink.fill(Cut.poly(-.3, -.625, .3, -.625, .34, -.6, -.34, -.6), 0xd8dce2);
    }

    void television() {
        ink.fill(Cut.card(-.5, -.3, 1, .3, .03), Hue.darker(WOOD, .2))
                .fill(Cut.card(-.46, -.26, .44, .2, .02), WOOD)
                .fill(Cut.card(.02, -.26, .44, .2, .02), WOOD);
        screen(-.56, -1, 1.12, .66);
    }

    private void screen(double x, double y, double w, double h) {
        ink.fill(Cut.card(x, y, w, h, .04), 0x23242c);
        var glass = Cut.card(x + .03, y + .03, w - .06, h - .06, .02);
        ink.rawFade(glass, 0x9ad8ff, 1, 0x3a70d0, 1);
        ink.inside(glass, () -> {
            ink.raw(Cut.disc(x + w * (.3 + .1 * Math.sin(t)), y + h * .45, h * .17), 0xfff0b0, .95);
            ink.raw(
                    Cut.blob(
                            x,
                            y + h,
                            x + w * .25,
                            y + h * .55,
                            x + w * .5,
                            y + h * .8,
                            x + w * .75,
                            y + h * .5,
                            x + w,
                            y + h),
                    0x2f6a58,
                    1);
            for (int i = 0; i < 3; i++) {
                ink.raw(Cut.box(x + w * .6, y + h * (.2 + .1 * i), w * (.28 - .06 * i), h * .04), 0xffffff, .85);
            }
        });
        ink.glow(x + w / 2, y + h / 2, w * .9, 0x7ac0ff, .12 + .12 * ink.light.lamps());
    }

    void tent(int colour) {
        ink.fade(Cut.poly(-.85, 0, -.05, -1, .85, 0), Hue.lighter(colour, .2), Hue.darker(colour, .2));
        ink.fill(Cut.poly(-.85, 0, -.05, -1, -.2, 0), Hue.darker(colour, .16));
        ink.fill(Cut.poly(.06, 0, .02, -.62, .42, 0), 0x241a24);
        ink.glow(.18, -.2, .4, 0xffc070, .25 + .35 * ink.light.lamps());
        ink.fill(Cut.blob(.02, -.62, .2, -.3, .42, 0, .52, 0, .2, -.4), Hue.lighter(colour, .34));
        ink.draw(Cut.line(-.05, -1, -1.05, .02), .012, 0xf0e4cc).draw(Cut.line(-.05, -1, 1.05, .02), .012, 0xf0e4cc);
        ink.fill(Cut.poly(-.05, -1.1, .12 + .03 * Math.sin(t * 5), -1.05, -.05, -1), 0xe8b84a);
    }

    /** A broad tree in leaf. */
    void tree(int leaf) {
        ink.across(Cut.blob(-.09, 0, -.045, -.3, -.07, -.62, .05, -.62, .05, -.3, .1, 0), 0x6a4a34, 0x3f2a20);
        ink.draw(Cut.line(0, -.36, -.16, -.56), .03, 0x5a3f2e).draw(Cut.line(0, -.34, .17, -.54), .026, 0x4a3426);
        for (int pass = 0; pass < 3; pass++) {
            int c = pass == 0 ? Hue.darker(leaf, .32) : pass == 1 ? leaf : Hue.lighter(leaf, .22);
            double s = pass == 0 ? 1 : pass == 1 ? .82 : .5;
            var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int i = 0; i < 13; i++) {
                double a = i * 2.4;
                double d = .33 * s * Math.sqrt(Chance.at(i, 3));
                double x = Math.cos(a) * d * 1.2 + pass * .02 + .006 * Math.sin(t * 1.6 + i);
                double y = -.7 - pass * .05 + Math.sin(a) * d * .8;
                p.append(Cut.star(x, y, s * (.17 + .07 * Chance.at(i, 4)), s * .13, 9, i), false);
            }
            ink.fill(p, c);
        }
    }
}
