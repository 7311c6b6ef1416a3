package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** Open country: rolling meadows under a wide sky, a farm far off, flowers that nod in rows towards the front. */
final class Field implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(hour == Hour.DAY ? -.4 : .2, hour == Hour.DAY ? .72 : hour == Hour.NIGHT ? .6 : .14);
    }

    @Override
    public void build(Scene scene) {
        boolean snow = scene.snowing();
        boolean autumn = scene.drifts.contains(Drift.LEAVES);
        int far = snow ? 0xdde6f0 : autumn ? 0xd8b060 : 0x9ac86a;
        int near = snow ? 0xf4f8ff : autumn ? 0xc8963c : 0x6fae48;
        scene.sky(ink -> Sky.paint(ink, scene, 1.6));
        scene.sheet(13, ink -> {
            Land.ridge(ink, scene, 4, -60, 110, Hue.mix(far, 0x7aa0c0, .6), Hue.mix(far, 0x8ab0a0, .4));
            ink.mist(-120, .5);
        });
        scene.sheet(9, ink -> {
            Land.ridge(ink, scene, 9, -18, 60, Hue.mix(far, 0x6a9a60, .4), far);
            farm(ink, snow);
        });
        scene.sheet(6, ink -> {
            Land.ridge(ink, scene, 14, ink.base - 22, 34, far, Hue.mix(far, near, .5));
            for (int i = 0; i < 3; i++) {
                double x = ink.half * (.5 + .3 * i) * (i % 2 == 0 ? 1 : -1);
                Flora.tree(ink, x, ink.base - 20, ink.m * 4.2, i + 7, snow ? 0xe6eef6 : autumn ? 0xd8843a : 0x5a9a50);
            }
        });
        scene.floor(ink -> {
            Land.meadow(ink, scene, far, near);
            rows(ink, scene, near);
        });
        int[] petals = snow
                ? new int[] {0xffffff}
                : autumn ? new int[] {0xe8a030, 0xd8602c} : new int[] {0xffd23a, 0xff8aa0, 0xffffff, 0xf0a030};
        for (int i = 0; i < 5; i++) {
            double z = 4.6 * Math.pow(.76, i);
            int k = i;
            if (z > 1.2) {
                scene.live(z, (ink, t) -> bed(ink, t, k, petals, near));
            }
        }
        scene.sheet(1.1, ink -> Flora.grass(ink, scene, 5, 50, ink.m * .24, near));
        scene.live(.6, (ink, t) -> bed(ink, t, 9, petals, Hue.darker(near, .12)));
    }

    /** Lines of the plough that run to the vanishing point. */
    private static void rows(Ink ink, Scene scene, int near) {
        for (int i = -12; i <= 12; i++) {
            double k = i * 90;
            ink.rawLine(
                    Cut.poly(k * .06, 6, k * 2.4, ink.bottom, k * 2.4, ink.bottom),
                    2 + Math.abs(i % 3),
                    ink.light.on(i % 2 == 0 ? Hue.darker(near, .25) : Hue.lighter(near, .2), 1),
                    .25);
        }
    }

    private static void farm(Ink ink, boolean snow) {
        double x = -ink.half * .5;
        double y = ink.base - 46;
        ink.fade(Cut.box(x, y - 44, 90, 50), 0xc85040, 0xa83c34);
        ink.fill(Cut.poly(x - 10, y - 42, x + 45, y - 86, x + 100, y - 42), snow ? 0xf6faff : 0x5a4a58);
        ink.fill(Cut.box(x + 34, y - 26, 24, 32), 0xfff2e0);
        ink.shine(Cut.box(x + 38, y - 62, 14, 12), 0xffd880, 0x8ab0c8);
        ink.fade(Cut.poly(x + 130, y + 8, x + 136, y - 74, x + 160, y - 74, x + 166, y + 8), 0xfaf2e4, 0xd8ccbc);
        ink.fill(Cut.poly(x + 132, y - 72, x + 148, y - 96, x + 164, y - 72), 0xc85040);
        for (int i = 0; i < 4; i++) {
            double a = .4 + i * Math.PI / 2;
            ink.draw(Cut.line(x + 148, y - 70, x + 148 + Math.cos(a) * 50, y - 70 + Math.sin(a) * 50), 7, 0xfff6e6)
                    .draw(
                            Cut.line(x + 148, y - 70, x + 148 + Math.cos(a) * 50, y - 70 + Math.sin(a) * 50),
                            2,
                            0x6a4a3a);
        }
    }

    /** One bed of flowers, its heads nodding. */
    private static void bed(Ink ink, double t, int key, int[] petals, int stem) {
        double m = ink.m;
        boolean front = key == 9;
        int n = (int) Math.min(70, (front ? 7 : 12 + 3 * key) * ink.reach / ink.half);
        for (int i = 0; i < n; i++) {
            double x = (Chance.at(i, 100 + key) * 2 - 1) * ink.reach;
            if (front && Math.abs(x) < ink.half * .5) {
                continue;
            }
            double h = m * (front ? .32 : .46) * (.7 + .6 * Chance.at(i, 120 + key));
            double sway = h * .12 * Math.sin(t * 1.7 + i * 1.3 + x * .01);
            double r = h * .2;
            int c = petals[Math.floorMod(i + key, petals.length)];
            ink.draw(
                    Cut.line(x, ink.base + 6, x + sway * .4, ink.base - h * .5, x + sway, ink.base - h),
                    Math.max(1.2, h * .045),
                    Hue.mix(stem, 0x2f6a3a, .5));
            ink.fill(
                    Cut.blob(
                            x,
                            ink.base - h * .2,
                            x + r,
                            ink.base - h * .5,
                            x + r * 1.6,
                            ink.base - h * .5,
                            x + r * .6,
                            ink.base - h * .2),
                    Hue.mix(stem, 0x3f8a48, .5));
            ink.fill(Cut.star(x + sway, ink.base - h, r, r * .62, 8, i), c);
            ink.fill(Cut.disc(x + sway, ink.base - h, r * .4), Hue.luma(c) > .85 ? 0xf2b83a : 0x6a3a20);
        }
    }
}
