package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** Mount Fuji over rows of hills, seen from a meadow with pines. */
final class Mountains implements Place {

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> Sky.paint(ink, scene));
        scene.sheet(14, ink -> fuji(ink, scene));
        scene.sheet(9, ink -> {
            Land.ridge(ink, scene, 1, -70, 120, 0x5a7aa0, 0x7f9cb4);
            ink.mist(-120, .6);
        });
        scene.sheet(5.5, ink -> {
            Land.ridge(ink, scene, 2, -20, 90, 0x3f6a70, 0x5a8a78);
            Flora.treeline(ink, scene, 3, 30, 0x35606a);
            ink.mist(-60, .5);
        });
        scene.sheet(2.6, ink -> {
            Land.ridge(ink, scene, 4, ink.base - 46, 30, 0x3a6b4a, 0x4f8a55);
            Flora.pines(ink, scene, 5, 7, 2.6, 0x244d3c);
        });
        scene.floor(ink ->
                Land.meadow(ink, scene, scene.snowing() ? 0xe8eef8 : 0x6fa85a, scene.snowing() ? 0xffffff : 0x8fc46a));
        scene.sheet(1.5, ink -> {
            Flora.pine(ink, -ink.half * .82, ink.base, ink.m * 4.2, 7, 0x1f4a3a);
            Flora.pine(ink, ink.half * .86, ink.base, ink.m * 3.4, 8, 0x24523f);
            Flora.grass(ink, scene, 9, 60, ink.m * .22, 0x4f8a48);
        });
        scene.sheet(.62, ink -> Flora.grass(ink, scene, 12, 90, ink.m * .26, 0x2f6038));
    }

    private static void fuji(Ink ink, Scene scene) {
        double x = -ink.half * .12;
        double peak = ink.top * .62;
        double w = 620;
        var cone = Cut.blob(
                x - w * 1.25,
                40,
                x - w * .62,
                -60,
                x - w * .3,
                peak * .52,
                x - 66,
                peak + 8,
                x - 26,
                peak + 14,
                x,
                peak + 2,
                x + 30,
                peak + 12,
                x + 64,
                peak + 4,
                x + w * .3,
                peak * .5,
                x + w * .64,
                -56,
                x + w * 1.3,
                40);
        int rock = scene.hour == Hour.GOLDEN || scene.hour == Hour.DAWN ? 0xc05a4a : 0x4f6ca8;
        ink.g.setPaint(Ink.gradient(
                0,
                peak,
                0,
                30,
                Hue.of(ink.lit(Hue.mix(rock, 0x3a4a80, .2))),
                Hue.of(ink.lit(Hue.mix(rock, 0xb0c4d8, .5)))));
        ink.g.fill(cone);
        ink.inside(cone, () -> {
            var v = new double[2 * 21];
            for (int i = 0; i < 17; i++) {
                double q = i / 16.0 * 2 - 1;
                v[2 * i] = x + q * w * .42;
                v[2 * i + 1] = peak * (.6 + .1 * Math.abs(q))
                        + (i % 2 == 0 ? 46 : -40) * (.6 + .8 * scene.chance(i, 4))
                        + 20 * Math.abs(q);
            }
            double[] upper = {x + w * .5, peak - 60, x + w * .2, peak - 80, x - w * .2, peak - 80, x - w * .5, peak - 60
            };
            System.arraycopy(upper, 0, v, 34, 8);
            ink.fill(Cut.poly(v), scene.hour == Hour.GOLDEN || scene.hour == Hour.DAWN ? 0xffe6dc : 0xf8fbff);
            ink.raw(
                    Cut.poly(x + 30, peak - 10, x + w, 60, x + w * .2, 60, x + 90, peak * .5, x + 20, peak * .72),
                    0x1a2050,
                    .16);
        });
        ink.mist(peak * .4, .75);
    }
}
