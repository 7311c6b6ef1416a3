package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.Shape;

/** A classroom: blackboard, rows of desks, tall windows on the left and the light they let in. */
final class Classroom implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.25)
                .silhouettes(hour == Hour.NIGHT ? .45 : .2)
                .ambient(Hue.mix(light.ambient(), 0xffe8c8, .3));
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.42);
        var room = Room.of(scene, 2, 3.5, .72);
        room.walls(0xf0e6cf, 0xe8dcc2, 0xf6f0e2, ink -> {
            for (int i = 0; i < 3; i++) {
                double z0 = 1.92 - i * .36;
                double z1 = z0 - .3;
                ink.fill(room.onSide(-1, z0 + .03, z1 - .02, .95, 2.95), 0xa98a64);
                room.outside(ink, room.onSide(-1, z0, z1, 1, 2.9), false);
                double mid = (z0 + z1) / 2;
                ink.fill(room.onSide(-1, mid + .01, mid - .01, 1, 2.9), 0xb89a72);
            }
            double w = room.wide() / ink.m;
            ink.fill(room.onBack(ink, -w * .66, .82, w * 1.32, 1.42), 0x9a7448);
            var board = room.onBack(ink, -w * .63, .88, w * 1.26, 1.3);
            ink.fade(board, 0x2f6a52, 0x255844);
            ink.inside(board, () -> chalk(ink, scene, board));
            ink.fill(room.onBack(ink, -w * .6, .8, w * 1.2, .05), 0xc9a878);
            ink.fill(Cut.disc(0, room.y(2.75, 2), ink.m * .2), 0x3a3440)
                    .fill(Cut.disc(0, room.y(2.75, 2), ink.m * .165), 0xfffdf4);
            ink.draw(Cut.line(0, room.y(2.75, 2), 0, room.y(2.87, 2)), 2.4, 0x222222)
                    .draw(Cut.line(0, room.y(2.75, 2), ink.m * .1, room.y(2.73, 2)), 2.4, 0x222222);
            ink.across(room.onSide(1, 1.66, 1.3, 0, 2.2), 0xa97a48, 0x8a5f36);
            ink.fill(room.onSide(1, 1.95, 1.72, 1.1, 2.1), 0xd8c298);
            for (int i = -1; i <= 1; i += 2) {
                ink.raw(
                        room.onCeiling(i * .9 - .14, i * .9 + .14, 1.9, .7),
                        Hue.mix(ink.lit(0xe8e8e0), 0xfffbe8, ink.light.lamps()),
                        1);
            }
        });
        room.floor(0xc89a62, 0xb5824c, 0x6a4422);
        room.beam(1);
        scene.live(1.9, (ink, t) -> curtain(ink, room, t));
        row(scene, 1.66, 3, 0);
        row(scene, 1.2, 2, 1);
        row(scene, .68, 2, 2);
    }

    private static void chalk(Ink ink, Scene scene, Shape board) {
        var b = board.getBounds2D();
        var text = scene.sign(0, scene.japanese ? "日直" : "Welcome", scene.japanese ? "春" : "Hello");
        Town.label(
                ink,
                text,
                b.getCenterX(),
                b.getY() + b.getHeight() * .36,
                b.getWidth() * .5,
                b.getHeight() * .34,
                ink.lit(0xf4f4ea));
        for (int i = 0; i < 5; i++) {
            double y = b.getY() + b.getHeight() * (.62 + .07 * i);
            ink.draw(
                    Cut.line(
                            b.getX() + b.getWidth() * .1,
                            y,
                            b.getX() + b.getWidth() * (.4 + .4 * scene.chance(i, 3)),
                            y + 2),
                    2,
                    0xf4f4ea,
                    .5);
        }
        ink.draw(
                Cut.disc(b.getX() + b.getWidth() * .85, b.getY() + b.getHeight() * .62, b.getHeight() * .16),
                2,
                0xffe28a,
                .6);
    }

    private static void curtain(Ink ink, Room room, double t) {
        for (int i = 0; i < 2; i++) {
            double z = 1.9;
            double x = -room.wide() * room.depth() / z - 6;
            double y = room.y(2.8, z);
            double w = ink.m * .5;
            double s = ink.m * .16 * Math.sin(t * 1.3 + i);
            ink.across(
                    Cut.blob(
                            x,
                            y,
                            x + w * .5,
                            y,
                            x + w * .6 + s * .4,
                            y + ink.m,
                            x + w + s,
                            y + ink.m * 2,
                            x + w * .3 + s,
                            y + ink.m * 2.05,
                            x - 4,
                            y + ink.m * 1.95),
                    0xfffdf6,
                    0xe0dccc);
        }
    }

    private static void row(Scene scene, double z, int n, int key) {
        scene.sheet(z, ink -> {
            for (int i = 0; i < n; i++) {
                double gap = ink.m * 1.5;
                double x = (i - (n - 1) / 2.0) * gap * (n == 2 ? 2.1 : 1.25) + (key == 1 ? ink.m * .1 : 0);
                desk(ink, x, key + i);
            }
        });
    }

    private static void desk(Ink ink, double x, int key) {
        double m = ink.m;
        double y = ink.base;
        ink.draw(Cut.line(x - m * .3, y, x - m * .3, y - m * .68), m * .035, 0x6a6e78)
                .draw(Cut.line(x + m * .3, y, x + m * .3, y - m * .68), m * .035, 0x6a6e78);
        ink.fill(Cut.box(x - m * .3, y - m * .62, m * .6, m * .13), 0x8a8e98);
        ink.fill(
                Cut.poly(
                        x - m * .38,
                        y - m * .64,
                        x + m * .38,
                        y - m * .64,
                        x + m * .32,
                        y - m * .74,
                        x - m * .32,
                        y - m * .74),
                0xe0b478);
        ink.fill(Cut.box(x - m * .38, y - m * .65, m * .76, m * .04), 0xb98a50);
        ink.fill(Cut.card(x - m * .2, y - m * .42, m * .4, m * .05, 4), 0xb98a50)
                .draw(Cut.line(x - m * .17, y - m * .4, x - m * .17, y), m * .025, 0x5a5e68)
                .draw(Cut.line(x + m * .17, y - m * .4, x + m * .17, y), m * .025, 0x5a5e68);
        if (key % 2 == 0) {
            ink.fill(
                    Cut.poly(
                            x - m * .18,
                            y - m * .68,
                            x + m * .02,
                            y - m * .68,
                            x + m * .03,
                            y - m * .73,
                            x - m * .15,
                            y - m * .73),
                    0xf6f2ff);
        } else {
            ink.fill(Cut.box(x - m * .05, y - m * .79, m * .22, m * .06), 0x5a78c0)
                    .fill(Cut.box(x - m * .03, y - m * .84, m * .2, m * .05), 0xd05a5a);
        }
    }
}
