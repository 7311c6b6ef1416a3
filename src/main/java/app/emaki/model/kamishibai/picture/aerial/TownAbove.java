package app.emaki.model.kamishibai.picture.aerial;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import java.awt.geom.Arc2D;

/** Streets, roofs, platforms and courts from above. */
final class TownAbove {
    private final Scene scene;
    private final double scale;
    private final double z;

    TownAbove(Scene scene, double scale) {
        this.scene = scene;
        this.scale = scale;
        z = scene.lens.hero();
    }

    void build(Setting setting) {
        scene.veil(z, ink -> {
            var p = new Plan(ink, scale);
            switch (setting) {
                case CROSSING -> crossing(p);
                case NEON_STREET -> neon(p);
                case LANE -> lane(p);
                case STATION -> station(p);
                case TRAIN_OUTSIDE -> railway(p);
                case ROOFTOP -> rooftop(p);
                case CASTLE -> court(p);
                default -> shrine(p);
            }
        });
        if (setting == Setting.STATION || setting == Setting.TRAIN_OUTSIDE) {
            scene.live(z * .97, (ink, t) -> train(new Plan(ink, scale), t, setting == Setting.STATION ? -3.6 : .4));
        } else if (setting == Setting.CROSSING || setting == Setting.NEON_STREET) {
            scene.live(z * .985, (ink, t) -> traffic(new Plan(ink, scale), t, setting == Setting.CROSSING));
        }
        scene.slope(z * .84, ink -> {
            var p = new Plan(ink, scale);
            switch (setting) {
                case CROSSING, NEON_STREET -> blocks(p, setting == Setting.CROSSING ? 4.6 : 4.5);
                case LANE -> houses(p, 3.4);
                case SHRINE, CASTLE -> corners(p);
                case STATION -> canopy(p);
                default -> {}
            }
        });
    }

    private void crossing(Plan p) {
        p.ground(0x666972, 0x565962);
        p.flecks(3, 160, .05, 0x4a4c54, 0x74777f);
        double r = 4.2;
        for (int side = 0; side < 4; side++) {
            double turn = side * Math.PI / 2;
            p.ink.within(0, 0, turn, 1, 1, () -> {
                for (int i = -4; i <= 4; i++) {
                    p.box(i * .86 - .24, -r - .2, .48, 2.5, 0xf4f2ea, .94);
                }
                p.box(-r + .3, -r - 3.1, 2 * r - .6, .34, 0xf4f2ea, .9);
            });
        }
        p.ink.within(0, 0, Math.PI / 4, 1, 1, () -> {
            for (int i = -9; i <= 9; i++) {
                p.box(i * .8 - .2, -1.05, .4, 2.1, 0xf4f2ea, .6);
            }
        });
        puddles(p);
    }

    private void neon(Plan p) {
        p.ground(0x3d4052, 0x33364a);
        p.flecks(3, 160, .05, 0x2c2e40, 0x565a70);
        p.band(-4.8, 1.7, 0x6f7080);
        p.band(3.1, 1.7, 0x6f7080);
        for (double x = -p.wide; x < p.wide; x += .8) {
            p.line(x, -4.8, x, -3.1, .02, 0x4c4e5e, .8);
            p.line(x, 3.1, x, 4.8, .02, 0x4c4e5e, .8);
        }
        for (double x = -p.wide; x < p.wide; x += 2.4) {
            p.box(x, -.09, 1.3, .18, 0xf6e8b0, .9);
        }
        int[] glow = {0xff4a9a, 0x4ad0ff, 0xffc84a, 0x9a6aff};
        for (int i = 0; i < 9; i++) {
            double x = -p.wide + 2 * p.wide * (i + .5) / 9;
            p.ink.glow(x * p.m, (i % 2 == 0 ? -3.6 : 3.6) * p.m, 2.4 * p.m, glow[i % 4], .3 + .3 * p.ink.light.lamps());
        }
        puddles(p);
    }

    private void puddles(Plan p) {
        if (!scene.raining()) {
            return;
        }
        for (int i = 0; i < 12; i++) {
            double x = (Chance.at(i, 41) * 2 - 1) * p.wide;
            double y = (Chance.at(i, 42) * 2 - 1) * p.high;
            double w = (.6 + Chance.at(i, 43)) * p.m;
            p.ink.raw(
                    Cut.blob(
                            x * p.m - w,
                            y * p.m,
                            x * p.m - w * .2,
                            y * p.m - w * .4,
                            x * p.m + w,
                            y * p.m - w * .1,
                            x * p.m + w * .3,
                            y * p.m + w * .42),
                    p.ink.light.sky().get(2),
                    .42);
        }
    }

    private static void lane(Plan p) {
        p.ground(0x8a9a68, 0x7a8c5c);
        p.flecks(3, 200, .07, 0x5f7548, 0xa6b67e);
        p.band(-1.9, 3.8, 0xc9bda8);
        for (double y = -1.9; y < 1.9; y += .42) {
            int row = (int) Math.round((y + 1.9) / .42);
            for (double x = -p.wide; x < p.wide; x += .62) {
                int k = (int) (x * 10) + row * 77;
                p.ink.fill(
                        Cut.card((x + (row % 2) * .31) * p.m, (y + .03) * p.m, .56 * p.m, .36 * p.m, .14 * p.m),
                        Hue.mix(0xbfb29c, Chance.at(k, 3) < .5 ? 0x9f937f : 0xdad0be, .5 * Chance.at(k, 4)));
            }
        }
        for (int i = 0; i < 14; i++) {
            double x = -p.wide + 2 * p.wide * i / 14;
            double y = i % 2 == 0 ? -2.3 : 2.3;
            p.disc(x + .1, y + .1, .24, 0x4a4030, .4);
            p.disc(x, y, .24, 0xb0603c, 1);
            p.disc(x, y, .18, i % 3 == 0 ? 0xe86a80 : 0x5f9a50, 1);
        }
    }

    private void houses(Plan p, double clear) {
        int[] tiles = {0x4a5668, 0x6a5048, 0x55605c};
        boolean snow = scene.snowing();
        double x = -p.wide - 1;
        for (int i = 0; x < p.wide + 1; i++) {
            double w = 3.4 + 1.8 * Chance.at(i, 7);
            p.roof(x, -clear - 4.2 - Chance.at(i, 8), w, 4.2, snow ? 0xeaf0f8 : tiles[i % 3], i % 2 == 0);
            p.roof(x + .8, clear + Chance.at(i, 9) * .5, w, 4.4, snow ? 0xeaf0f8 : tiles[(i + 1) % 3], i % 2 == 1);
            if (i % 2 == 1) {
                p.crown(x - .4, -clear + .3, 1.1, scene.snowing() ? 0xe4ecf4 : 0x5a9a50, i);
            }
            x += w + .7;
        }
    }

    private void blocks(Plan p, double clear) {
        int[] c = {0x8a8f9c, 0xa89a90, 0x7a8698, 0xb0a8a0};
        boolean middle = clear > 4.4;
        double x = -p.wide - 2;
        for (int i = 0; x < p.wide + 2; i++) {
            double w = 5 + 2 * Chance.at(i, 7);
            boolean open = middle && x < clear && x + w > -clear;
            if (!open) {
                p.flat(x, -clear - 7, w, 6.6, c[i % 4], 11 + i);
                p.flat(x, clear + .4, w, 6.6, c[(i + 2) % 4], 31 + i);
                signs(p, x, clear, w, i);
            }
            x += w + .5;
        }
    }

    private static void signs(Plan p, double x, double clear, double w, int i) {
        int[] glow = {0xff4a9a, 0x4ad0ff, 0xffc84a, 0x9a6aff};
        for (int side = -1; side <= 1; side += 2) {
            double y = side < 0 ? -clear - .5 : clear + .36;
            p.ink.neon(
                    Cut.line((x + .4) * p.m, y * p.m, (x + w / 2) * p.m, y * p.m, (x + w - .4) * p.m, y * p.m),
                    .1 * p.m,
                    glow[(i + (side > 0 ? 2 : 0)) % 4]);
        }
    }

    private static void traffic(Plan p, double t, boolean waits) {
        int[] c = {0xd0453c, 0xe8c040, 0x3f6ab0, 0xe8e6e0};
        for (int i = 0; i < 4; i++) {
            if (waits) {
                double a = i * Math.PI / 2;
                p.ink.within(0, 0, a, 1, 1, () -> {});
                double x = Math.cos(a) * 10.2 - Math.sin(a) * 1.5;
                double y = Math.sin(a) * 10.2 + Math.cos(a) * 1.5;
                p.car(x, y, a + Math.PI, c[i]);
            } else {
                double run = 2 * p.wide + 12;
                boolean right = i % 2 == 0;
                double u = (Chance.at(i, 3) * run + t * 5) % run - run / 2;
                p.car(right ? u : -u, right ? 2.05 : -2.05, right ? 0 : Math.PI, c[i]);
            }
        }
    }

    private static void station(Plan p) {
        p.ground(0x8d8a86, 0x7c7a78);
        track(p, -3.6);
        p.band(-2, 6.2, 0xb9b4ac);
        for (double x = -p.wide; x < p.wide; x += 1.2) {
            p.line(x, -2, x, 4.2, .02, 0x98938b, .9);
        }
        for (double y = -2; y < 4.2; y += 1.2) {
            p.line(-p.wide, y, p.wide, y, .02, 0x98938b, .9);
        }
        for (double yy : new double[] {-1.55, 3.4}) {
            p.band(yy, .42, 0xf0c83c);
            for (double x = -p.wide; x < p.wide; x += .22) {
                p.disc(x, yy + .12, .045, 0xc89e20, 1);
                p.disc(x, yy + .3, .045, 0xc89e20, 1);
            }
        }
        p.band(-2.06, .16, 0xf6f2ea);
        for (int i = -1; i <= 1; i++) {
            double x = i * 5.2 + 2.2;
            p.shade(Cut.box((x + .15) * p.m, .75 * p.m, 2.2 * p.m, .7 * p.m));
            p.box(x, .6, 2.2, .3, 0x9a6a40, 1);
            p.box(x, .95, 2.2, .3, 0x8a5a34, 1);
        }
        track(p, 5.8);
    }

    private static void canopy(Plan p) {
        p.shade(Cut.box(-p.wide * p.m, 3.5 * p.m, 2 * p.wide * p.m, .7 * p.m));
        p.box(-p.wide, 4.4, 2 * p.wide, 1, 0x5a7086, 1);
        for (double x = -p.wide; x < p.wide; x += 1.4) {
            p.line(x, 4.4, x, 5.4, .05, 0x3f5266, 1);
        }
    }

    private static void track(Plan p, double y) {
        p.band(y - 1.4, 2.8, 0x7a746c);
        p.flecks(17, 120, .05, 0x5f5a54, 0x969088);
        for (double x = -p.wide; x < p.wide; x += .62) {
            p.box(x, y - 1.1, .24, 2.2, 0x5a4636, 1);
        }
        for (double k : new double[] {-.62, .62}) {
            p.band(y + k - .06, .12, 0xc8ccd2);
        }
    }

    private static void train(Plan p, double t, double y) {
        double u = (t * 5.5) % 46 - 10;
        for (int i = 0; i < 3; i++) {
            double x = u - i * 9.4;
            p.shade(Cut.card((x + .4) * p.m, (y - 1.1) * p.m, 9 * p.m, 2.9 * p.m, .5 * p.m));
            p.ink.fade(
                    Cut.card(x * p.m, (y - 1.4) * p.m, 9 * p.m, 2.8 * p.m, (i == 0 ? 1.4 : .4) * p.m),
                    0xeceae4,
                    0xbfc4ca);
            p.box(x + .3, y - 1.3, 8.3, .26, 0x3f8a6a, 1);
            p.box(x + .3, y + 1.04, 8.3, .26, 0x3f8a6a, 1);
            for (int k = 0; k < 3; k++) {
                p.box(x + 1 + k * 2.6, y - .5, 1.6, 1, 0x98a0a8, 1);
                for (int g = 0; g < 4; g++) {
                    p.line(x + 1.2 + k * 2.6 + g * .36, y - .4, x + 1.2 + k * 2.6 + g * .36, y + .4, .07, 0x6a727a, 1);
                }
            }
        }
    }

    private static void railway(Plan p) {
        p.ground(0x9ab86a, 0x86a858);
        for (int i = 0; i < 10; i++) {
            double y = -p.high + i * 1.9;
            p.band(y, 1.6, i % 3 == 0 ? 0xb8c870 : i % 3 == 1 ? 0x8fb45c : 0xd8c878);
            for (double x = -p.wide; x < p.wide; x += .5) {
                p.line(x, y + .1, x + .2, y + 1.5, .05, 0x6f8f48, .35);
            }
        }
        track(p, .4);
        for (int i = 0; i < 9; i++) {
            p.crown(-p.wide + i * 3.1, i % 2 == 0 ? -3.8 : 4.4, .9 + .4 * Chance.at(i, 3), 0x5a9448, i);
        }
    }

    private void rooftop(Plan p) {
        p.ground(0x4c5262, 0x424858);
        for (double x = -p.wide; x < p.wide; x += 2.2) {
            p.box(x, p.high - 2.4, 1.2, .12, 0xe8e0b0, .7);
        }
        for (int i = 0; i < 5; i++) {
            double x = -p.wide + i * 4.2;
            p.box(
                    x,
                    p.high - 3.2 + (i % 2) * 1.4,
                    1,
                    .5,
                    new int[] {0xd0453c, 0xe8c040, 0x3f6ab0, 0xe8e6e0, 0x5a8a60}[i],
                    1);
        }
        double low = p.high - 4;
        p.shade(Cut.box(-p.ink.reach, (low + .2) * p.m, 2 * p.ink.reach, 1.2 * p.m));
        p.box(-p.wide, -p.high, 2 * p.wide, p.high + low, 0xa8a9ae, 1);
        for (double x = -p.wide; x < p.wide; x += 2) {
            p.line(x, -p.high, x, low, .03, 0x8b8c92, 1);
        }
        for (double y = -p.high; y < low; y += 2) {
            p.line(-p.wide, y, p.wide, y, .03, 0x8b8c92, 1);
        }
        p.box(-p.wide, low - .3, 2 * p.wide, .3, 0xc8c9ce, 1);
        for (double x = -p.wide; x < p.wide; x += .4) {
            p.line(x, low - .2, x, low + .16, .04, 0x5a6270, 1);
        }
        for (int i = 0; i < 4; i++) {
            double x = -p.wide * .8 + i * p.wide * .55;
            double y = -p.high * .75 + (i % 2) * .8;
            p.shade(Cut.box((x + .3) * p.m, (y + .36) * p.m, 1.6 * p.m, 1.1 * p.m));
            p.box(x, y, 1.6, 1.1, 0xd8d9dc, 1);
            p.disc(x + .5, y + .55, .42, 0x6a707c, 1);
            p.disc(x + .5, y + .55, .12, 0xd8d9dc, 1);
        }
    }

    private static void court(Plan p) {
        p.ground(0xcfc4b0, 0xbdb29e);
        for (double y = -p.high; y < p.high; y += .9) {
            int row = (int) ((y + 50) / .9);
            for (double x = -p.wide; x < p.wide; x += 1.5) {
                int k = (int) (x * 7) + row * 31;
                p.ink.fill(
                        Cut.card((x + (row % 2) * .75) * p.m, y * p.m, 1.42 * p.m, .82 * p.m, .1 * p.m),
                        Hue.mix(0xc6bba6, Chance.at(k, 5) < .5 ? 0xa99f8c : 0xddd3c0, .6 * Chance.at(k, 6)));
            }
        }
    }

    private void corners(Plan p) {
        int tile = scene.snowing() ? 0xeef3fa : 0x44505f;
        p.roof(-p.wide - 1, -p.high - 1, p.wide * .72, p.high * .6, tile, true);
        p.roof(p.wide * .42, -p.high - 1.4, p.wide * .8, p.high * .5, tile, false);
        for (int i = 0; i < 5; i++) {
            p.fir(
                    -p.wide + i * p.wide * .5,
                    p.high * (.86 + .1 * Chance.at(i, 3)),
                    1 + .5 * Chance.at(i, 4),
                    scene.snowing() ? 0xdfe8f0 : 0x3f7a4e,
                    i);
        }
    }

    private static void shrine(Plan p) {
        p.ground(0xd9d3c6, 0xcbc4b6);
        for (int i = 0; i < 26; i++) {
            double r = .7 + i * .42;
            p.ink.draw(
                    new Arc2D.Double((-3.2 - r) * p.m, (3.4 - r) * p.m, 2 * r * p.m, 2 * r * p.m, 0, 360, Arc2D.OPEN),
                    .05 * p.m,
                    0xb3ab9b,
                    .55);
        }
        p.disc(-3.2, 3.4, .6, 0x7a7f86, 1);
        p.band(-1.5, 3, 0xb8b2a8);
        for (double x = -p.wide; x < p.wide; x += 1.1) {
            p.box(x + .03, -1.45, 1.04, 1.42, 0xc4beb4, 1);
            p.box(x + .03, .03, 1.04, 1.42, 0xada79d, 1);
        }
        for (double x : new double[] {-4.6, 5.2}) {
            p.shade(Cut.box((x + .4) * p.m, -2.5 * p.m, .5 * p.m, 5.8 * p.m));
            p.box(x, -2.9, .42, 5.8, 0xd8402c, 1);
            p.box(x + .06, -3.2, .3, 6.4, 0x2c2a34, 1);
            p.disc(x + .2, -2.2, .34, 0xb8301f, 1);
            p.disc(x + .2, 2.2, .34, 0xb8301f, 1);
        }
        for (int i = 0; i < 6; i++) {
            double x = -p.wide + 2 * p.wide * (i + .5) / 6;
            double y = i % 2 == 0 ? -2.3 : 2.3;
            p.shade(Cut.box((x - .1) * p.m, (y - .06) * p.m, .7 * p.m, .7 * p.m));
            p.box(x - .3, y - .3, .6, .6, 0x8f9298, 1);
            p.box(x - .18, y - .18, .36, .36, 0xaeb1b6, 1);
            p.ink.glow(x * p.m, y * p.m, p.m, 0xffb860, .4 * p.ink.light.lamps());
        }
    }
}
