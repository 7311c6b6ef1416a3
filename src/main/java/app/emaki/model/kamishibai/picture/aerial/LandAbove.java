package app.emaki.model.kamishibai.picture.aerial;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** Shores, woods, fields, mountains and everything else without a roof, from above. */
final class LandAbove {
    private final Scene scene;
    private final double scale;
    private final double z;

    LandAbove(Scene scene, double scale) {
        this.scene = scene;
        this.scale = scale;
        z = scene.lens.hero();
    }

    void build(Setting setting) {
        scene.veil(z, ink -> {
            var p = new Plan(ink, scale);
            switch (setting) {
                case BEACH -> sand(p);
                case SEA -> p.ground(0x2f8ab0, 0x1f6a94);
                case UNDERWATER -> reef(p);
                case RIVER -> bed(p);
                case DESERT -> dunes(p);
                case MOUNTAINS -> contours(p);
                case SPACE -> craters(p);
                case SNOW_VILLAGE -> snow(p);
                case SKY -> farLand(p);
                case FIELD -> crops(p);
                case PARK -> lawn(p);
                default -> woodland(p);
            }
        });
        switch (setting) {
            case BEACH -> scene.live(z * .999, (ink, t) -> surf(new Plan(ink, scale), t));
            case SEA, UNDERWATER, RIVER ->
                scene.live(z * .999, (ink, t) -> ripples(new Plan(ink, scale), t, setting == Setting.RIVER));
            case SKY -> scene.live(z * .9, (ink, t) -> clouds(new Plan(ink, scale), t));
            default -> {}
        }
        scene.slope(z * .84, ink -> tops(new Plan(ink, scale), setting));
    }

    // -------------------------------------------------------------- water

    private static void sand(Plan p) {
        p.ground(0xf2dcae, 0xe8c890);
        p.flecks(3, 240, .04, 0xd8b880, 0xfff0cc);
        for (int i = 0; i < 22; i++) {
            double x = -p.wide + i * p.wide / 9;
            double y = 1.2 + .25 * Math.sin(i * .8) + (i % 2) * .3;
            p.ink.fill(Cut.oval(x * p.m, y * p.m, .14 * p.m, .07 * p.m), 0xcfa86c, .7);
        }
        for (int i = 0; i < 9; i++) {
            double x = (Chance.at(i, 21) * 2 - 1) * p.wide;
            double y = .5 + Chance.at(i, 22) * (p.high - .5);
            p.ink.fill(Cut.star(x * p.m, y * p.m, .17 * p.m, .08 * p.m, 5, i), i % 2 == 0 ? 0xe8805a : 0xfff4e4);
        }
    }

    private static void surf(Plan p, double t) {
        double tide = .3 * Math.sin(t * .9);
        int[] c = {0x1f78a8, 0x2f94bc, 0x58b4cc, 0x9ad8dc};
        for (int k = 3; k >= 0; k--) {
            int n = 22;
            var v = new double[2 * n];
            for (int i = 0; i < n; i++) {
                double x = -p.wide - 1 + (2 * p.wide + 2) * i / (n - 1);
                v[2 * i] = x * p.m;
                v[2 * i + 1] =
                        (-2.6 + k * .62 + tide * (.4 + .2 * k) + .22 * Math.sin(x * .9 + t * (.7 + .1 * k) + k * 1.7))
                                * p.m;
            }
            var path = new java.awt.geom.Path2D.Double(Cut.line(v));
            path.lineTo(p.ink.reach + 40, p.ink.top - 40);
            path.lineTo(-p.ink.reach - 40, p.ink.top - 40);
            path.closePath();
            if (k == 3) {
                p.ink.raw(path, p.ink.lit(0xffffff), .55);
                p.ink.draw(Cut.line(v), .12 * p.m, 0xffffff, .95);
            } else {
                p.ink.fill(path, c[2 - k], k == 2 ? .8 : 1);
                p.ink.draw(Cut.line(v), .05 * p.m, 0xeafcff, .7);
            }
        }
    }

    private static void reef(Plan p) {
        p.ground(0x2a9aa8, 0x1a6a8c);
        int[] c = {0xf08a7a, 0xf2c06a, 0xc88ad0, 0x8ad0a0};
        for (int i = 0; i < 22; i++) {
            double x = (Chance.at(i, 3) * 2 - 1) * p.wide;
            double y = (Chance.at(i, 4) * 2 - 1) * p.high;
            if (Math.hypot(x, y) < 2.2) {
                continue;
            }
            double r = .4 + .5 * Chance.at(i, 5);
            p.shade(Cut.disc((x + .14) * p.m, (y + .18) * p.m, r * p.m));
            for (int k = 0; k < 3; k++) {
                p.ink.fill(
                        Cut.star(x * p.m, y * p.m, r * (1 - .3 * k) * p.m, r * (.7 - .22 * k) * p.m, 9, i + k),
                        k % 2 == 0 ? c[i % 4] : Hue.lighter(c[i % 4], .3));
            }
        }
    }

    /** A river that comes from above, and a wooden bridge across it for whoever walks. */
    private void bed(Plan p) {
        p.ground(0x7fae5c, 0x6a9a4c);
        p.flecks(3, 220, .08, 0x54843c, 0x9ac474);
        bank(p, 3.1, 0xd8cfa8);
        bank(p, 2.7, 0x3f96b4);
        if (scene.isAfloat()) {
            return;
        }
        p.band(-1.3, 2.6, 0xcdb98a);
        p.shade(Cut.box(-3.6 * p.m, -.7 * p.m, 7.4 * p.m, 2.2 * p.m));
        p.box(-3.6, -1, 7.2, 2, 0xa8744a, 1);
        for (double x = -3.6; x < 3.6; x += .36) {
            p.line(x, -1, x, 1, .03, 0x6a4228, .9);
        }
        for (int side = -1; side <= 1; side += 2) {
            p.box(-3.8, side * 1.0 - .12, 7.6, .24, 0xd0402c, 1);
            for (double x = -3.6; x <= 3.6; x += 1.2) {
                p.disc(x, side, .2, 0x8a2418, 1);
            }
        }
    }

    private static void bank(Plan p, double half, int c) {
        double low = p.high + 2;
        p.ink.fill(
                Cut.blob(
                        -half * p.m,
                        -low * p.m,
                        -(half + .3) * p.m,
                        -low * .4 * p.m,
                        -half * p.m,
                        0,
                        -(half + .25) * p.m,
                        low * .4 * p.m,
                        -half * p.m,
                        low * p.m,
                        half * p.m,
                        low * p.m,
                        (half - .2) * p.m,
                        low * .4 * p.m,
                        half * p.m,
                        0,
                        (half - .25) * p.m,
                        -low * .4 * p.m,
                        half * p.m,
                        -low * p.m),
                c);
    }

    private static void ripples(Plan p, double t, boolean river) {
        for (int i = 0; i < 90; i++) {
            double period = 2 * p.wide + 3;
            double x = (Chance.at(i, 11) * period + t * .25 * (.6 + Chance.at(i, 12))) % period - period / 2;
            double y = (Chance.at(i, 13) * 2 - 1) * p.high;
            if (river && (Math.abs(x) > 2.2 || Math.abs(y) < 1.5)) {
                continue;
            }
            double w = .3 + .7 * Chance.at(i, 14);
            double bow = .14 * Math.sin(t * 1.4 + i);
            p.ink.draw(
                    Cut.line(
                            (x - w) * p.m,
                            y * p.m,
                            (x - w * .3) * p.m,
                            (y - .12 + bow) * p.m,
                            (x + w * .4) * p.m,
                            (y + .1 + bow) * p.m,
                            (x + w) * p.m,
                            y * p.m),
                    .05 * p.m,
                    i % 3 == 0 ? 0xffffff : 0x9adcec,
                    i % 3 == 0 ? .6 : .4);
        }
    }

    // -------------------------------------------------------------- land

    private void woodland(Plan p) {
        boolean snow = scene.snowing();
        p.ground(snow ? 0xe4ecf4 : 0x6f9a4c, snow ? 0xd4deea : 0x5a8440);
        p.flecks(3, 300, .08, snow ? 0xc4d0de : 0x4a7034, snow ? 0xffffff : 0x94b868);
        path(p, snow ? 0xc4ccd6 : 0xcdb98a);
    }

    private static void path(Plan p, int c) {
        p.ink.fill(
                Cut.blob(
                        -p.ink.reach - 200,
                        -1.2 * p.m,
                        -p.ink.reach * .5,
                        -1.5 * p.m,
                        0,
                        -1.1 * p.m,
                        p.ink.reach * .5,
                        -1.5 * p.m,
                        p.ink.reach + 200,
                        -1.1 * p.m,
                        p.ink.reach + 200,
                        1.4 * p.m,
                        p.ink.reach * .5,
                        1.2 * p.m,
                        0,
                        1.5 * p.m,
                        -p.ink.reach * .5,
                        1.1 * p.m,
                        -p.ink.reach - 200,
                        1.5 * p.m),
                c);
        for (int i = 0; i < 60; i++) {
            double x = (Chance.at(i, 31) * 2 - 1) * p.wide;
            double y = (Chance.at(i, 32) * 2 - 1) * 1.1;
            p.disc(x, y, .05 + .05 * Chance.at(i, 33), Hue.darker(c, .2), .6);
        }
    }

    private void lawn(Plan p) {
        boolean snow = scene.snowing();
        p.ground(snow ? 0xe8eff6 : 0x8cc062, snow ? 0xdae4ee : 0x78ae50);
        for (double y = -p.high; y < p.high; y += 1.6) {
            p.band(y, .8, snow ? 0xf2f6fb : 0x96ca6c);
        }
        path(p, snow ? 0xc9d0da : 0xe6d6ae);
        for (int side = -1; side <= 1; side += 2) {
            for (double x = -p.wide + 1; x < p.wide; x += 4.4) {
                double y = side * 2.1;
                p.shade(Cut.box((x + .1) * p.m, (y - .2) * p.m, 1.6 * p.m, .6 * p.m));
                for (int k = 0; k < 3; k++) {
                    p.box(x, y - .3 + k * .2, 1.6, .15, 0xa87444, 1);
                }
                for (int k = 0; k < 9; k++) {
                    p.disc(
                            x + 2.2 + .2 * k % 1.4,
                            y + .15 * Math.sin(k * 2.2),
                            .1,
                            new int[] {0xff8aa0, 0xffe08a, 0xffffff}[k % 3],
                            1);
                }
            }
        }
    }

    private void crops(Plan p) {
        boolean snow = scene.snowing();
        int near = snow ? 0xe8f0f6 : scene.drifts.contains(Drift.LEAVES) ? 0xd0a048 : 0x86b854;
        p.ground(near, Hue.darker(near, .1));
        int[] petals = {0xffd23a, 0xff8aa0, 0xffffff, 0xf09a3a};
        for (double y = -p.high; y < p.high; y += .74) {
            p.band(y, .3, Hue.darker(near, .18));
            int row = (int) ((y + 60) / .74);
            for (double x = -p.wide; x < p.wide; x += .34) {
                int k = (int) (x * 30) + row * 13;
                if (Math.abs(y) > .7 && !snow) {
                    p.ink.fill(
                            Cut.star((x + .2 * Chance.at(k, 3)) * p.m, (y + .5) * p.m, .15 * p.m, .09 * p.m, 7, k),
                            petals[Math.floorMod(row / 3, 4)]);
                    p.disc(x + .2 * Chance.at(k, 3), y + .5, .05, 0x8a5a24, 1);
                }
            }
        }
        p.band(-.6, 1.3, snow ? 0xcfd8e2 : 0xcbb07a);
    }

    private static void contours(Plan p) {
        int[] c = {0x4f7a4a, 0x628a52, 0x7d9a5c, 0x9aa46a, 0xb09c7c, 0xa8968c, 0xc8c2c4, 0xf2f4f8};
        p.ground(c[0], Hue.darker(c[0], .15));
        for (int peak = 0; peak < 3; peak++) {
            double cx = (peak - 1) * p.wide * .72 + .6;
            double cy = (peak == 1 ? -.28 : .4) * p.high;
            double size = peak == 1 ? 1 : .68;
            for (int k = 1; k < c.length - (peak == 1 ? 0 : 1); k++) {
                int n = 16;
                var v = new double[2 * n];
                for (int i = 0; i < n; i++) {
                    double a = i * 2 * Math.PI / n;
                    double r = size * p.high * (1.02 - k * .125) * (.72 + .5 * Chance.at(i, 7 + peak));
                    v[2 * i] = (cx + Math.cos(a) * r * 1.1) * p.m;
                    v[2 * i + 1] = (cy + Math.sin(a) * r * .9) * p.m;
                }
                var ring = Cut.blob(v);
                p.shade(Cut.moved(ring, .12 * p.m, .16 * p.m));
                p.ink.fill(ring, c[k]);
                p.ink.draw(ring, .03 * p.m, Hue.lighter(c[k], .4), .7);
            }
        }
    }

    private static void dunes(Plan p) {
        p.ground(0xf0c27a, 0xe0a65c);
        for (int i = 0; i < 12; i++) {
            double y = -p.high + i * p.high / 5.2;
            int n = 12;
            var v = new double[2 * n];
            for (int k = 0; k < n; k++) {
                double x = -p.wide - 1 + (2 * p.wide + 2) * k / (n - 1);
                v[2 * k] = x * p.m;
                v[2 * k + 1] = (y + .5 * Math.sin(x * .5 + i * 1.3) + .2 * Math.sin(x * 1.4 + i)) * p.m;
            }
            var path = new java.awt.geom.Path2D.Double(Cut.line(v));
            path.lineTo(p.ink.reach + 60, v[2 * n - 1] + .9 * p.m);
            path.lineTo(-p.ink.reach - 60, v[1] + .9 * p.m);
            path.closePath();
            p.ink.g.setPaint(Ink.gradient(
                    0,
                    y * p.m - .4 * p.m,
                    0,
                    (y + 1) * p.m,
                    Hue.of(p.ink.lit(0xb87838), 190),
                    Hue.of(p.ink.lit(0xe8b468), 0)));
            p.ink.g.fill(path);
            p.ink.draw(Cut.line(v), .06 * p.m, 0xffe0a0, .8);
        }
    }

    private static void craters(Plan p) {
        p.ground(0x8f93a8, 0x6f7388);
        p.flecks(3, 260, .06, 0x565a70, 0xaeb2c4);
        for (int i = 0; i < 17; i++) {
            double x = (Chance.at(i, 5) * 2 - 1) * p.wide;
            double y = (Chance.at(i, 6) * 2 - 1) * p.high;
            double r = .3 + 1.2 * Chance.at(i, 7) * Chance.at(i, 8);
            p.disc(x, y, r * 1.14, 0xb4b8ca, 1);
            p.disc(x, y, r, 0x5c6078, 1);
            p.disc(x + r * .14, y + r * .16, r * .86, 0x7c8098, 1);
        }
    }

    private static void snow(Plan p) {
        p.ground(0xf6f9fd, 0xe0e8f2);
        for (int i = 0; i < 26; i++) {
            double x = -p.wide + i * p.wide / 11;
            double y = .5 + .3 * Math.sin(i * .7) + (i % 2) * .26;
            p.ink.fill(Cut.oval(x * p.m, y * p.m, .13 * p.m, .07 * p.m), 0xb4c4d8, .8);
        }
        p.flecks(3, 90, .3, 0xd8e2ee, 0xffffff);
    }

    private static void farLand(Plan p) {
        p.ground(0x7fb0c0, 0x5a94b0);
        int[] c = {0x9ac06a, 0xd8c878, 0x7fae58, 0xc8a868, 0x8cb870};
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 12; k++) {
                double w = 2 * p.wide / 9;
                double h = 2 * p.high / 12;
                p.box(
                        -p.wide + i * w,
                        -p.high + k * h + (i % 2) * .4,
                        w * .98,
                        h * .96,
                        c[(int) (Chance.at(i * 13 + k, 5) * 5)],
                        1);
            }
        }
        p.ink.draw(
                Cut.line(
                        -p.ink.reach,
                        -p.high * .4 * p.m,
                        -p.ink.reach * .3,
                        .2 * p.high * p.m,
                        p.ink.reach * .3,
                        -.2 * p.high * p.m,
                        p.ink.reach,
                        .5 * p.high * p.m),
                .7 * p.m,
                0x5aa4cc);
        p.ink.raw(Cut.box(-p.ink.reach, p.ink.top, 2 * p.ink.reach, p.ink.bottom - p.ink.top), p.ink.light.haze(), .35);
    }

    private static void clouds(Plan p, double t) {
        for (int i = 0; i < 9; i++) {
            double period = 2 * p.wide + 6;
            double x = (Chance.at(i, 5) * period + t * .5) % period - period / 2;
            double y = (i / 8.0 * 2 - 1) * p.high;
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < 6; k++) {
                    double a = k * 1.05 + i;
                    double r = .7 + .4 * Chance.at(i * 7 + k, 6);
                    double dx = Math.cos(a) * 1.1;
                    double dy = Math.sin(a) * .55;
                    if (pass == 0) {
                        p.ink.raw(Cut.disc((x + dx + .5) * p.m, (y + dy + .7) * p.m, r * p.m), 0x1a3050, .07);
                    } else {
                        p.disc(x + dx, y + dy, r, 0xffffff, .9);
                    }
                }
            }
        }
    }

    // -------------------------------------------------------------- what stands above the ground

    private void tops(Plan p, Setting setting) {
        boolean snow = scene.snowing() || setting == Setting.SNOW_VILLAGE;
        boolean blossom = scene.drifts.contains(Drift.PETALS);
        int leaf = snow ? 0xe6eef6 : blossom ? 0xf6b0c4 : scene.drifts.contains(Drift.LEAVES) ? 0xd8843a : 0x55984c;
        switch (setting) {
            case FOREST, PARK -> {
                boolean dense = setting == Setting.FOREST;
                for (int i = 0; i < (dense ? 40 : 14); i++) {
                    double x = -p.wide + 2 * p.wide * Chance.at(i, 51);
                    double far = dense ? 2.7 : 3.3;
                    double y = (i % 2 == 0 ? -1 : 1) * (far + Chance.at(i, 52) * (p.high - far + .6));
                    p.crown(
                            x,
                            y,
                            (dense ? 1.2 : 1.1) * (.8 + .5 * Chance.at(i, 53)),
                            Hue.mix(leaf, i % 3 == 0 ? 0x2f6a3c : 0x9ac860, snow || blossom ? .06 : .25),
                            i);
                }
            }
            case BAMBOO -> {
                for (int i = 0; i < 70; i++) {
                    double x = -p.wide + 2 * p.wide * Chance.at(i, 51);
                    double y = (i % 2 == 0 ? -1 : 1) * (2.3 + Chance.at(i, 52) * p.high);
                    p.ink.fill(
                            Cut.star(x * p.m, y * p.m, (.5 + .3 * Chance.at(i, 53)) * p.m, .1 * p.m, 9, i),
                            Hue.mix(0x6aa850, i % 2 == 0 ? 0x3f8048 : 0xa4c860, .5));
                    p.disc(x, y, .08, 0xc8d890, 1);
                }
            }
            case BEACH -> {
                p.parasol(-p.wide * .62, p.high * .45, 1.2, 0xe8503c, 0xfff4e4);
                p.parasol(p.wide * .7, p.high * .62, 1.2, 0x2f8ab0, 0xfff4e4);
                towel(p, -p.wide * .62 + 1.3, p.high * .45 + .5, 0xf2c84a);
                towel(p, p.wide * .7 - 2.1, p.high * .62 + .3, 0x8ad0c0);
            }
            case SNOW_VILLAGE -> {
                int n = (int) Math.max(3, p.wide / 2.4);
                double step = 2 * p.wide / n;
                for (int i = 0; i < n; i++) {
                    double x = -p.wide + i * step + .4 * Chance.at(i, 8);
                    p.roof(x, -5.8 - .8 * Chance.at(i, 9), 3, 2.6, 0xeef3fa, i % 2 == 0);
                    p.roof(x + step * .4, 2.9 + .8 * Chance.at(i, 10), 3, 2.6, 0xeef3fa, i % 2 == 1);
                    double lamps = .4 * p.ink.light.lamps();
                    p.ink.glow((x + 1.5) * p.m, -3 * p.m, 1.4 * p.m, 0xffc870, lamps);
                    p.ink.glow((x + step * .4 + 1.5) * p.m, 2.8 * p.m, 1.4 * p.m, 0xffc870, lamps);
                }
                for (int i = 0; i < 9 + 2 * n; i++) {
                    p.fir(
                            -p.wide + 2 * p.wide * Chance.at(i, 14),
                            (i % 2 == 0 ? -1 : 1) * (2.2 + (p.high - 2) * Chance.at(i, 4)),
                            1,
                            Hue.mix(0xe8f0f8, 0x7aa0a0, .3),
                            i);
                }
            }
            case RIVER -> {
                for (int i = 0; i < 16; i++) {
                    double y = (i % 4 < 2 ? -1 : 1) * (2.6 + (p.high - 2) * Chance.at(i, 4));
                    p.crown((i % 2 == 0 ? -1 : 1) * (4.2 + (p.wide - 4) * Chance.at(i, 5)), y, 1.1, leaf, i);
                }
            }
            case DESERT -> {
                for (int i = 0; i < 5; i++) {
                    double x = (Chance.at(i, 61) * 2 - 1) * p.wide;
                    double y = (i % 2 == 0 ? -1 : 1) * (2 + Chance.at(i, 62) * 3);
                    p.fir(x, y, .5, 0x4f8a5a, i);
                }
            }
            case FIELD -> {
                for (int i = 0; i < 4; i++) {
                    p.crown((Chance.at(i, 61) * 2 - 1) * p.wide, (i % 2 == 0 ? -1 : 1) * p.high * .8, 1.2, leaf, i);
                }
            }
            default -> {}
        }
    }

    private static void towel(Plan p, double x, double y, int c) {
        p.ink.within(x * p.m, y * p.m, .2, 1, 1, () -> {
            p.box(0, 0, .8, 1.8, c, 1);
            for (int i = 0; i < 4; i++) {
                p.box(0, .2 + i * .4, .8, .14, 0xfffaf0, 1);
            }
        });
    }
}
