package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A home kitchen: tiles, hanging pans, a pot that steams under a window. */
final class Kitchen implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.15).ambient(Hue.mix(light.ambient(), 0xffe8c8, .45)).silhouettes(.15);
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.44);
        var room = Room.of(scene, 1.9, 3.2, .8);
        room.walls(0xe8f0e4, 0xf0e0c4, 0xfaf4e6, ink -> {
            double w = room.wide() / ink.m;
            for (double x = -w; x < w; x += .24) {
                for (double h = .9; h < 1.6; h += .24) {
                    ink.fill(
                            room.onBack(ink, x + .01, h + .01, .22, .22),
                            Chance.at((long) (x * 40), (long) (h * 40)) < .2 ? 0x9cc8c0 : 0xf8faf4);
                }
            }
            var pane = room.onBack(ink, -w * .3, 1.5, w * .6, 1);
            ink.fill(room.onBack(ink, -w * .3 - .06, 1.44, w * .6 + .12, 1.12), 0xb98a58);
            room.outside(ink, pane, false);
            ink.fill(room.onBack(ink, -.02, 1.5, .04, 1), 0xb98a58);
            for (int s = -1; s <= 1; s += 2) {
                double x = s < 0 ? -w * .96 : w * .38;
                ink.fade(room.onBack(ink, x, 1.72, w * .58, .86), 0xd8a060, 0xb98048);
                ink.fill(room.onBack(ink, x + w * .285, 1.74, .02, .82), 0x8a5a30);
            }
            ink.draw(Cut.line(w * .3 * ink.m, room.y(1.66, 1.9), w * .95 * ink.m, room.y(1.66, 1.9)), 3, 0x5a5a60);
            for (int i = 0; i < 4; i++) {
                double px = (w * (.4 + .16 * i)) * ink.m;
                ink.draw(Cut.line(px, room.y(1.66, 1.9), px, room.y(1.46, 1.9)), 4, 0x4a4a52);
                ink.fill(
                        Cut.disc(px, room.y(1.34, 1.9), ink.m * (.09 + .03 * (i % 2))),
                        i % 2 == 0 ? 0xc0683a : 0x4a4e58);
            }
        });
        room.floor(0xd0a878, 0xb98a58, 0x7a5230);
        scene.sheet(1.7, ink -> counter(ink));
        scene.live(1.69, (ink, t) -> Cafe.steam(ink, ink.half * .34, ink.base - ink.m * 1.42, ink.m * .12, t));
        room.beam(.7);
        scene.sheet(1.45, ink -> room.pendant(ink, 0, ink.m * .55, ink.m * .3, 0xd05a3a, 0xffd890));
        scene.sheet(.6, ink -> {
            double y = ink.base - ink.m * .52;
            ink.across(
                    Cut.poly(
                            ink.half * .3,
                            y,
                            ink.reach + 40,
                            y - ink.m * .06,
                            ink.reach + 40,
                            y + ink.m * .2,
                            ink.half * .36,
                            y + ink.m * .12),
                    0xd8a868,
                    0xa87a44);
            for (int i = 0; i < 3; i++) {
                ink.fade(
                        Cut.disc(
                                ink.half * .75 + (i - 1) * ink.m * .13, y - ink.m * (i == 1 ? .14 : .06), ink.m * .085),
                        0xff9a4a,
                        0xd8502a);
            }
        });
    }

    private static void counter(Ink ink) {
        double m = ink.m;
        ink.fade(Cut.box(-ink.reach, ink.base - m * .88, 2 * ink.reach, m * .88), 0x7fa89a, 0x5c8478);
        for (double x = -ink.reach; x < ink.reach; x += m * .6) {
            ink.draw(Cut.card(x + m * .04, ink.base - m * .8, m * .52, m * .72, 8), 2, 0x4a6a60, .7);
            ink.fill(Cut.disc(x + m * .3, ink.base - m * .74, m * .025), 0xe8d0a0);
        }
        ink.fill(Cut.box(-ink.reach, ink.base - m * .95, 2 * ink.reach, m * .08), 0xf0e6d4);
        double px = ink.half * .34;
        ink.fill(Cut.box(px - m * .34, ink.base - m * .98, m * .68, m * .04), 0x2a2a30);
        ink.raw(
                Cut.blob(px - m * .16, ink.base - m * .98, px, ink.base - m * 1.02, px + m * .16, ink.base - m * .98),
                0x6ab8ff,
                .8);
        ink.across(Cut.card(px - m * .22, ink.base - m * 1.3, m * .44, m * .32, 10), 0xd8503a, 0x8a2a20);
        ink.fill(Cut.oval(px, ink.base - m * 1.3, m * .24, m * .05), 0xe8705a)
                .fill(Cut.disc(px, ink.base - m * 1.37, m * .03), 0x2a2a30);
        double bx = -ink.half * .5;
        ink.fill(Cut.card(bx - m * .3, ink.base - m * .99, m * .6, m * .04, 4), 0xc89a60);
        for (int i = 0; i < 4; i++) {
            ink.fade(
                    Cut.oval(bx + (i - 1.5) * m * .13, ink.base - m * 1.04, m * .06, m * .055),
                    i % 2 == 0 ? 0xe8502a : 0x7ab84a,
                    i % 2 == 0 ? 0xb8301a : 0x4a8a2a);
        }
        ink.fill(
                Cut.poly(
                        bx - m * .62,
                        ink.base - m * .95,
                        bx - m * .68,
                        ink.base - m * 1.2,
                        bx - m * .46,
                        ink.base - m * 1.2,
                        bx - m * .5,
                        ink.base - m * .95),
                0xe8dcc8);
        for (int i = 0; i < 5; i++) {
            ink.draw(
                    Cut.line(
                            bx - m * .57,
                            ink.base - m * 1.15,
                            bx - m * (.66 - .045 * i),
                            ink.base - m * (1.42 + .06 * (i % 2))),
                    m * .025,
                    0x8a6238);
        }
    }
}
