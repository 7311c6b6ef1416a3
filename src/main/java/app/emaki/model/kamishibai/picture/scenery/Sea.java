package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.awt.geom.Arc2D;

/** The open sea: from the deck of a ship, or from the water itself when somebody comes by boat. */
final class Sea implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(hour == Hour.DAY ? -.4 : -.1, hour == Hour.DAY ? .7 : hour == Hour.NIGHT ? .5 : .1);
    }

    @Override
    public void build(Scene scene) {
        boolean storm = scene.weather == Weather.STORM;
        int deep = storm ? 0x2a4a62 : 0x2a78a8;
        scene.sky(ink -> Sky.paint(ink, scene, 1.2));
        scene.live(7, (ink, t) -> ship(ink, ink.half * .12 + t * 7, t));
        scene.floor(ink -> Land.floor(ink, deep, 0x3fa0b8));
        scene.wet(Wet.water(storm ? 1.6 : 1, 0x8fc0d8).amount(.55).between(scene.isAfloat() ? 0 : 1.04, 99));
        for (int i = 0; i < 8; i++) {
            double z = 6.4 * Math.pow(.81, i);
            int k = i;
            if (z > 1.15) {
                scene.live(z, (ink, t) -> wave(ink, t, k, storm ? 1.9 : 1, Hue.mix(deep, 0x5ac0cc, k / 9.0)));
            }
        }
        if (scene.isAfloat()) {
            for (int i = 0; i < 3; i++) {
                int k = 9 + i;
                double z = new double[] {1.06, scene.lens.hero() * .97, scene.lens.hero() * .8}[i];
                scene.live(z, (ink, t) -> wave(ink, t, k, storm ? 1.6 : .8, Hue.mix(deep, 0x4fb0c0, .6)));
            }
        } else {
            scene.slope(1.02, ink -> deck(ink));
        }
        scene.live(1.01, (ink, t) -> gulls(ink, t));
    }

    private static void wave(Ink ink, double t, int k, double high, int colour) {
        int n = 26;
        var v = new double[2 * n];
        double amp = high * (8 + 26 / ink.z);
        double len = 60 + 190 / ink.z;
        for (int i = 0; i < n; i++) {
            double x = -ink.reach - 40 + (2 * ink.reach + 80) * i / (n - 1);
            double ph = x / len + t * (1.1 + .1 * k) * (k % 2 == 0 ? 1 : -1) + k * 1.9;
            v[2 * i] = x;
            v[2 * i + 1] = ink.base - amp * (.6 + .5 * Math.sin(ph) + .2 * Math.sin(ph * 2.3));
        }
        var body = Land.closed(v, ink.reach, ink.base + 26 + 60 / ink.z);
        ink.g.setPaint(Ink.gradient(
                0,
                ink.base - amp * 1.3,
                0,
                ink.base + 26 + 60 / ink.z,
                Hue.of(ink.lit(Hue.lighter(colour, .14)), 250),
                Hue.of(ink.lit(colour), 0)));
        ink.g.fill(body);
        ink.draw(Cut.line(v), 1.5 + 2 / ink.z, 0xf4fcff, .75);
        for (int i = 1; i < n - 1; i++) {
            if (v[2 * i + 1] < v[2 * i - 1] && v[2 * i + 1] < v[2 * i + 3]) {
                ink.fill(
                        Cut.blob(
                                v[2 * i] - len * .3,
                                v[2 * i + 1] + amp * .3,
                                v[2 * i],
                                v[2 * i + 1] - 2,
                                v[2 * i] + len * .3,
                                v[2 * i + 1] + amp * .3,
                                v[2 * i],
                                v[2 * i + 1] + amp * .14),
                        0xffffff,
                        .85);
            }
        }
    }

    static void ship(Ink ink, double x, double t) {
        double m = ink.m * 1.5;
        ink.within(x, ink.base + 4 * Math.sin(t * 1.2), .025 * Math.sin(t * .9), 1, 1, () -> {
            ink.fade(
                    Cut.blob(
                            -m * 3.4, -m * 1.3, -m * 2.6, -m * .9, 0, -m * .7, m * 2.4, -m * .95, m * 4, -m * 1.6,
                            m * 2.9, 0, 0, m * .1, -m * 2.8, 0),
                    0x7a4a34,
                    0x4a2a20);
            ink.draw(Cut.line(-m * 2.9, -m * .75, 0, -m * .5, m * 3, -m * .85), m * .1, 0xe0b060);
            for (int i = -1; i <= 1; i++) {
                double mx = i * m * 1.7;
                double h = m * (i == 0 ? 6.2 : 5.2);
                ink.fill(Cut.box(mx - m * .06, -h - m * .5, m * .12, h), 0x4a2e20);
                double belly = m * (.3 + .06 * Math.sin(t * 1.4 + i));
                for (int r = 0; r < 3; r++) {
                    double y = -h + r * h * .27;
                    double w = m * (.55 + .22 * r);
                    ink.across(
                            Cut.blob(
                                    mx - w,
                                    y,
                                    mx,
                                    y - m * .05,
                                    mx + w,
                                    y,
                                    mx + w * .9 + belly,
                                    y + h * .12,
                                    mx + w,
                                    y + h * .23,
                                    mx,
                                    y + h * .25,
                                    mx - w,
                                    y + h * .23,
                                    mx - w * .8 + belly,
                                    y + h * .12),
                            0xfffaf0,
                            0xd8ccb8);
                }
                ink.fill(
                        Cut.poly(
                                mx,
                                -h - m * .5,
                                mx + m * (.7 + .1 * Math.sin(t * 5 + i)),
                                -h - m * .3,
                                mx,
                                -h - m * .12),
                        0xd8402c);
            }
            ink.fill(Cut.poly(m * 2, -m * 1.1, m * 4.4, -m * 2.2, m * 2, -m * 5), 0xf4ead8);
        });
    }

    private static void deck(Ink ink) {
        double m = ink.m;
        double y = ink.base - m * .02;
        ink.g.setPaint(Ink.gradient(0, y, 0, ink.bottom, Hue.of(ink.lit(0xb07a4c)), Hue.of(ink.lit(0x7a4c2e))));
        ink.g.fill(Cut.blob(
                -ink.reach - 80,
                y + 26,
                -ink.half * .5,
                y + 4,
                0,
                y,
                ink.half * .5,
                y + 4,
                ink.reach + 80,
                y + 26,
                ink.reach + 80,
                ink.bottom + 80,
                -ink.reach - 80,
                ink.bottom + 80));
        for (int i = -14; i <= 14; i++) {
            ink.draw(Cut.line(i * 52, y + 6, i * 130, ink.bottom + 20), 2, 0x4a2c1a, .6);
        }
        for (double x = -ink.reach; x < ink.reach; x += m * .5) {
            double drop = 26 * (x / ink.reach) * (x / ink.reach);
            ink.across(Cut.card(x - m * .035, y - m * .82 + drop, m * .07, m * .86, 6), 0xf0e4d0, 0xb8a890);
        }
        for (double h : new double[] {.86, .46}) {
            ink.draw(
                    Cut.line(
                            -ink.reach - 20,
                            y - m * h + 26,
                            -ink.half * .5,
                            y - m * h + 6,
                            0,
                            y - m * h,
                            ink.half * .5,
                            y - m * h + 6,
                            ink.reach + 20,
                            y - m * h + 26),
                    m * (h > .6 ? .1 : .04),
                    h > .6 ? 0xa86a3c : 0xe8dcc4);
        }
        double x = ink.half * .72;
        ink.draw(Cut.disc(x, y - m * .44, m * .26), m * .12, 0xf4f0e8);
        for (int i = 0; i < 4; i++) {
            ink.draw(
                    new Arc2D.Double(x - m * .26, y - m * .7, m * .52, m * .52, i * 90 + 30, 34, Arc2D.OPEN),
                    m * .12,
                    0xd8402c);
        }
    }

    private static void gulls(Ink ink, double t) {
        for (int i = 0; i < 6; i++) {
            double x = (Chance.at(i, 3) * 2 - 1) * ink.half + 60 * Math.sin(t * .3 + i * 2);
            double y = ink.top * (.3 + .5 * Chance.at(i, 4)) + 20 * Math.sin(t * .7 + i);
            double s = 12 + 18 * Chance.at(i, 5);
            double flap = .5 * Math.sin(t * 6 + i * 2);
            ink.draw(
                    Cut.line(
                            x - s,
                            y - s * flap,
                            x - s * .4,
                            y - s * .35,
                            x,
                            y,
                            x + s * .4,
                            y - s * .35,
                            x + s,
                            y - s * flap),
                    s * .14,
                    0xffffff);
        }
    }
}
