package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A shrine in a cedar wood: a great red gate, stone lanterns, steps, smaller gates beyond. */
final class Shrine implements Place {
    private static final int RED = 0xd8402c;

    @Override
    public Light light(Light light, Hour hour) {
        return light.haze(Hue.mix(light.haze(), hour == Hour.NIGHT ? 0x3a4a80 : 0xf0c8a0, .3))
                .sunAt(.12, .3);
    }

    @Override
    public void build(Scene scene) {
        boolean snow = scene.snowing();
        scene.sky(ink -> Sky.paint(ink, scene, .5));
        scene.sheet(9, ink -> {
            Land.ridge(ink, scene, 3, -90, 130, 0x4a7a70, 0x7aa090);
            ink.mist(-160, .6);
        });
        scene.sheet(5, ink -> {
            cedars(ink, scene, 4, 13, 5.4, 0x2f5a4a);
            hall(ink, snow);
            ink.mist(-90, .45);
        });
        scene.sheet(3.4, ink -> {
            gate(ink, 3.2, Hue.darker(RED, .1), snow, scene, "");
            cedars(ink, scene, 7, 5, 6, 0x28503f);
            ink.mist(-60, .25);
        });
        scene.sheet(2.35, ink -> {
            gate(ink, 3.5, RED, snow, scene, "");
            stone(ink, -ink.m * 2.0, snow);
            stone(ink, ink.m * 2.0, snow);
        });
        scene.floor(ink -> path(ink, scene, snow));
        scene.wet(scene.raining() ? Wet.street().amount(.5) : Wet.street().amount(0));
        scene.sheet(1.55, ink -> {
            gate(ink, Math.min(4.3, 3.6 + ink.half / 900), RED, snow, scene, scene.sign(0, "稲荷", "縁"));
            for (int s = -1; s <= 1; s += 2) {
                double x = s * (ink.half * .98);
                ink.across(
                        Cut.blob(
                                x - ink.m * .5,
                                ink.base + 6,
                                x - ink.m * .34,
                                ink.top * .4,
                                x - ink.m * .3,
                                ink.top - 20,
                                x + ink.m * .3,
                                ink.top - 20,
                                x + ink.m * .34,
                                ink.top * .4,
                                x + ink.m * .55,
                                ink.base + 6),
                        0x4a3428,
                        0x2c1e1a);
                Flora.crown(ink, x * 1.08, ink.top * .96, ink.m * 1.5, s + 5, snow ? 0xdfe8f2 : 0x2f6a48);
            }
        });
        scene.sheet(1.25, ink -> {
            stone(ink, -Math.min(ink.half * .9, ink.m * 2.3), snow);
            stone(ink, Math.min(ink.half * .9, ink.m * 2.3), snow);
        });
        scene.sheet(.62, ink -> {
            if (snow) {
                ink.fade(
                        Cut.blob(
                                -ink.reach,
                                ink.base + 60,
                                -ink.half * .8,
                                ink.base - 40,
                                -ink.half * .3,
                                ink.base + 50,
                                0,
                                ink.base + 90,
                                ink.half * .4,
                                ink.base + 40,
                                ink.reach,
                                ink.base - 30,
                                ink.reach,
                                ink.bottom + 50,
                                -ink.reach,
                                ink.bottom + 50),
                        0xffffff,
                        0xd0dcf0);
            } else {
                Flora.grass(ink, scene, 19, 40, ink.m * .2, 0x3a6a40);
            }
        });
    }

    private static void cedars(Ink ink, Scene scene, int key, int n, double metres, int colour) {
        for (int i = 0; i < n * Math.max(1, ink.reach / ink.half); i++) {
            double x = (i + .5) / n * 2 * ink.half - ink.half + (scene.chance(i, key) - .5) * 90;
            if (Math.abs(x) < ink.m * 1.5) {
                x = Math.signum(x + .1) * (ink.m * 1.6 + 40 * scene.chance(i, key));
            }
            Flora.pine(
                    ink,
                    x,
                    ink.base,
                    ink.m * metres * (.7 + .5 * scene.chance(i, key + 1)),
                    i + key,
                    scene.snowing() ? Hue.mix(colour, 0xe8f0fa, .5) : colour);
        }
    }

    /** A gate {@code metres} high that spans the path. */
    static void gate(Ink ink, double metres, int red, boolean snow, Scene scene, String plate) {
        double m = ink.m;
        double h = metres * m;
        double w = h * .46;
        double y = ink.base;
        for (int s = -1; s <= 1; s += 2) {
            ink.across(
                    Cut.poly(
                            s * w - m * .17,
                            y,
                            s * w * .95 - m * .14,
                            y - h * .9,
                            s * w * .95 + m * .14,
                            y - h * .9,
                            s * w + m * .17,
                            y),
                    Hue.lighter(red, .12),
                    Hue.darker(red, .35));
            ink.fill(Cut.box(s * w - m * .22, y - m * .42, m * .44, m * .42), 0x1c1620);
        }
        ink.fade(Cut.box(-w * 1.16, y - h * .78, w * 2.32, h * .075), red, Hue.darker(red, .25));
        ink.fill(Cut.box(-m * .12, y - h * .9, m * .24, h * .13), red);
        if (!plate.isEmpty()) {
            ink.fill(Cut.card(-m * .26, y - h * .95, m * .52, h * .2, 6), 0x1c1620);
            Town.label(
                    ink,
                    plate.substring(0, Math.min(2, plate.length())),
                    0,
                    y - h * .85,
                    m * .44,
                    h * .1,
                    ink.lit(0xf0d070));
        }
        var lintel = Cut.blob(
                -w * 1.5,
                y - h * 1.0,
                -w * .8,
                y - h * .955,
                0,
                y - h * .945,
                w * .8,
                y - h * .955,
                w * 1.5,
                y - h * 1.0,
                w * 1.46,
                y - h * .92,
                w * .8,
                y - h * .885,
                0,
                y - h * .875,
                -w * .8,
                y - h * .885,
                -w * 1.46,
                y - h * .92);
        ink.fade(lintel, red, Hue.darker(red, .3));
        var roof = Cut.blob(
                -w * 1.58,
                y - h * 1.05,
                -w * .8,
                y - h * .995,
                0,
                y - h * .985,
                w * .8,
                y - h * .995,
                w * 1.58,
                y - h * 1.05,
                w * 1.52,
                y - h * .99,
                w * .8,
                y - h * .945,
                0,
                y - h * .935,
                -w * .8,
                y - h * .945,
                -w * 1.52,
                y - h * .99);
        ink.fill(roof, snow ? 0xf8fbff : 0x241c28);
        if (scene.lens.hero() > 0 && metres > 3.4) {
            rope(ink, w, y - h * .7, m);
        }
    }

    private static void rope(Ink ink, double w, double y, double m) {
        ink.draw(
                Cut.line(-w * .93, y, -w * .4, y + m * .16, 0, y + m * .2, w * .4, y + m * .16, w * .93, y),
                m * .11,
                0xd8c088);
        for (int i = -2; i <= 2; i++) {
            double x = i * w * .36;
            double sy = y + m * (.24 - .03 * i * i);
            ink.fill(
                    Cut.poly(
                            x,
                            sy,
                            x + m * .12,
                            sy + m * .08,
                            x + m * .02,
                            sy + m * .17,
                            x + m * .14,
                            sy + m * .27,
                            x + m * .02,
                            sy + m * .4,
                            x - m * .06,
                            sy + m * .36,
                            x + m * .03,
                            sy + m * .27,
                            x - m * .09,
                            sy + m * .17,
                            x + m * .02,
                            sy + m * .08),
                    0xffffff);
        }
    }

    private static void hall(Ink ink, boolean snow) {
        double m = ink.m;
        double y = ink.base;
        ink.fill(Cut.box(-m * 1.9, y - m * 2.4, m * 3.8, m * 2.4), 0xe8dcc4);
        for (int i = -2; i <= 2; i++) {
            ink.fill(Cut.box(i * m * .9 - m * .08, y - m * 2.4, m * .16, m * 2.4), RED);
        }
        ink.shine(Cut.box(-m * .8, y - m * 1.9, m * 1.6, m * 1.9), 0xffc870, 0x5a4034);
        ink.fill(
                Cut.blob(
                        -m * 3.1,
                        y - m * 2.2,
                        -m * 1.6,
                        y - m * 2.7,
                        -m * .6,
                        y - m * 3.9,
                        0,
                        y - m * 4.1,
                        m * .6,
                        y - m * 3.9,
                        m * 1.6,
                        y - m * 2.7,
                        m * 3.1,
                        y - m * 2.2,
                        0,
                        y - m * 2.35),
                snow ? 0xf4f8ff : 0x3a4650);
        ink.fill(Cut.box(-m * 1.1, y - m * 4.2, m * 2.2, m * .16), 0xc8a050);
    }

    private static void stone(Ink ink, double x, boolean snow) {
        double m = ink.m;
        double y = ink.base;
        int c = 0x8a8c94;
        ink.fade(
                Cut.poly(x - m * .3, y, x - m * .22, y - m * .2, x + m * .22, y - m * .2, x + m * .3, y),
                c,
                Hue.darker(c, .3));
        ink.across(
                Cut.poly(
                        x - m * .1,
                        y - m * .18,
                        x - m * .08,
                        y - m * .9,
                        x + m * .08,
                        y - m * .9,
                        x + m * .1,
                        y - m * .18),
                Hue.lighter(c, .1),
                Hue.darker(c, .3));
        ink.fill(
                Cut.poly(
                        x - m * .24,
                        y - m * .86,
                        x - m * .2,
                        y - m * .98,
                        x + m * .2,
                        y - m * .98,
                        x + m * .24,
                        y - m * .86),
                c);
        ink.fill(Cut.box(x - m * .17, y - m * 1.28, m * .34, m * .3), Hue.darker(c, .2));
        ink.glow(x, y - m * 1.12, m * .8, 0xffb050, .5 * ink.light.lamps());
        ink.shine(Cut.box(x - m * .09, y - m * 1.23, m * .18, m * .2), 0xffd890, 0x4a4448);
        ink.fill(
                Cut.blob(
                        x - m * .42,
                        y - m * 1.24,
                        x - m * .2,
                        y - m * 1.36,
                        x,
                        y - m * 1.52,
                        x + m * .2,
                        y - m * 1.36,
                        x + m * .42,
                        y - m * 1.24,
                        x,
                        y - m * 1.28),
                snow ? 0xffffff : Hue.lighter(c, .08));
    }

    private static void path(Ink ink, Scene scene, boolean snow) {
        Land.floor(ink, snow ? 0xdce6f4 : 0x6a7a5a, snow ? 0xf4f8ff : 0x5a6a48);
        double eye = scene.lens.eye();
        double m = scene.lens.metre(1);
        double far = ink.bottom;
        double k = 1.25 * m / eye;
        ink.g.setPaint(Ink.gradient(
                0,
                0,
                0,
                far,
                Hue.of(ink.light.on(snow ? 0xe4ecf6 : 0xb8b0a4, 3)),
                Hue.of(ink.light.on(snow ? 0xf0f6ff : 0x9a9088, 1))));
        ink.g.fill(Cut.poly(-k * 4, 4, k * 4, 4, k * far, far, -k * far, far));
        for (int r = 0; r < 22; r++) {
            double z0 = .5 * Math.pow(1.14, r);
            double y = eye / z0;
            if (y > far) {
                continue;
            }
            ink.rawLine(
                    Cut.poly(-k * y, y, k * y, y, k * y, y),
                    .6 + y / 260,
                    ink.light.on(0x5a544e, 1),
                    .4 * Math.min(1, y / 50));
            double y1 = eye / (z0 * 1.14);
            for (int c = -2; c <= 2; c++) {
                double o = (c + (r % 2) * .5) * k * .44;
                ink.rawLine(
                        Cut.poly(o * y, y, o * y1, y1, o * y1, y1),
                        .6 + y / 300,
                        ink.light.on(0x5a544e, 1),
                        .36 * Math.min(1, y / 50));
            }
        }
    }
}
