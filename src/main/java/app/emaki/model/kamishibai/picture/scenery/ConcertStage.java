package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.Color;
import java.awt.LinearGradientPaint;

/** A stage: red curtains, beams of light that wander, boards that shine, and the heads of an audience in front. */
final class ConcertStage implements Place {
    private static final int[] BEAMS = {0xff5aa0, 0x5ab4ff, 0xffc84a, 0x8a6aff, 0x5affc8};

    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.sky(0x0c0618, 0x1c0c30, 0x3a1648, 0x5a2458)
                .haze(0x3a1c48)
                .ambient(0xb498c8)
                .air(.4)
                .lit(1)
                .rims(0xffd8f0, 0x7ab8ff)
                .silhouettes(.25)
                .blooming(140, .9)
                .sunAt(.2, .8);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> {
            ink.g.setPaint(new LinearGradientPaint(0, (float) ink.top, 0, 60, new float[] {0, .6f, 1}, new Color[] {
                Hue.of(0x0a0514), Hue.of(0x2a1040), Hue.of(0x5a2260)
            }));
            ink.g.fill(Cut.box(-ink.reach, ink.top, 2 * ink.reach, ink.bottom - ink.top));
        });
        scene.sheet(7, ink -> backdrop(ink));
        scene.live(6.4, (ink, t) -> stars(ink, t));
        scene.live(5, (ink, t) -> beams(ink, t));
        scene.sheet(4.4, ink -> truss(ink));
        scene.sheet(3.4, ink -> speakers(ink));
        scene.floor(ink -> {
            Land.floor(ink, 0x6a3a4a, 0x8a5440);
            Land.boards(ink, scene, .5, 0x3a1c24, .5);
        });
        scene.wet(Wet.street().amount(.28));
        scene.veil(2.2, ink -> pools(ink));
        scene.sheet(1.5, ink -> curtains(ink));
        if (scene.lens.framing() == Framing.WIDE) {
            scene.live(.62, (ink, t) -> audience(ink, t));
        }
    }

    private static void backdrop(Ink ink) {
        double y = ink.base;
        ink.fade(Cut.box(-ink.reach, -620, 2 * ink.reach, y + 620), 0x24103c, 0x5a2a6a);
        for (int i = 0; i < 9; i++) {
            double r = 470 - i * 52;
            ink.draw(
                    new java.awt.geom.Arc2D.Double(-r, -r * .96, 2 * r, 2 * r, 0, 180, java.awt.geom.Arc2D.OPEN),
                    16,
                    BEAMS[i % BEAMS.length],
                    .3);
        }
        ink.glow(0, -60, 520, 0xff9ac8, .35);
    }

    private static void stars(Ink ink, double t) {
        for (int i = 0; i < 46; i++) {
            double x = (Chance.at(i, 3) * 2 - 1) * ink.half * 1.1;
            double y = -620 * Chance.at(i, 4) - 20;
            double a = .4 + .6 * Math.sin(t * 3 + i * 1.7);
            ink.raw(Cut.star(x, y, 9 * Math.max(0, a), 1.6, 4, 0), 0xffffff, Math.max(0, a));
        }
    }

    private static void beams(Ink ink, double t) {
        int n = ink.half > 500 ? 9 : 5;
        for (int i = 0; i < n; i++) {
            double x = (i / (n - 1.0) * 2 - 1) * ink.half * .95;
            double sway = Math.sin(t * .8 + i * 1.4) * 260;
            double y = ink.top * .72;
            int c = BEAMS[i % BEAMS.length];
            ink.g.setPaint(Ink.gradient(x, y, x + sway, ink.base, Hue.of(c, 150), Hue.of(c, 0)));
            ink.g.fill(Cut.poly(x - 8, y, x + 8, y, x + sway + 130, ink.base + 60, x + sway - 130, ink.base + 60));
            ink.glow(x, y, 60, c, .9);
        }
    }

    private static void truss(Ink ink) {
        double y = ink.top * .74;
        ink.draw(Cut.line(-ink.reach, y - 26, ink.reach, y - 26), 6, 0x2a2436)
                .draw(Cut.line(-ink.reach, y + 14, ink.reach, y + 14), 6, 0x2a2436);
        for (double x = -ink.reach; x < ink.reach; x += 46) {
            ink.draw(Cut.poly(x, y - 26, x + 23, y + 14, x + 46, y - 26), 4, 0x2a2436);
        }
    }

    private static void speakers(Ink ink) {
        double m = ink.m;
        for (int s = -1; s <= 1; s += 2) {
            double x = s * ink.half * .84;
            for (int k = 0; k < 2; k++) {
                double y = ink.base - m * 1.3 * (k + 1);
                ink.fade(Cut.card(x - m * .62, y, m * 1.24, m * 1.24, 10), 0x2c2636, 0x17131f);
                ink.fill(Cut.disc(x, y + m * .74, m * .38), 0x0e0b14)
                        .draw(Cut.disc(x, y + m * .74, m * .38), m * .04, 0x5a5068);
                ink.fill(Cut.disc(x, y + m * .74, m * .14), 0x4a4258).fill(Cut.disc(x, y + m * .22, m * .12), 0x4a4258);
            }
        }
    }

    /** Where the lights meet the boards. */
    private static void pools(Ink ink) {
        ink.glow(0, ink.base + 120, ink.half * .7, 90, 0xfff0d0, .5);
        for (int i = -1; i <= 1; i += 2) {
            ink.glow(i * ink.half * .6, ink.base + 60, ink.half * .4, 60, i < 0 ? 0xff7ab8 : 0x7ab8ff, .4);
        }
    }

    private static void curtains(Ink ink) {
        for (int s = -1; s <= 1; s += 2) {
            for (int i = 0; i < 4; i++) {
                double w = ink.half * .085;
                double x = s * (ink.half * 1.06 - i * w * .9);
                double low = ink.base - 6 + 10 * (i % 2);
                ink.across(
                        Cut.blob(
                                x - w,
                                ink.top - 40,
                                x + w,
                                ink.top - 40,
                                x + w * .8,
                                ink.top * .3,
                                x + w * 1.05,
                                low,
                                x,
                                low + 14,
                                x - w * 1.05,
                                low,
                                x - w * .8,
                                ink.top * .3),
                        s > 0 ? 0xd0344a : 0x8a1c34,
                        s > 0 ? 0x7a1830 : 0xc83048);
            }
        }
        double h = (ink.base - ink.top) * .1;
        for (int i = -7; i <= 7; i++) {
            double w = ink.reach / 7;
            double x = i * w;
            ink.fade(
                    Cut.blob(
                            x - w * .55,
                            ink.top - 60,
                            x + w * .55,
                            ink.top - 60,
                            x + w * .52,
                            ink.top + h,
                            x,
                            ink.top + h * 1.6,
                            x - w * .52,
                            ink.top + h),
                    0xa82440,
                    0x701630);
            ink.draw(Cut.line(x - w * .5, ink.top + h, x, ink.top + h * 1.58, x + w * .5, ink.top + h), 6, 0xe8b84a);
        }
    }

    /** Heads and raised hands, black against the light. */
    private static void audience(Ink ink, double t) {
        int n = (int) (12 * ink.half / 360);
        double y = ink.bottom - 40;
        for (int i = 0; i < n; i++) {
            double x = ((i + .5) / n * 2 - 1) * ink.half * 1.1 + 30 * (Chance.at(i, 5) - .5);
            double hop = 12 * Math.abs(Math.sin(t * 4.4 + i * .7));
            double r = 44 + 10 * Chance.at(i, 6);
            double top = y - 30 - hop - 40 * Chance.at(i, 7);
            ink.raw(Cut.disc(x, top, r), 0x120a1c, 1);
            ink.raw(
                    Cut.blob(
                            x - r * 1.9,
                            y + 140,
                            x - r * 1.5,
                            top + r * 1.2,
                            x,
                            top + r * .8,
                            x + r * 1.5,
                            top + r * 1.2,
                            x + r * 1.9,
                            y + 140),
                    0x120a1c,
                    1);
            if (i % 3 == 0) {
                double wave = 16 * Math.sin(t * 4.4 + i);
                ink.rawLine(
                        Cut.line(x + r, top + r, x + r * 1.3, top - r * .6, x + r * 1.2 + wave, top - r * 2),
                        22,
                        0x120a1c,
                        1);
                ink.raw(Cut.card(x + r * 1.2 + wave - 6, top - r * 3.1, 12, r * 1.2, 8), BEAMS[i % BEAMS.length], .95);
                ink.glow(x + r * 1.2 + wave, top - r * 2.6, 50, BEAMS[i % BEAMS.length], .5);
            }
        }
    }
}
