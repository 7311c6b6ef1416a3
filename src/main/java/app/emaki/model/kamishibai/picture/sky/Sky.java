package app.emaki.model.kamishibai.picture.sky;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;

/** The sky of an hour and a weather: bands of colour, sun or moon, and clouds cut from paper. */
public final class Sky {

    private Sky() {}

    public static void paint(Ink ink, Scene scene) {
        paint(ink, scene, 1);
    }

    /** @param clouds how many of the usual clouds */
    public static void paint(Ink ink, Scene scene, double clouds) {
        var sky = ink.light.sky();
        double top = ink.top;
        double reach = ink.reach;
        ink.g.setPaint(new LinearGradientPaint(0, (float) top, 0, 40, new float[] {0, .42f, .76f, 1}, new Color[] {
            Hue.of(sky.get(0)), Hue.of(sky.get(1)), Hue.of(sky.get(2)), Hue.of(sky.get(3))
        }));
        ink.g.fill(Cut.box(-reach, top, 2 * reach, ink.bottom - top));
        boolean covered = scene.weather == Weather.STORM
                || scene.weather == Weather.FOG
                || scene.weather == Weather.RAIN
                || scene.weather == Weather.SNOW;
        if (scene.hour == Hour.NIGHT && !covered) {
            stars(ink, scene, 150);
        }
        boolean twice = scene.hour == Hour.NIGHT && scene.drifts.contains(Drift.MOON);
        if (!twice && !covered || (scene.weather == Weather.FOG && scene.hour != Hour.NIGHT)) {
            orb(ink, scene);
        }
        clouds(ink, scene, clouds, covered);
    }

    static void stars(Ink ink, Scene scene, int n) {
        for (int i = 0; i < n; i++) {
            double x = (scene.chance(i, 1) * 2 - 1) * ink.reach;
            double y = ink.top * Math.pow(scene.chance(i, 2), .7);
            double r = .8 + 1.6 * scene.chance(i, 3) * scene.chance(i, 4);
            double a = (.35 + .65 * scene.chance(i, 5)) * Math.min(1, -y / 300);
            ink.raw(Cut.disc(x, y, r), i % 7 == 0 ? 0xffe0c0 : 0xeaf0ff, a);
            if (i % 19 == 0) {
                ink.raw(Cut.star(x, y, r * 5, r * .5, 4, 0), 0xffffff, a * .8);
            }
        }
    }

    /** Sun or moon, with its halo. */
    public static void orb(Ink ink, Scene scene) {
        var light = ink.light;
        double x = light.sunX() * ink.half;
        double y = light.sunY() * ink.top * .92;
        boolean night = scene.hour == Hour.NIGHT;
        boolean low = scene.hour == Hour.GOLDEN || scene.hour == Hour.DUSK || scene.hour == Hour.DAWN;
        double r = night ? 62 : low ? 104 : 58;
        ink.glow(x, y, r * 5, light.sun(), night ? .24 : .42);
        ink.glow(x, y, r * 2.2, light.sun(), night ? .3 : .5);
        if (night) {
            ink.raw(Cut.disc(x, y, r), light.sun(), 1);
            ink.raw(Cut.disc(x - r * .3, y - r * .2, r * .2), 0xc8d0ea, .5)
                    .raw(Cut.disc(x + r * .3, y + r * .3, r * .13), 0xc8d0ea, .5)
                    .raw(Cut.disc(x + r * .2, y - r * .4, r * .1), 0xc8d0ea, .45);
        } else {
            ink.rawFade(
                    Cut.disc(x, y, r),
                    Hue.lighter(light.sun(), .5),
                    1,
                    low ? Hue.mix(light.sun(), light.sky().get(2), .55) : light.sun(),
                    1);
        }
        if (low) {
            for (int i = 0; i < 3; i++) {
                double cy = y + r * (.25 + .3 * i);
                ink.raw(
                        Cut.blob(
                                x - r * 1.4,
                                cy,
                                x - r * .5,
                                cy - 8,
                                x + r * .4,
                                cy + 2,
                                x + r * 1.3,
                                cy - 4,
                                x + r * .8,
                                cy + 10,
                                x - r * .4,
                                cy + 12),
                        light.sky().get(2),
                        .55);
            }
        }
    }

    private static void clouds(Ink ink, Scene scene, double many, boolean covered) {
        var sky = ink.light.sky();
        if (scene.weather == Weather.FOG) {
            return;
        }
        if (covered) {
            for (int k = 0; k < 8; k++) {
                double y = ink.top * (1 - k * .125) - 20;
                ink.rawFade(
                        bank(scene, ink.reach, y, 60 + k * 4, 120 + k * 11),
                        Hue.mix(Hue.darker(sky.get(0), .1), sky.get(2), k / 8.0),
                        .9,
                        Hue.mix(sky.get(1), sky.get(3), k / 9.0),
                        .25);
            }
            return;
        }
        boolean day = scene.hour == Hour.DAY;
        // long strips with a torn upper edge, as in a paper theatre
        for (int k = 0; k < 6; k++) {
            double y = ink.top * (.95 - k * .15);
            int c = Hue.mix(sky.get(Math.min(3, 1 + k / 2)), day ? 0xffffff : sky.get(3), .45);
            ink.rawFade(bank(scene, ink.reach, y, 20 + 6 * k, 30 + k), c, day ? .32 : .34, sky.get(1), 0);
        }
        int n = (int) (many * (day ? 7 : 4) * ink.reach / 400);
        for (int i = 0; i < n; i++) {
            double x = (((i + .5) / n + .12 * (scene.chance(i, 11) - .5)) * 2 - 1) * ink.reach;
            double y = ink.top * (.18 + .66 * scene.chance(i, 12));
            double w = (70 + 120 * scene.chance(i, 13)) * (.6 + .8 * y / ink.top);
            int lit = day ? 0xffffff : Hue.lighter(sky.get(3), .12);
            int shade = day ? Hue.mix(sky.get(1), 0xffffff, .5) : Hue.mix(sky.get(1), sky.get(2), .5);
            double alpha = scene.hour == Hour.NIGHT ? .22 : day ? .96 : .62;
            ink.rawFade(cloud(x, y, w, i + scene.seed), lit, alpha, shade, alpha * .8);
        }
    }

    private static Path2D bank(Scene scene, double reach, double y, double rough, double deep) {
        int n = 14;
        var v = new double[2 * (n + 3)];
        for (int i = 0; i < n; i++) {
            v[2 * i] = -reach - 60 + (2 * reach + 120) * i / (n - 1);
            v[2 * i + 1] = y + (scene.chance(i, (int) -y + 23) - .5) * rough * 2;
        }
        v[2 * n] = reach + 120;
        v[2 * n + 1] = y + deep;
        v[2 * n + 2] = 0;
        v[2 * n + 3] = y + deep * 1.3;
        v[2 * n + 4] = -reach - 120;
        v[2 * n + 5] = y + deep;
        return Cut.blob(v);
    }

    /** A heap of cloud with a flat foot. */
    public static Path2D cloud(double x, double y, double w, long key) {
        var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double h = w * .28;
        int n = 6;
        for (int i = 0; i < n; i++) {
            double q = (i + .5) / n * 2 - 1;
            double r = h * (.5 + .62 * (1 - q * q)) * (.8 + .4 * Chance.at(i, key));
            p.append(Cut.disc(x + q * w * .8, y - r * .45, r), false);
        }
        p.append(Cut.card(x - w * 1.05, y - h * .35, w * 2.1, h * .7, h * .7), false);
        return p;
    }
}
