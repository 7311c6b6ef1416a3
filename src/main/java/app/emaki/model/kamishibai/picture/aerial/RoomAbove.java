package app.emaki.model.kamishibai.picture.aerial;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** Rooms with their ceiling taken off. */
final class RoomAbove {
    private final Scene scene;

    RoomAbove(Scene scene) {
        this.scene = scene;
    }

    void build(Setting setting) {
        scene.veil(scene.lens.hero(), ink -> {
            var p = new Plan(ink, 1);
            switch (setting) {
                case CAFE -> cafe(p);
                case CLASSROOM -> desks(p, 0xb98a58, false);
                case OFFICE -> {
                    p.ground(0x8b94a2, 0x7c8593);
                    grid(p, .9, 0x6f7886);
                    rows(p, 0xd0c6b8, true);
                }
                case KITCHEN -> kitchen(p);
                case LIBRARY -> library(p);
                case TRAIN_INSIDE -> carriage(p);
                case STAGE -> stage(p);
                case STUDIO -> {
                    p.ground(0xf3eee6, 0xe2d9cb);
                    p.disc(0, 0, 2.4, 0xe8b89a, .8);
                    p.disc(1.6, -1, 1.2, 0x9ac0b8, .7);
                }
                default -> room(p);
            }
        });
    }

    private static void grid(Plan p, double step, int c) {
        for (double x = -p.wide; x < p.wide; x += step) {
            p.line(x, -p.high, x, p.high, .02, c, .8);
        }
        for (double y = -p.high; y < p.high; y += step) {
            p.line(-p.wide, y, p.wide, y, .02, c, .8);
        }
    }

    private static void cafe(Plan p) {
        p.boards(0x9a6a44);
        p.box(-p.wide, -p.high, 2 * p.wide, 1.2, 0x5a3a28, 1);
        p.box(-p.wide, -p.high + .9, 2 * p.wide, .3, 0x7a5236, 1);
        for (int i = 0; i < 10; i++) {
            p.disc(-p.wide + i * 1.3 + .5, -p.high + .5, .2, i % 2 == 0 ? 0xfff4e4 : 0xd8a060, 1);
        }
        double gap = p.wide / 1.4;
        for (int i = -2; i <= 2; i++) {
            p.table(i * gap, p.high * .62 + (i % 2) * .3, .62, 0xb07a48, i + 2);
            if (Math.abs(i) != 1 && i != 0) {
                p.table(i * gap, -p.high * .38, .62, 0xb07a48, i + 3);
            }
        }
        p.table(-gap, -p.high * .42, .62, 0xb07a48, 1);
        p.table(gap, -p.high * .42, .62, 0xb07a48, 4);
        plant(p, -p.wide * .9, -p.high * .7);
        plant(p, p.wide * .9, p.high * .86);
    }

    private static void plant(Plan p, double x, double y) {
        p.shade(Cut.disc((x + .2) * p.m, (y + .24) * p.m, .6 * p.m));
        p.disc(x, y, .34, 0xb0603c, 1);
        for (int i = 0; i < 9; i++) {
            double a = i * 2 * Math.PI / 9;
            p.ink.fill(
                    Cut.blob(
                            x * p.m,
                            y * p.m,
                            (x + Math.cos(a - .3) * .4) * p.m,
                            (y + Math.sin(a - .3) * .4) * p.m,
                            (x + Math.cos(a) * .75) * p.m,
                            (y + Math.sin(a) * .75) * p.m,
                            (x + Math.cos(a + .3) * .4) * p.m,
                            (y + Math.sin(a + .3) * .4) * p.m),
                    i % 2 == 0 ? 0x4f9a58 : 0x3f8048);
        }
    }

    private static void desks(Plan p, int wood, boolean screens) {
        p.boards(0xa9794e);
        p.box(-p.wide, -p.high, 2 * p.wide, .5, 0x2f5a48, 1);
        p.box(-p.wide, -p.high + .42, 2 * p.wide, .14, 0x8a5a34, 1);
        rows(p, wood, screens);
    }

    private static void rows(Plan p, int wood, boolean screens) {
        for (double y = -p.high + 1.4; y < p.high; y += 1.9) {
            for (double x = -p.wide + .6; x < p.wide; x += 2.1) {
                boolean free = Math.abs(y) < 1.3 && Math.abs(x) < 2.6;
                if (!free) {
                    p.desk(x, y, 1.2, .66, wood, screens);
                }
            }
        }
    }

    private static void kitchen(Plan p) {
        p.ground(0xe4d8c4, 0xd6cab4);
        for (int i = 0; i < 40; i++) {
            for (int k = 0; k < 40; k++) {
                double x = -p.wide + i * .6;
                double y = -p.high + k * .6;
                if ((i + k) % 2 == 0 && x < p.wide && y < p.high) {
                    p.box(x, y, .6, .6, 0xc9b79a, .7);
                }
            }
        }
        p.shade(Cut.box(-p.ink.reach, (-p.high + 1.4) * p.m, 2 * p.ink.reach, .3 * p.m));
        p.box(-p.wide, -p.high, 2 * p.wide, 1.4, 0xf4efe6, 1);
        for (int i = 0; i < 4; i++) {
            double x = -1.3 + (i % 2) * .8;
            double y = -p.high + .35 + (i / 2) * .62;
            p.disc(x, y, .3, 0x2c2c34, 1);
            p.disc(x, y, .2, 0x6a6a72, 1);
        }
        p.disc(-.5, -p.high + .36, .27, 0xd8402c, 1);
        p.disc(-.5, -p.high + .36, .2, 0xf0c060, 1);
        p.box(1.2, -p.high + .25, 1.4, .9, 0xb9c2ca, 1);
        p.box(1.32, -p.high + .36, 1.16, .68, 0x8a98a4, 1);
        p.desk(-1.3, p.high * .5, 2.6, 1.3, 0xb07a48, false);
        for (int i = 0; i < 5; i++) {
            p.disc(
                    -1 + i * .5,
                    p.high * .5 + .5 + .2 * (i % 2),
                    .17,
                    new int[] {0xe0503c, 0xf0c040, 0x6ab058, 0xfff4e4, 0xe89048}[i],
                    1);
        }
    }

    private static void library(Plan p) {
        p.boards(0x8a6040);
        int[] spines = {0xb0402f, 0x2f5a8a, 0xd0a040, 0x3f7a5a, 0x7a4a8a, 0xe8dcc4};
        for (int row = -1; row <= 1; row += 2) {
            double y = row < 0 ? -p.high + .2 : p.high - 1.1;
            p.shade(Cut.box(-p.ink.reach, (y + .2) * p.m, 2 * p.ink.reach, .95 * p.m));
            p.box(-p.wide, y, 2 * p.wide, .9, 0x5a3a26, 1);
            int i = 0;
            for (double x = -p.wide; x < p.wide; i++) {
                double w = .1 + .1 * Chance.at(i, 3 + row);
                p.box(x, y + .12, w, .66, spines[(int) (Chance.at(i, 5 + row) * 6)], 1);
                x += w + .02;
            }
        }
        p.rug(0, 0, 3, 2, 0x8a3040, 0xd8a850);
        p.table(-p.wide * .66, p.high * .3, .7, 0xa87848, 2);
        p.table(p.wide * .66, -p.high * .3, .7, 0xa87848, 3);
    }

    private static void room(Plan p) {
        p.boards(0xb98a5c);
        p.rug(0, .2, 2.6, 2, 0xb8483c, 0xe8b860);
        p.shade(Cut.card((-p.wide * .92 + .2) * p.m, (-p.high * .84 + .24) * p.m, 2.2 * p.m, 3.4 * p.m, .3 * p.m));
        p.ink.fill(Cut.card(-p.wide * .92 * p.m, -p.high * .84 * p.m, 2.2 * p.m, 3.4 * p.m, .3 * p.m), 0xf2ece2);
        p.ink.fill(Cut.card(-p.wide * .92 * p.m, (-p.high * .84 + 1) * p.m, 2.2 * p.m, 2.4 * p.m, .3 * p.m), 0x4f7a9a);
        p.ink.fill(
                Cut.card((-p.wide * .92 + .3) * p.m, (-p.high * .84 + .16) * p.m, 1.6 * p.m, .66 * p.m, .3 * p.m),
                0xffffff);
        p.desk(p.wide * .4, -p.high * .86, 2, .9, 0x9a6a40, true);
        plant(p, p.wide * .84, p.high * .7);
        p.table(-p.wide * .6, p.high * .66, .6, 0xb07a48, 1);
        p.ink.glow(p.wide * .5 * p.m, -p.high * .5 * p.m, 3 * p.m, 0xffd890, .25);
    }

    private static void carriage(Plan p) {
        p.ground(0x9a968e, 0x8c8880);
        for (double x = -p.wide; x < p.wide; x += .5) {
            p.line(x, -p.high, x, p.high, .015, 0x7c7870, .6);
        }
        for (int side = -1; side <= 1; side += 2) {
            double y = side < 0 ? -2.6 : 1.7;
            p.shade(Cut.box(-p.ink.reach, (y + .1) * p.m, 2 * p.ink.reach, p.m));
            p.box(-p.wide, y, 2 * p.wide, .9, 0x3f6a58, 1);
            for (double x = -p.wide; x < p.wide; x += .62) {
                p.line(x, y + .04, x, y + .86, .03, 0x2c4e40, 1);
            }
            p.box(-p.wide, side < 0 ? -p.high : 2.6, 2 * p.wide, p.high - 2.6, 0xd8d4cc, 1);
            for (double x = -p.wide; x < p.wide; x += 2.4) {
                p.box(x + .3, side < 0 ? -2.95 : 2.72, 1.8, .22, 0xaed4e6, 1);
            }
        }
        for (double x = -p.wide; x < p.wide; x += 2.4) {
            p.disc(x, -1.5, .07, 0xd8dce2, 1);
            p.disc(x, 1.5, .07, 0xd8dce2, 1);
        }
    }

    private static void stage(Plan p) {
        p.boards(0x7a4634);
        p.ink.glow(0, 0, 3.4 * p.m, 0xfff0d0, .6);
        p.ink.glow(-p.wide * .5 * p.m, -p.high * .3 * p.m, 2.4 * p.m, 0xff5aa0, .45);
        p.ink.glow(p.wide * .5 * p.m, -p.high * .2 * p.m, 2.4 * p.m, 0x5ab4ff, .45);
        p.box(-p.wide, p.high - 1.7, 2 * p.wide, 1.8, 0x1a1222, 1);
        p.band(p.high - 1.76, .12, 0xe8b84a);
        for (int i = 0; i < 34; i++) {
            double x = -p.wide + 2 * p.wide * i / 34 + .3 * Chance.at(i, 4);
            double y = p.high - 1.2 + .7 * Chance.at(i, 5);
            p.disc(x, y + .12, .34, Hue.mix(0x4a3a60, 0x7a4050, Chance.at(i, 6)), 1);
            p.disc(x, y, .2, 0x2a1c24, 1);
        }
        for (int side = -1; side <= 1; side += 2) {
            double x = side * p.wide * .88 - .5;
            p.shade(Cut.box((x + .2) * p.m, (-p.high * .7 + .2) * p.m, p.m, 1.4 * p.m));
            p.box(x, -p.high * .7, 1, 1.4, 0x241f2c, 1);
        }
    }
}
