package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.geom.Path2D;

/** Above the clouds: banks of cloud in rows, a floating island, birds, nothing to stand on. */
final class Heaven implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(.28, hour == Hour.DAY ? .5 : hour == Hour.NIGHT ? .6 : .2)
                .haze(Hue.mix(light.haze(), light.sky().get(3), .5));
    }

    @Override
    public void build(Scene scene) {
        scene.weightless();
        int white = switch (scene.hour) {
            case DAY -> 0xffffff;
            case DAWN -> 0xffeae4;
            case GOLDEN -> 0xffe6c4;
            case DUSK -> 0xf0b8d0;
            case NIGHT -> 0xb8c4f0;
        };
        scene.sky(ink -> Sky.paint(ink, scene, 1.2));
        bank(scene, 12, -30, 70, white, 1);
        scene.sheet(8.5, ink -> island(ink));
        bank(scene, 7, 10, 90, white, 2);
        bank(scene, 4.4, 60, 120, white, 3);
        scene.live(4, (ink, t) -> birds(ink, t));
        scene.floor(ink -> {
            Land.floor(ink, Hue.darker(white, .04), white);
            ink.rawFade(
                    Cut.box(-ink.reach, 0, 2 * ink.reach, ink.bottom),
                    Hue.mix(ink.light.sky().get(3), white, .3),
                    .6,
                    ink.light.sky().get(1),
                    .35);
        });
        bank(scene, 2.6, 190, 170, white, 4);
        bank(scene, 1.6, 330, 210, white, 5);
        scene.live(1.59, (ink, t) -> drift(ink, t, white));
        bank(scene, .66, 560, 240, white, 6);
    }

    private static void bank(Scene scene, double z, double y, double size, int white, int key) {
        scene.sheet(z, ink -> {
            for (int pass = 0; pass < 2; pass++) {
                var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
                double lift = pass == 0 ? 0 : size * .24;
                for (double x = -ink.reach - size; x < ink.reach + size; x += size * .42) {
                    int i = (int) (x / size * 10) + 999;
                    double r = size * (.34 + .34 * scene.chance(i, key + pass));
                    p.append(Cut.disc(x, y + lift + size * .2 * scene.chance(i, key + 7), r), false);
                }
                p.append(Cut.box(-ink.reach - size, y + lift, 2 * (ink.reach + size), ink.bottom - y + 60), false);
                int upper = pass == 0 ? white : Hue.mix(white, ink.light.sky().get(2), .18);
                ink.g.setPaint(Ink.gradient(
                        0,
                        y - size * .5 + lift,
                        0,
                        y + size * 1.4 + lift,
                        Hue.of(ink.lit(upper)),
                        Hue.of(ink.lit(Hue.mix(white, ink.light.sky().get(1), .34)))));
                ink.g.fill(p);
            }
        });
    }

    private static void island(Ink ink) {
        double x = -ink.half * .42;
        double y = ink.top * .36;
        double s = 120;
        ink.fade(
                Cut.poly(
                        x - s * 1.25,
                        y,
                        x + s * 1.2,
                        y,
                        x + s * .7,
                        y + s * .5,
                        x + s * .4,
                        y + s * .62,
                        x + s * .1,
                        y + s * 1.25,
                        x - s * .2,
                        y + s * .75,
                        x - s * .7,
                        y + s * .6),
                0xa8886a,
                0x6a5668);
        ink.fill(
                Cut.blob(
                        x - s * 1.3,
                        y + 6,
                        x - s * .8,
                        y - s * .16,
                        x,
                        y - s * .1,
                        x + s * .7,
                        y - s * .2,
                        x + s * 1.25,
                        y + 6,
                        x + s * .6,
                        y + s * .14,
                        x - s * .5,
                        y + s * .12),
                0x7ab85a);
        Flora.pine(ink, x - s * .7, y - 4, s * .7, 3, 0x3f7a5a);
        Flora.pine(ink, x + s * .75, y - 4, s * .55, 4, 0x3f7a5a);
        Flora.crown(ink, x + s * .36, y - s * .5, s * .34, 3, 0xffb0c4);
        ink.fill(Cut.box(x + s * .33, y - s * .4, s * .06, s * .4), 0x6a4a3a);
        ink.fill(Cut.box(x - s * .3, y - s * .42, s * .4, s * .4), 0xfff4e0)
                .fill(Cut.poly(x - s * .4, y - s * .4, x - s * .1, y - s * .72, x + s * .2, y - s * .4), 0xd8503c);
        ink.shine(Cut.box(x - s * .16, y - s * .3, s * .12, s * .14), 0xffd880, 0x6a8aa8);
        ink.g.setPaint(Ink.gradient(0, y, 0, y + s * 2.2, Hue.of(0xffffff, 200), Hue.of(0xffffff, 0)));
        ink.g.fill(Cut.poly(x + s * .9, y + 6, x + s * 1.02, y + 4, x + s * 1.06, y + s * 2, x + s * .86, y + s * 2));
    }

    private static void birds(Ink ink, double t) {
        for (int i = 0; i < 7; i++) {
            double x = -ink.half * .2 + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * 46 + t * 22 - 60;
            double y = ink.top * .5 + ((i + 1) / 2) * 26 + 6 * Math.sin(t + i);
            double f = .5 * Math.sin(t * 7 + i);
            ink.draw(Cut.line(x - 18, y - 18 * f, x - 7, y - 7, x, y, x + 7, y - 7, x + 18, y - 18 * f), 3, 0x3a4466);
        }
    }

    private static void drift(Ink ink, double t, int white) {
        for (int i = 0; i < 3; i++) {
            double period = 2 * ink.reach + 500;
            double x = (Chance.at(i, 3) * period + t * 46) % period - period / 2;
            ink.raw(Sky.cloud(x, ink.top * (.1 + .5 * Chance.at(i, 4)), 110, i), ink.lit(white), .5);
        }
    }
}
