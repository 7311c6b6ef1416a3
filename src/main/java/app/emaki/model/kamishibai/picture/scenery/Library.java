package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.geom.Path2D;

/** A tall library: shelves that run to an arched window, ladders, reading lamps and dust in the light. */
final class Library implements Place {
    private static final int[] SPINES = {0x8a3a34, 0x3a5a7a, 0xb98a48, 0x4a6a4a, 0x6a4a7a, 0xc8b890, 0x7a4a30, 0x2f4a5a
    };

    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.4)
                .haze(Hue.mix(light.haze(), 0xe0a868, .5))
                .ambient(Hue.mix(light.ambient(), 0xffd0a0, .5))
                .silhouettes(.35)
                .lit(Math.max(.6, light.lamps()))
                .blooming(165, .85);
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.44);
        var room = Room.of(scene, 3.6, 5.6, .42);
        room.walls(0x5a3c2c, 0x4a3024, 0x3a261e, ink -> {
            double w = room.wide();
            double y = room.y(.6, 3.6);
            double top = room.y(3.9, 3.6);
            var arch = new Path2D.Double();
            arch.moveTo(-w * .5, y);
            arch.lineTo(-w * .5, top);
            arch.curveTo(-w * .5, top - w * .6, w * .5, top - w * .6, w * .5, top);
            arch.lineTo(w * .5, y);
            arch.closePath();
            ink.draw(arch, w * .12, 0x7a5238);
            room.outside(ink, arch, false);
            ink.inside(arch, () -> ink.glow(0, (y + top) / 2, w * 1.4, Hue.mix(ink.light.key(), 0xfff0d0, .4), .7));
            for (int i = -1; i <= 1; i++) {
                ink.fill(Cut.box(i * w * .25 - 2, top - w * .5, 4, y - top + w * .5), 0x3a2418);
            }
            ink.fill(Cut.box(-w * .5, (y + top) / 2, w, 4), 0x3a2418);
            ink.glow(0, top, w * 3, Hue.mix(ink.light.key(), 0xffd8a0, .5), .3);
        });
        room.floor(0x8a5a3a, 0x5e3a26, 0x2c180e);
        for (double z : new double[] {3, 2.4, 1.9, 1.5}) {
            scene.sheet(z, ink -> shelves(ink, room, z, scene));
        }
        room.beam(1);
        scene.sheet(2.1, ink -> {
            double m = ink.m;
            ink.across(Cut.box(-m * .9, ink.base - m * .76, m * 1.8, m * .09), 0xa06a40, 0x6a4024);
            ink.fill(Cut.box(-m * .8, ink.base - m * .68, m * .1, m * .68), 0x4a2c1a)
                    .fill(Cut.box(m * .7, ink.base - m * .68, m * .1, m * .68), 0x4a2c1a);
            for (int i = -1; i <= 1; i += 2) {
                double x = i * m * .5;
                ink.draw(Cut.line(x, ink.base - m * .76, x, ink.base - m * 1.08), m * .03, 0xc8a050);
                ink.glow(x, ink.base - m * 1, m * .9, 0xffd890, .5);
                ink.raw(
                        Cut.blob(
                                x - m * .18,
                                ink.base - m * 1.04,
                                x - m * .1,
                                ink.base - m * 1.16,
                                x + m * .1,
                                ink.base - m * 1.16,
                                x + m * .18,
                                ink.base - m * 1.04),
                        0x5ac08a,
                        1);
            }
            for (int i = 0; i < 4; i++) {
                ink.fill(Cut.box(-m * .14, ink.base - m * (.82 + .07 * i), m * .3, m * .06), SPINES[i]);
            }
        });
        scene.air((ink, t) -> {
            for (int i = 0; i < 34; i++) {
                double x = (Chance.at(i, 91) * 2 - 1) * scene.lens.half() * .8 + 30 * Math.sin(t * .4 + i);
                double y = 1000 * ((Chance.at(i, 92) + t * .012) % 1);
                ink.raw(Cut.disc(x, y, 1 + 2 * Chance.at(i, 93)), 0xfff0c8, .3 + .3 * Math.sin(t + i));
            }
        });
    }

    private static void shelves(Ink ink, Room room, double z, Scene scene) {
        double m = ink.m;
        double inner = room.wide() * room.depth() / z * .94;
        double w = ink.reach - inner + 40;
        for (int s = -1; s <= 1; s += 2) {
            double x = s < 0 ? -inner - w : inner;
            double top = ink.base - m * 4.6;
            ink.fill(Cut.box(x, top, w, m * 4.6), 0x4a2e20);
            for (int r = 0; r < 10; r++) {
                double y = ink.base - m * (.14 + r * .44);
                ink.fill(Cut.box(x + m * .06, y - m * .38, w - m * .12, m * .38), 0x24140e);
                double at = x + m * .07;
                for (int i = 0; at < x + w - m * .14; i++) {
                    double bw = m * (.04 + .05 * scene.chance(i, r + (int) (z * 10)));
                    double h = m * (.22 + .14 * scene.chance(i, r + 40));
                    ink.fill(Cut.box(at, y - h, bw - .8, h), SPINES[(int) (scene.chance(i, r + 60) * SPINES.length)]);
                    at += bw;
                }
                ink.fill(Cut.box(x, y, w, m * .05), 0x7a5034);
            }
            double edge = s < 0 ? -inner - m * .06 : inner;
            ink.fade(Cut.box(edge - m * .03, top, m * .12, m * 4.6), 0x9a6a44, 0x6a4428);
            if (z < 2.8 && z > 2 && s > 0) {
                double lx = inner + m * .3;
                ink.draw(Cut.line(lx, ink.base, lx + m * .3, top + m * .4), m * .05, 0xc09058)
                        .draw(Cut.line(lx + m * .4, ink.base, lx + m * .62, top + m * .4), m * .05, 0xc09058);
                for (int i = 1; i < 10; i++) {
                    double q = i / 10.0;
                    ink.draw(
                            Cut.line(
                                    lx + m * .3 * q,
                                    Curve.mix(ink.base, top + m * .4, q),
                                    lx + m * (.4 + .22 * q),
                                    Curve.mix(ink.base, top + m * .4, q)),
                            m * .035,
                            0xb08048);
                }
            }
        }
    }
}
