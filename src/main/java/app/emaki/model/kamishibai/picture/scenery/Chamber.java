package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A room by a window: a wide sill, curtains in the draught, books, a lamp, a plant. */
final class Chamber implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.2)
                .ambient(Hue.mix(light.ambient(), hour == Hour.NIGHT ? 0x9080c0 : 0xffe4cc, .35))
                .silhouettes(hour == Hour.NIGHT ? .5 : .25)
                .sunAt(.2, .3);
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.42);
        var room = Room.of(scene, 1.8, 3.2, .78);
        room.walls(0x8c9cc0, 0x7c86a8, 0xe0dcd8, ink -> {
            double w = room.wide() / ink.m;
            var pane = room.onBack(ink, -w * .62, .75, w * 1.24, 1.75);
            ink.fill(room.onBack(ink, -w * .62 - .08, .67, w * 1.24 + .16, 1.91), 0xf2ece0);
            room.outside(ink, pane, true);
            ink.fill(room.onBack(ink, -.03, .75, .06, 1.75), 0xf2ece0)
                    .fill(room.onBack(ink, -w * .62, 1.7, w * 1.24, .05), 0xf2ece0);
            ink.fill(room.onBack(ink, -w * .7, .58, w * 1.4, .1), 0xfaf4e8);
            for (int i = 0; i < 4; i++) {
                ink.fill(
                        room.onSide(1, 1.72 - i * .2, 1.58 - i * .2, 1.2 + .1 * (i % 2), 1.6 + .1 * (i % 2)),
                        i % 2 == 0 ? 0xf0d8a8 : 0xd8a0a0);
            }
        });
        room.floor(0xa87a58, 0x8c6044, 0x4a3020);
        room.beam(1.1);
        scene.live(1.79, (ink, t) -> curtains(ink, room, t));
        scene.sheet(1.6, ink -> {
            double m = ink.m;
            shelf(ink, ink.half * .66, m);
            double x = -ink.half * .78;
            ink.fill(
                    Cut.poly(
                            x - m * .18,
                            ink.base,
                            x - m * .24,
                            ink.base - m * .4,
                            x + m * .24,
                            ink.base - m * .4,
                            x + m * .18,
                            ink.base),
                    0xd08a5a);
            for (int i = 0; i < 11; i++) {
                double a = -Math.PI / 2 + (i - 5) * .24;
                double l = m * (.8 + .3 * Chance.at(i, 3));
                ink.fill(
                        Cut.blob(
                                x,
                                ink.base - m * .4,
                                x + Math.cos(a - .12) * l * .6,
                                ink.base - m * .4 + Math.sin(a - .12) * l * .6,
                                x + Math.cos(a) * l,
                                ink.base - m * .4 + Math.sin(a) * l,
                                x + Math.cos(a + .12) * l * .6,
                                ink.base - m * .4 + Math.sin(a + .12) * l * .6),
                        i % 2 == 0 ? 0x3f8058 : 0x4f9a64);
            }
        });
        scene.sheet(1.15, ink -> {
            ink.fill(Cut.oval(0, ink.base + ink.m * .1, ink.m * 1.5, ink.m * .2), 0xb04a5a, .85);
            ink.draw(Cut.oval(0, ink.base + ink.m * .1, ink.m * 1.3, ink.m * .16), 3, 0xf0d8a8);
        });
    }

    private static void curtains(Ink ink, Room room, double t) {
        double w = room.wide();
        for (int s = -1; s <= 1; s += 2) {
            double x = s * w * .66;
            double y = room.y(2.72, 1.8);
            double low = room.y(.35, 1.8);
            double blow = ink.m * (.12 + .1 * Math.sin(t * 1.1 + s));
            ink.across(
                    Cut.blob(
                            x + s * w * .16,
                            y,
                            x - s * w * .1,
                            y,
                            x - s * w * .06,
                            (y + low) / 2,
                            x - s * w * .12 - s * blow,
                            low,
                            x + s * w * .1,
                            low + 6,
                            x + s * w * .18,
                            (y + low) / 2),
                    0xfff8ec,
                    0xe4d8d0);
            for (int i = 0; i < 4; i++) {
                double fx = x + s * w * (.12 - .06 * i);
                ink.draw(Cut.line(fx, y, fx, (y + low) / 2, fx - s * blow * .25 * i, low), 2, 0xb8a8a8, .6);
            }
        }
        ink.fill(Cut.box(-w * .86, room.y(2.8, 1.8), w * 1.72, ink.m * .06), 0x6a4a38);
    }

    private static void shelf(Ink ink, double x, double m) {
        ink.fade(Cut.box(x, ink.base - m * 1.7, m * 1.3, m * 1.7), 0x7a5238, 0x5a3a28);
        for (int r = 0; r < 4; r++) {
            double y = ink.base - m * (.12 + r * .4);
            ink.fill(Cut.box(x + m * .05, y - m * .34, m * 1.2, m * .34), 0x3a2418);
            double at = x + m * .07;
            for (int i = 0; at < x + m * 1.15; i++) {
                double w = m * (.05 + .05 * Chance.at(i, r));
                double h = m * (.2 + .12 * Chance.at(i, r + 9));
                ink.fill(
                        Cut.box(at, y - h, w - 1, h),
                        new int[] {0xc0504a, 0x4a7a9a, 0xe0b860, 0x6a9a6a, 0xe8e0d0, 0x8a5a9a}[(i * 5 + r) % 6]);
                at += w;
            }
        }
        double lx = x + m * .35;
        ink.draw(Cut.line(lx, ink.base - m * 1.7, lx + m * .1, ink.base - m * 2.05), m * .03, 0x2a2a30);
        ink.glow(lx + m * .2, ink.base - m * 1.95, m * .9, 0xffc878, .2 + .4 * ink.light.lamps());
        ink.fill(
                Cut.poly(
                        lx - m * .06,
                        ink.base - m * 2,
                        lx + m * .1,
                        ink.base - m * 2.24,
                        lx + m * .26,
                        ink.base - m * 2.0),
                0xe0a040);
    }
}
