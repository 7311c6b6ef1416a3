package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;

/** Things to eat, each about one unit high, its foot at the origin. */
final class Food {
    private final Ink ink;
    private final double t;

    Food(Ink ink, double t) {
        this.ink = ink;
        this.t = t;
    }

    /** A cake with strawberries and one candle. */
    void cake() {
        plate(.66);
        ink.fade(Cut.blob(-.5, -.08, -.52, -.44, 0, -.5, .52, -.44, .5, -.08, 0, -.02), 0xf6d59a, 0xd89a58);
        ink.fill(Cut.box(-.51, -.3, 1.02, .06), 0xfff6ec);
        var icing = Cut.blob(
                -.53, -.4, -.5, -.56, 0, -.62, .5, -.56, .53, -.4, .4, -.3, .28, -.42, .12, -.28, -.04, -.42, -.22,
                -.26, -.36, -.42);
        ink.fade(icing, 0xffffff, 0xffe2ea);
        for (int i = 0; i < 5; i++) {
            double x = -.38 + i * .19;
            ink.fade(
                    Cut.blob(x, -.74, x + .075, -.66, x + .05, -.56, x - .05, -.56, x - .075, -.66),
                    0xff5a5a,
                    0xc82a3a);
            ink.fill(Cut.poly(x - .04, -.72, x + .04, -.72, x, -.78), 0x4fa35a);
        }
        ink.fill(Cut.box(-.02, -.94, .04, .22), 0x7ac0e8);
        flame(0, -.94, .07);
    }

    private void flame(double x, double y, double r) {
        double sway = r * .3 * Math.sin(t * 6);
        ink.glow(x, y - r, r * 5, 0xffc060, .4);
        ink.raw(Cut.blob(x, y, x + r * .7, y - r * .7, x + sway, y - r * 2.3, x - r * .7, y - r * .7), 0xff9a3a, 1);
        ink.raw(
                Cut.blob(x, y, x + r * .35, y - r * .5, x + sway * .6, y - r * 1.4, x - r * .35, y - r * .5),
                0xfff0b0,
                1);
    }

    private void plate(double w) {
        ink.fill(Cut.oval(0, -.03, w, .07), 0xd8d4de).fill(Cut.oval(0, -.045, w * .94, .055), 0xfbf8f4);
    }

    /** A loaf with three cuts. */
    void bread() {
        var loaf = Cut.blob(-.85, -.08, -.9, -.4, -.6, -.72, 0, -.84, .6, -.72, .9, -.4, .85, -.08, 0, .01);
        ink.fade(loaf, 0xe8ac62, 0xa8642c);
        for (int i = -1; i <= 1; i++) {
            ink.within(i * .48, -.55, .5, 1, 1, () -> ink.fade(Cut.oval(0, 0, .07, .25), 0xffe6b4, 0xf0c888));
        }
        ink.raw(Cut.blob(-.6, -.5, -.3, -.72, .2, -.76, -.1, -.66), 0xffffff, .25);
        steam(-.2, -.9);
    }

    void ramen(int colour) {
        ink.fill(Cut.oval(0, -.56, .8, .2), 0xf0c070);
        for (int i = 0; i < 9; i++) {
            double x = -.55 + i * .13;
            ink.draw(
                    Cut.line(x, -.56, x + .1, -.66 - .04 * (i % 2), x + .22, -.56),
                    .035,
                    i % 2 == 0 ? 0xffe8a8 : 0xf2d488);
        }
        ink.fill(Cut.oval(-.36, -.62, .2, .12), 0xfff8ec).fill(Cut.oval(-.36, -.62, .1, .06), 0xf0982a);
        ink.fill(Cut.oval(.3, -.6, .24, .11), 0xc8855a).draw(Cut.oval(.3, -.6, .16, .07), .03, 0xf4c8a0);
        ink.fill(Cut.poly(.5, -.6, .74, -.98, .82, -.94, .66, -.56), 0x1e3a30);
        for (int i = 0; i < 4; i++) {
            ink.fill(Cut.disc(-.02 + .07 * i, -.7 + .04 * (i % 2), .035), 0x6ab85a);
        }
        ink.fade(
                Cut.blob(-.82, -.56, -.7, -.3, -.36, -.08, .36, -.08, .7, -.3, .82, -.56, .4, -.46, -.4, -.46),
                Hue.lighter(colour, .12),
                Hue.darker(colour, .3));
        ink.fill(Cut.box(-.3, -.1, .6, .1), Hue.darker(colour, .35));
        for (int i = 0; i < 5; i++) {
            ink.draw(
                    Cut.poly(-.52 + i * .24, -.36, -.42 + i * .24, -.36, -.42 + i * .24, -.26, -.52 + i * .24, -.26),
                    .02,
                    0xfff0dc,
                    .8);
        }
        ink.draw(Cut.line(-.05, -.62, .66, -1.12), .035, 0x8a4a2a).draw(Cut.line(.05, -.6, .78, -1.06), .035, 0x7a3a20);
        steam(-.3, -.78);
        steam(.1, -.8);
    }

    private void steam(double x, double y) {
        double u = Poses.frac(t * .4 + Chance.at((int) (x * 20), 3));
        ink.rawLine(
                Cut.line(
                        x,
                        y - u * .15,
                        x + .08,
                        y - .14 - u * .18,
                        x - .04,
                        y - .28 - u * .22,
                        x + .06,
                        y - .4 - u * .26),
                .045,
                0xffffff,
                .55 * Math.sin(Math.PI * u));
    }

    void iceCream() {
        var cone = Cut.poly(-.26, -.52, .26, -.52, 0, 0);
        ink.fade(cone, 0xf0bc70, 0xb87a38);
        ink.inside(cone, () -> {
            for (int i = -3; i < 5; i++) {
                ink.draw(Cut.line(-.4 + i * .13, -.55, i * .13, .05), .014, 0x8a5a28, .7)
                        .draw(Cut.line(.4 - i * .13, -.55, -i * .13, .05), .014, 0x8a5a28, .7);
            }
        });
        int[] scoops = {0xffb6c8, 0xfff2d4, 0xb8e6c8};
        for (int i = 0; i < 3; i++) {
            double x = i == 0 ? -.14 : i == 1 ? .15 : 0;
            double y = i == 2 ? -.86 : -.62;
            ink.fade(Cut.disc(x, y, .21), Hue.lighter(scoops[i], .3), Hue.darker(scoops[i], .1));
            ink.raw(Cut.oval(x - .07, y - .09, .05, .035), 0xffffff, .8);
        }
        ink.fill(Cut.disc(.04, -1.08, .07), 0xe02a44).draw(Cut.line(.04, -1.14, .1, -1.24), .018, 0x4a7a3a);
    }

    void apple(int colour) {
        int red = Hue.mix(colour, 0xd8302c, .7);
        ink.fade(
                Cut.blob(
                        0, -.72, .26, -.84, .5, -.62, .44, -.2, .2, 0, 0, -.04, -.2, 0, -.44, -.2, -.5, -.62, -.26,
                        -.84),
                Hue.lighter(red, .25),
                Hue.darker(red, .2));
        ink.draw(Cut.line(0, -.72, .02, -.86, .08, -.98), .05, 0x5a3a24);
        ink.fill(Cut.blob(.04, -.86, .2, -1.02, .4, -.96, .22, -.82), 0x5fae58);
        ink.raw(Cut.turned(Cut.oval(-.26, -.56, .07, .14), .4, -.26, -.56), 0xffffff, .6);
    }

    void burger() {
        ink.fade(Cut.blob(-.6, -.1, -.56, 0, 0, .02, .56, 0, .6, -.1, .56, -.2, -.56, -.2), 0xe8a858, 0xb87234);
        ink.fade(Cut.card(-.6, -.4, 1.2, .2, .16), 0x7a4228, 0x4a2416);
        ink.fill(Cut.poly(-.6, -.42, .6, -.42, .42, -.3, .2, -.42, .0, -.28, -.22, -.42), 0xffc83a);
        for (int i = 0; i < 7; i++) {
            ink.fill(Cut.oval(-.56 + i * .187, -.45, .13, .07), i % 2 == 0 ? 0x6aba4a : 0x8ad05a);
        }
        ink.fill(Cut.card(-.54, -.56, 1.08, .1, .08), 0xe0402c);
        ink.fade(Cut.blob(-.62, -.56, -.6, -.78, -.3, -1, .3, -1, .6, -.78, .62, -.56, 0, -.52), 0xf0b464, 0xc07c38);
        for (int i = 0; i < 9; i++) {
            ink.fill(Cut.oval(-.4 + i * .1, -.82 - .09 * Math.sin(i * 2.1), .03, .018), 0xfff4d8);
        }
    }

    void pizza() {
        var slice = Cut.poly(-.5, -.9, .5, -.9, 0, 0);
        ink.fade(Cut.blob(-.58, -.84, -.5, -1.02, 0, -1.06, .5, -1.02, .58, -.84, 0, -.86), 0xe0a050, 0xb0682c);
        ink.fade(slice, 0xffd66a, 0xf0a83a);
        ink.inside(slice, () -> {
            ink.fill(Cut.disc(-.18, -.7, .13), 0xc8402c)
                    .fill(Cut.disc(.2, -.62, .13), 0xc8402c)
                    .fill(Cut.disc(-.02, -.34, .12), 0xc8402c);
            ink.fill(Cut.blob(.02, -.8, .14, -.78, .1, -.7), 0x4f9a48)
                    .fill(Cut.blob(-.14, -.46, -.04, -.5, -.06, -.42), 0x4f9a48);
            ink.raw(Cut.disc(-.21, -.73, .04), 0xffffff, .3).raw(Cut.disc(.17, -.65, .04), 0xffffff, .3);
        });
        ink.fill(Cut.blob(.2, -.44, .26, -.34, .24, -.2, .18, -.3), 0xffd66a);
    }

    /** A pumpkin with a face cut into it and a candle inside. */
    void pumpkin() {
        for (int i = 0; i < 5; i++) {
            double x = (i < 2 ? -1 : i < 4 ? 1 : 0) * (i % 2 == 0 ? .34 : .2);
            ink.fade(Cut.oval(i == 4 ? 0 : x, -.4, i == 4 ? .24 : .26, .4), 0xffa040, 0xc85a18);
        }
        ink.draw(Cut.line(0, -.78, -.02, -.9, .08, -1), .08, 0x4a7a38);
        double glow = .85 + .15 * Math.sin(t * 8);
        ink.glow(0, -.38, .7, 0xffc850, .4 * glow);
        ink.raw(Cut.poly(-.3, -.42, -.12, -.42, -.2, -.6), 0xfff0a0, glow)
                .raw(Cut.poly(.3, -.42, .12, -.42, .2, -.6), 0xfff0a0, glow);
        ink.raw(
                Cut.poly(
                        -.36, -.3, -.2, -.24, -.14, -.3, -.04, -.22, .06, -.3, .14, -.24, .22, -.3, .36, -.3, .2, -.1,
                        0, -.05, -.2, -.1),
                0xfff0a0,
                glow);
    }
}
