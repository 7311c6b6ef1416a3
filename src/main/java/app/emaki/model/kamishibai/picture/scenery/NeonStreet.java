package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.awt.Color;
import java.awt.RadialGradientPaint;

/** A canyon of signs that runs to a low sun or moon, its street a mirror. */
final class NeonStreet implements Place {

    private static final String[] SHOPS = {
        "喫茶店", "薬局", "居酒屋", "電気", "カラオケ", "寿司", "絵巻座", "ラーメン", "映画館", "夜市", "本屋", "夢屋"
    };

    @Override
    public Light light(Light light, Hour hour) {
        return switch (hour) {
            case NIGHT, DUSK ->
                light.sky(0x070718, 0x1a1042, 0x6a1f74, 0xff7f7a)
                        .haze(0xc23a86)
                        .ambient(hour == Hour.NIGHT ? 0x7a66a6 : 0x9a72ac)
                        .rims(0xff7896, 0x4fd0f0)
                        .silhouettes(.85)
                        .blooming(120, 1.1);
            case DAWN, GOLDEN -> light.rims(0xffc080, 0x7fb8ff).silhouettes(.5).blooming(150, 1);
            case DAY -> light.lit(.35);
        };
    }

    @Override
    public void build(Scene scene) {
        boolean night = scene.hour == Hour.NIGHT || scene.hour == Hour.DUSK;
        int wall = night ? 0x5a3a9a : 0x8a90a8;
        scene.sky(ink -> sky(ink, scene, night));
        scene.sheet(9, ink -> {
            Town.skyline(ink, scene, 11, 70, 170, 52, Hue.mix(wall, 0xb060a0, .2), .22);
            ink.mist(-260, .55);
        });
        scene.sheet(5.2, ink -> {
            for (int s = -1; s <= 1; s += 2) {
                for (int i = 0; i < 3 + ink.reach / 300; i++) {
                    double w = 96 + 50 * scene.chance(i, s + 3);
                    double x = s * (96 + i * 100);
                    Town.tower(
                            ink,
                            s < 0 ? x - w : x,
                            w,
                            -250 - 90 * i - 60 * scene.chance(i, s + 5),
                            wall,
                            Hue.lighter(wall, .16),
                            0xffd9a0,
                            .3,
                            21 + i * 2 + s,
                            13 + 2 * i);
                }
            }
            ink.mist(-200, .4);
        });
        side(scene, 3.4, .56, 0, wall);
        side(scene, 2.3, .74, 1, Hue.darker(wall, .25));
        side(scene, 1.55, .92, 2, Hue.darker(wall, .45));
        scene.floor(ink -> street(ink, scene));
        if (scene.raining() || night) {
            scene.wet(scene.raining() ? Wet.street() : Wet.street().amount(.5));
        }
        Passer.stream(scene, 12, 1.6, 6, scene.pouring());
        scene.sheet(1.1, ink -> {
            Town.wires(ink, -ink.reach, ink.top * .86, ink.reach, ink.top * .98, 3);
            for (int i = 0; i < 5; i++) {
                double x = ((i + .5) / 5 * 2 - 1) * ink.half * .9;
                Town.lantern(ink, x, ink.top * (.84 - .05 * Math.sin(i * 2.1)), 22, "祭夜雨街灯".substring(i, i + 1));
            }
        });
    }

    private static void sky(Ink ink, Scene scene, boolean night) {
        Sky.paint(ink, scene, .5);
        if (night && scene.weather != Weather.FOG) {
            double r = 128;
            double y = -190;
            ink.glow(0, y, 380, 0xffb0b0, .34);
            ink.rawFade(Cut.disc(0, y, r), 0xffeccc, 1, 0xff86a6, 1);
            for (int i = 0; i < 3; i++) {
                double cy = y + 30 + i * 36;
                ink.raw(
                        Cut.blob(-150, cy, -60, cy - 9, 30, cy + 3, 150, cy - 6, 90, cy + 12, -70, cy + 14),
                        0xe0568f,
                        .5);
            }
        }
        ink.g.setPaint(new RadialGradientPaint(0, 0, 430, new float[] {0, .35f, 1}, new Color[] {
            Hue.of(Hue.lighter(ink.light.sky().get(3), .2), 190),
            Hue.of(ink.light.haze(), 100),
            Hue.of(ink.light.haze(), 0)
        }));
        ink.g.fill(Cut.box(-ink.reach, -430, 2 * ink.reach, 480));
    }

    /** The two house fronts at one depth, their inner edges {@code inner} of the way to the picture's edge. */
    private static void side(Scene scene, double z, double inner, int row, int wall) {
        scene.sheet(z, ink -> {
            double edge = Math.min(ink.half, 520) * inner;
            double w = ink.reach - edge + 40;
            for (int s = -1; s <= 1; s += 2) {
                double x = s < 0 ? -edge - w : edge;
                double top = -ink.m * (7.4 + row * .8) - 90 * scene.chance(s + 2, row + 31);
                Town.tower(ink, x, w, top, wall, Hue.lighter(wall, .1), 0xffd9a0, .34, 31 + row * 7 + s, ink.m * .46);
                Town.shop(ink, x, w, Town.neon((int) (scene.chance(s + 5, row) * 7)), 41 + row + s);
                double size = 44 + 12 * row;
                double at = -430 - 90 * row + 70 * scene.chance(row, s + 9);
                for (int k = 0; k < 3; k++) {
                    int i = row * 6 + k * 2 + (s + 1) / 2;
                    var text = scene.sign(i, SHOPS);
                    double kw = size * (1 - .1 * k);
                    double kx = s < 0 ? -edge - kw * .25 - k * kw * .12 : edge - kw * .75 + k * kw * .12;
                    Town.kanban(ink, kx, at, kw, text, Town.neon(i + (int) scene.seed), i % 3 == 1);
                    at += Math.min(6, text.length()) * kw * .92 + kw * .7;
                }
            }
        });
    }

    private static void street(Ink ink, Scene scene) {
        Land.floor(ink, 0x4a4668, 0x2c2a3c);
        double eye = scene.lens.eye();
        double m = scene.lens.metre(1);
        // zebra: bars along the road between two depths
        double y0 = eye / 1.62;
        double y1 = eye / .98;
        for (int i = -9; i <= 9; i++) {
            double x0 = i * m * .95;
            double x1 = x0 + m * .5;
            ink.raw(Cut.poly(x0 / 1.62, y0, x1 / 1.62, y0, x1 / .98, y1, x0 / .98, y1), ink.light.on(0xe4dcf4, 1), .62);
        }
    }
}
