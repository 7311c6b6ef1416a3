package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.Shape;

/** A room as a box: a back wall at a depth, side walls, ceiling and boards that run to the vanishing point. */
final class Room {

    private final Scene scene;
    private final double half;
    private final double depth;
    private final double height;

    /**
     * @param half half the width of the room, in units at depth 1
     * @param depth of the back wall
     * @param height of the ceiling in metres
     */
    private Room(Scene scene, double half, double depth, double height) {
        this.scene = scene;
        this.half = half;
        this.depth = depth;
        this.height = height;
    }

    /** @param share of the picture's width that the back wall takes */
    static Room of(Scene scene, double depth, double height, double share) {
        return new Room(scene, Math.min(scene.lens.half(), 900) / scene.lens.zoom() * share * depth, depth, height);
    }

    double depth() {
        return depth;
    }

    /** Half the width of the back wall as painted. */
    double wide() {
        return half / depth;
    }

    double y(double metres, double z) {
        return (scene.lens.eye() - metres * scene.lens.metre(1) * scene.lens.squash()) / z;
    }

    /** Walls and ceiling, and whatever {@code more} hangs on them. */
    void walls(int back, int side, int ceiling, java.util.function.Consumer<Ink> more) {
        scene.sheet(depth, ink -> {
            double far = 12;
            double x = wide();
            double top = y(height, depth);
            double low = y(0, depth);
            ink.g.setPaint(Ink.gradient(0, top, 0, low, Hue.of(ink.lit(back)), Hue.of(ink.lit(Hue.darker(back, .16)))));
            ink.g.fill(Cut.box(-x - 1, top, 2 * x + 2, low - top));
            for (int s = -1; s <= 1; s += 2) {
                var wall = Cut.poly(s * x, top, s * x * far, top * far, s * x * far, low * far, s * x, low);
                ink.g.setPaint(Ink.gradient(
                        s * x,
                        0,
                        s * x * 2.2,
                        0,
                        Hue.of(ink.lit(Hue.darker(side, .1))),
                        Hue.of(ink.lit(Hue.darker(side, .42)))));
                ink.g.fill(wall);
            }
            ink.g.setPaint(Ink.gradient(
                    0,
                    top,
                    0,
                    top * 2.6,
                    Hue.of(ink.lit(Hue.darker(ceiling, .12))),
                    Hue.of(ink.lit(Hue.darker(ceiling, .4)))));
            ink.g.fill(Cut.poly(-x, top, x, top, x * far, top * far, -x * far, top * far));
            ink.fill(Cut.box(-x, low - ink.m * .12, 2 * x, ink.m * .12), Hue.darker(back, .35));
            more.accept(ink);
        });
    }

    void floor(int far, int near, int seam) {
        scene.floor(ink -> {
            Land.floor(ink, far, near);
            Land.boards(ink, scene, .42, seam, .34);
        });
    }

    /** A piece of a side wall between two depths and two heights in metres; {@code side} -1 left, 1 right. */
    Shape onSide(int side, double z0, double z1, double low, double high) {
        return Cut.poly(
                side * half / z0,
                y(high, z0),
                side * half / z1,
                y(high, z1),
                side * half / z1,
                y(low, z1),
                side * half / z0,
                y(low, z0));
    }

    /** A piece of the back wall: x in metres from the middle. */
    Shape onBack(Ink ink, double x, double low, double w, double h) {
        return Cut.box(x * ink.m, y(low + h, depth), w * ink.m, h * ink.m);
    }

    /** A piece of the ceiling across the room, for beams and lights. */
    Shape onCeiling(double x0, double x1, double z0, double z1) {
        double m = scene.lens.metre(1);
        return Cut.poly(
                x0 * m / z0,
                y(height, z0),
                x1 * m / z0,
                y(height, z0),
                x1 * m / z1,
                y(height, z1),
                x0 * m / z1,
                y(height, z1));
    }

    /** What is seen through a window: the sky of the hour with something before it. */
    void outside(Ink ink, Shape pane, boolean town) {
        ink.inside(pane, () -> {
            var b = pane.getBounds2D();
            var sky = ink.light.sky();
            ink.rawFade(Cut.box(b.getX(), b.getY(), b.getWidth(), b.getHeight()), sky.get(1), 1, sky.get(3), 1);
            if (scene.hour != Hour.DAY) {
                ink.glow(
                        b.getCenterX() + b.getWidth() * .2,
                        b.getCenterY() + b.getHeight() * .1,
                        b.getHeight() * .4,
                        ink.light.sun(),
                        .5);
                ink.raw(
                        Cut.disc(
                                b.getCenterX() + b.getWidth() * .2,
                                b.getCenterY() + b.getHeight() * .1,
                                b.getHeight() * .1),
                        ink.light.sun(),
                        .95);
            } else {
                for (int i = 0; i < 4; i++) {
                    ink.raw(
                            Sky.cloud(
                                    b.getX() + b.getWidth() * Chance.at(i, 5),
                                    b.getY() + b.getHeight() * (.2 + .4 * Chance.at(i, 6)),
                                    b.getHeight() * .16,
                                    i),
                            0xffffff,
                            .9);
                }
            }
            for (int i = 0; i < 12; i++) {
                double w = b.getWidth() / 9;
                double h = b.getHeight() * (.12 + .3 * Chance.at(i, 7));
                double x = b.getX() + b.getWidth() * i / 12;
                int c = Hue.mix(ink.light.haze(), ink.lit(town ? 0x5a6a90 : 0x4a7a58), .6);
                if (town) {
                    ink.raw(Cut.box(x, b.getMaxY() - h, w, h), c, 1);
                    for (int k = 0; k < 6; k++) {
                        ink.raw(
                                Cut.box(
                                        x + w * (.2 + .4 * (k % 2)),
                                        b.getMaxY() - h + h * (.1 + .26 * (k / 2)),
                                        w * .2,
                                        h * .1),
                                0xffe0a0,
                                ink.light.lamps() * .9);
                    }
                } else {
                    ink.raw(Cut.disc(x + w / 2, b.getMaxY(), h), c, 1);
                }
            }
            if (scene.raining()) {
                for (int i = 0; i < 40; i++) {
                    double x = b.getX() + b.getWidth() * Chance.at(i, 9);
                    double y = b.getY() + b.getHeight() * Chance.at(i, 10);
                    ink.rawLine(Cut.line(x, y, x - 2, y + b.getHeight() * .07), 1.4, 0xe0ecff, .5);
                }
            } else if (scene.snowing()) {
                ink.raw(b, 0xb9c6dc, .45);
                for (int i = 0; i < 90; i++) {
                    ink.raw(
                            Cut.disc(
                                    b.getX() + b.getWidth() * Chance.at(i, 9),
                                    b.getY() + b.getHeight() * Chance.at(i, 10),
                                    3 + 3.5 * Chance.at(i, 11)),
                            0xffffff,
                            .9);
                }
            }
        });
    }

    /** A beam of light that falls into the room from an opening on the left. */
    void beam(double strength) {
        scene.veil(depth * .72, ink -> {
            double k = strength
                    * (scene.hour == Hour.NIGHT ? .3 : scene.hour == Hour.DAY || scene.hour == Hour.GOLDEN ? 1 : .6);
            int c = Hue.mix(ink.light.key(), 0xfff4d8, .4);
            double x = wide() * depth / ink.z;
            for (int i = 0; i < 3; i++) {
                double at = -x * 1.5 + i * x * .42;
                ink.g.setPaint(
                        Ink.gradient(at, -ink.m, at + x * 1.5, ink.base + ink.m, Hue.of(c, 95 * k), Hue.of(c, 0)));
                ink.g.fill(Cut.poly(
                        at, ink.top, at + x * .3, ink.top, at + x * 1.6, ink.bottom, at + x * .95, ink.bottom));
            }
        });
    }

    /** A lamp on a cord. */
    void pendant(Ink ink, double x, double drop, double r, int shade, int glow) {
        double y = y(height, ink.z) + drop;
        ink.draw(Cut.line(x, y(height, ink.z) - 20, x, y), ink.m * .012, 0x1a1620);
        ink.glow(x, y + r, r * 4.2, glow, .2 + .3 * ink.light.lamps());
        ink.raw(Cut.oval(x, y + r * .95, r * .42, r * .26), Hue.lighter(glow, .4), 1);
        ink.across(
                Cut.blob(
                        x - r,
                        y + r * .9,
                        x - r * .8,
                        y + r * .3,
                        x,
                        y - r * .1,
                        x + r * .8,
                        y + r * .3,
                        x + r,
                        y + r * .9,
                        x,
                        y + r * .98),
                Hue.lighter(shade, .15),
                Hue.darker(shade, .3));
    }
}
