package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.geom.Arc2D;

/** A café at a street corner: a wide window, lamps on cords, a counter and its shelves. */
final class Cafe implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.2)
                .ambient(Hue.mix(light.ambient(), 0xffd8a8, .5))
                .lit(Math.max(.6, light.lamps()))
                .silhouettes(.25)
                .rims(0xffd090, light.fill())
                .blooming(176, .8);
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.46);
        var room = Room.of(scene, 1.95, 3.5, .76);
        room.walls(0x5a4038, 0x6a4a3c, 0x3a2a28, ink -> {
            double w = room.wide() / ink.m;
            var pane = room.onBack(ink, -w * .92, .7, w * 1.16, 1.9);
            ink.fill(room.onBack(ink, -w * .95, .64, w * 1.22, 2.02), 0x2c1c18);
            room.outside(ink, pane, true);
            for (int i = 1; i < 3; i++) {
                ink.fill(room.onBack(ink, -w * .92 + w * 1.16 * i / 3, .7, .05, 1.9), 0x2c1c18);
            }
            var b = pane.getBounds2D();
            Town.label(
                    ink,
                    scene.sign(0, scene.japanese ? "喫茶 月" : "CAFÉ"),
                    b.getCenterX(),
                    b.getY() + b.getHeight() * .2,
                    b.getWidth() * .5,
                    b.getHeight() * .14,
                    ink.lit(0xfff2d8));
            shelves(ink, room, w);
            for (int i = 0; i < 2; i++) {
                var frame = room.onSide(-1, 1.8 - i * .34, 1.6 - i * .34, 1.3, 2.1);
                ink.fill(frame, 0xe0b880);
            }
        });
        room.floor(0x8a5a3c, 0x6e442c, 0x2c1810);
        scene.sheet(1.7, ink -> counter(ink));
        scene.sheet(1.6, ink -> {
            for (int i = -1; i <= 1; i++) {
                room.pendant(ink, i * ink.half * .56, ink.m * .75, ink.m * .26, i == 0 ? 0xc0503a : 0x2f4a4a, 0xffc878);
            }
        });
        scene.sheet(1.28, ink -> {
            table(ink, -ink.half * .86, true);
            table(ink, ink.half * .9, false);
        });
        scene.sheet(.62, ink -> {
            double y = ink.base - ink.m * .5;
            ink.across(
                    Cut.blob(
                            -ink.half * 1.3,
                            y,
                            -ink.half * .55,
                            y - ink.m * .05,
                            -ink.half * .2,
                            y + ink.m * .03,
                            -ink.half * .6,
                            y + ink.m * .13,
                            -ink.half * 1.3,
                            y + ink.m * .12),
                    0xb07a4c,
                    0x7a4a2c);
            cup(ink, -ink.half * .66, y + 2, ink.m * .09);
        });
        scene.live(.6, (ink, t) -> steam(ink, -ink.half * .66, ink.base - ink.m * .7, ink.m * .1, t));
    }

    private static void shelves(Ink ink, Room room, double w) {
        ink.fill(room.onBack(ink, w * .32, .9, w * .64, 1.8), 0x3a2620);
        for (int r = 0; r < 4; r++) {
            double h = 1 + r * .44;
            ink.fill(room.onBack(ink, w * .34, h - .05, w * .6, .05), 0x8a5a36);
            for (int i = 0; i < 7; i++) {
                double x = w * (.37 + .078 * i);
                double tall = .14 + .16 * Chance.at(i, r + 2);
                int c = new int[] {0xe8dcc4, 0x7a9a8a, 0xc05a3a, 0xd8b060, 0x4a6a8a}[(i + r) % 5];
                ink.fill(Cut.card(x * ink.m, room.y(h + tall, 1.95), w * .05 * ink.m, tall * ink.m, 4), c);
            }
        }
        ink.glow((w * .64) * ink.m, room.y(2.3, 1.95), ink.m * 1.2, 0xffb860, .3);
    }

    private static void counter(Ink ink) {
        double m = ink.m;
        double x = ink.half * .12;
        ink.fade(Cut.box(x, ink.base - m * 1.02, ink.reach - x + 20, m * 1.02), 0x7a4a30, 0x4a2a1c);
        for (double at = x + m * .1; at < ink.reach; at += m * .34) {
            ink.fill(Cut.box(at, ink.base - m * .9, m * .02, m * .84), 0x3a2016);
        }
        ink.fill(Cut.box(x - m * .06, ink.base - m * 1.1, ink.reach - x + 40, m * .1), 0xc08a58);
        ink.across(Cut.card(x + m * .9, ink.base - m * 1.62, m * .7, m * .54, 10), 0xd8dce4, 0x8a90a0);
        ink.fill(Cut.box(x + m * 1.0, ink.base - m * 1.4, m * .5, m * .08), 0x3a3a44)
                .fill(Cut.disc(x + m * 1.15, ink.base - m * 1.2, m * .05), 0x2a2a30);
        for (int i = 0; i < 3; i++) {
            cup(ink, x + m * (.2 + i * .2), ink.base - m * 1.1, m * .07);
        }
        ink.fill(
                Cut.poly(
                        x + m * 1.9,
                        ink.base - m * 1.1,
                        x + m * 1.96,
                        ink.base - m * 1.44,
                        x + m * 2.3,
                        ink.base - m * 1.44,
                        x + m * 2.36,
                        ink.base - m * 1.1),
                0x2a3a34);
    }

    private static void table(Ink ink, double x, boolean plant) {
        double m = ink.m;
        ink.fill(Cut.box(x - m * .03, ink.base - m * .7, m * .06, m * .7), 0x2a1a16)
                .fill(Cut.oval(x, ink.base, m * .26, m * .05), 0x2a1a16);
        ink.across(Cut.oval(x, ink.base - m * .72, m * .55, m * .09), 0xc08a58, 0x8a5a36);
        if (plant) {
            ink.fill(
                    Cut.poly(
                            x - m * .07,
                            ink.base - m * .72,
                            x - m * .09,
                            ink.base - m * .88,
                            x + m * .09,
                            ink.base - m * .88,
                            x + m * .07,
                            ink.base - m * .72),
                    0xe8e0d0);
            for (int i = 0; i < 9; i++) {
                double a = -Math.PI / 2 + (i - 4) * .3;
                ink.fill(
                        Cut.turned(
                                Cut.oval(
                                        x + Math.cos(a) * m * .14,
                                        ink.base - m * .9 + Math.sin(a) * m * .14,
                                        m * .13,
                                        m * .04),
                                a,
                                x + Math.cos(a) * m * .14,
                                ink.base - m * .9 + Math.sin(a) * m * .14),
                        i % 2 == 0 ? 0x4a8a58 : 0x3a7048);
            }
        } else {
            cup(ink, x, ink.base - m * .73, m * .08);
        }
    }

    private static void cup(Ink ink, double x, double y, double r) {
        ink.fill(Cut.oval(x, y, r * 1.6, r * .3), 0xf4ead8);
        ink.draw(new Arc2D.Double(x + r * .5, y - r * 1.2, r * .9, r * .8, -80, 160, Arc2D.OPEN), r * .2, 0xfffaf0);
        ink.across(
                Cut.poly(
                        x - r * .9,
                        y - r * 1.5,
                        x + r * .9,
                        y - r * 1.5,
                        x + r * .6,
                        y - r * .1,
                        x - r * .6,
                        y - r * .1),
                0xfffdf6,
                0xd8ccb8);
        ink.fill(Cut.oval(x, y - r * 1.5, r * .9, r * .2), 0x4a2a18);
    }

    static void steam(Ink ink, double x, double y, double s, double t) {
        for (int i = 0; i < 3; i++) {
            double u = (t * .32 + i / 3.0) % 1;
            double cy = y - u * s * 5;
            ink.rawLine(
                    Cut.line(
                            x + (i - 1) * s * .5,
                            cy + s,
                            x + (i - 1) * s * .5 + Math.sin(u * 7 + i) * s * .7,
                            cy,
                            x + (i - 1) * s * .4 - Math.sin(u * 7 + i) * s * .5,
                            cy - s * 1.2),
                    s * .34,
                    0xffffff,
                    .3 * Math.sin(Math.PI * u));
        }
    }
}
