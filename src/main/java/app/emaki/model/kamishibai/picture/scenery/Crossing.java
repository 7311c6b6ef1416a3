package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.geom.Path2D;

/** A great crossing in the middle of a city: stripes on all sides, screens overhead, a stream of people. */
final class Crossing implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return hour == Hour.NIGHT
                ? light.haze(0x4a3a8c).rims(0xff9ab8, 0x6fd8ff).blooming(125, 1)
                : light;
    }

    @Override
    public void build(Scene scene) {
        int wall = scene.hour == Hour.NIGHT || scene.hour == Hour.DUSK ? 0x6a6ab0 : 0xaab4c8;
        scene.sky(ink -> Sky.paint(ink, scene, 1));
        scene.sheet(9, ink -> {
            Town.skyline(ink, scene, 3, 180, 380, 80, wall, .25);
            ink.mist(-300, .5);
        });
        scene.sheet(5, ink -> {
            double m = ink.m;
            Town.tower(ink, -m * 7, m * 5.4, -m * 9.5, Hue.darker(wall, .1), wall, 0xffd9a0, .3, 4, m * .5);
            Town.tower(ink, m * 1.4, m * 6, -m * 8.6, Hue.darker(wall, .15), wall, 0xffe0b0, .3, 5, m * .5);
            Town.tower(ink, -m * 1.5, m * 2.6, -m * 10.5, Hue.darker(wall, .2), wall, 0xffe0b0, .26, 6, m * .42);
            for (int s = -1; s <= 1; s += 2) {
                Town.tower(
                        ink,
                        s < 0 ? -ink.reach - 10 : m * 8,
                        ink.reach - m * 7,
                        -m * 7,
                        Hue.darker(wall, .2),
                        wall,
                        0xffd9a0,
                        .3,
                        7 + s,
                        m * .5);
            }
            Town.shop(ink, m * 1.4, m * 6, Town.CYAN, 8);
            Town.shop(ink, -m * 7, m * 5.4, Town.ORANGE, 9);
            Town.panel(ink, m * 1.7, -m * 3.2, m * 2.6, m * .9, scene.sign(0, "109", "絵巻"), Town.PINK);
            Town.kanban(ink, -m * 2.5, -m * 7.6, m * .8, scene.sign(1, "カフェ", "本屋", "映画館"), Town.YELLOW, true);
        });
        scene.live(4.98, (ink, t) -> screen(ink, t));
        scene.floor(ink -> stripes(ink, scene));
        if (scene.raining()) {
            scene.wet(Wet.street().amount(.8));
        }
        Passer.stream(scene, 20, 1.25, 4.4, scene.pouring());
        scene.sheet(2.2, ink -> {
            for (int s = -1; s <= 1; s += 2) {
                signal(ink, s * ink.half * .72, s > 0);
            }
        });
    }

    private static void screen(Ink ink, double t) {
        double m = ink.m;
        var r = Cut.card(-m * 6.2, -m * 7.6, m * 3.6, m * 3.0, 8);
        ink.raw(Cut.card(-m * 6.35, -m * 7.75, m * 3.9, m * 3.3, 10), 0x0a0818, 1);
        ink.inside(r, () -> {
            ink.rawFade(r, 0x38e0ff, 1, 0xff5aa8, 1);
            ink.raw(Cut.disc(-m * 4.4, -m * (5.4 + .6 * Math.sin(t * .8)), m * .7), 0xfff3d0, 1);
            for (int k = 0; k < 3; k++) {
                int n = 7;
                var v = new double[2 * n];
                for (int i = 0; i < n; i++) {
                    v[2 * i] = -m * 6.4 + m * 4 * i / (n - 1);
                    v[2 * i + 1] = -m * (5.5 - .35 * k) + m * .16 * Math.sin(i * 1.4 + t * 2 + k);
                }
                var p = new Path2D.Double(Cut.line(v));
                p.lineTo(-m * 2, -m * 4);
                p.lineTo(-m * 6.4, -m * 4);
                p.closePath();
                ink.raw(p, new int[] {0x3a4fd0, 0x2a3aa8, 0x1c2780}[k], 1);
            }
        });
    }

    private static void stripes(Ink ink, Scene scene) {
        Land.floor(ink, 0x6a6a78, 0x4c4c5a);
        double eye = scene.lens.eye();
        double m = scene.lens.metre(1);
        bars(ink, eye, m, 1.45, .86, .95);
        bars(ink, eye, m, 3.5, 2.7, 1);
        for (int s = -1; s <= 1; s += 2) {
            for (int i = 0; i < 14; i++) {
                double z0 = 1.6 + i * .15;
                double z1 = z0 + .075;
                double x0 = s * m * 3.2;
                double x1 = s * m * 5.4;
                ink.raw(
                        Cut.poly(x0 / z0, eye / z0, x1 / z0, eye / z0, x1 / z1, eye / z1, x0 / z1, eye / z1),
                        ink.light.on(0xf0ecf4, 1),
                        .7);
            }
        }
    }

    private static void bars(Ink ink, double eye, double m, double z1, double z0, double step) {
        for (int i = -14; i <= 14; i++) {
            double x0 = i * m * step;
            double x1 = x0 + m * step * .52;
            ink.raw(
                    Cut.poly(x0 / z1, eye / z1, x1 / z1, eye / z1, x1 / z0, eye / z0, x0 / z0, eye / z0),
                    ink.light.on(0xf4f0f6, 1),
                    .82);
        }
    }

    private static void signal(Ink ink, double x, boolean go) {
        double m = ink.m;
        ink.fill(Cut.box(x - m * .06, ink.base - m * 4, m * .12, m * 4), 0x4a4e58);
        ink.fill(Cut.card(x - m * .22, ink.base - m * 4.1, m * .44, m * 1.0, 8), 0x22242c);
        ink.raw(Cut.disc(x, ink.base - m * 3.82, m * .15), go ? 0x4a1a1a : 0xff4a3c, 1)
                .raw(Cut.disc(x, ink.base - m * 3.4, m * .15), go ? 0x4affb0 : 0x14402c, 1);
        ink.glow(x, ink.base - m * (go ? 3.4 : 3.82), m * .7, go ? 0x4affb0 : 0xff4a3c, .6);
    }
}
