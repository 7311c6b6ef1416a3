package app.emaki.model.kamishibai.picture.stage;

import java.util.function.Consumer;

/** A painted layer at a depth: a leaf whose corner lies at (x, y) from the vanishing point, {@code px} pixels to a unit. */
final class Sheet {

    final double z;
    private final Leaf leaf;
    private final double x;
    private final double y;
    private final double px;

    private Sheet(Leaf leaf, double z, double x, double y, double px) {
        this.leaf = leaf;
        this.z = z;
        this.x = x;
        this.y = y;
        this.px = px;
    }

    /** Paints a sheet once; {@code blur} is its lack of focus in design units. */
    static Sheet paint(
            Lens lens,
            Light light,
            double z,
            double top,
            double bottom,
            Craft craft,
            double blur,
            Consumer<Ink> painter) {
        double px = lens.scale() * lens.zoom();
        double reach = lens.reach(z);
        var leaf = new Leaf((int) Math.ceil(2 * reach * px) + 2, (int) Math.ceil((bottom - top) * px) + 2);
        var g = leaf.graphics();
        g.scale(px, px);
        g.translate(reach, -top);
        painter.accept(Ink.scenery(g, light, z, lens));
        g.dispose();
        if (craft.reach() > 0) {
            leaf.paper((int) Math.round(craft.reach() * lens.scale()), craft.shade(), craft.edge());
        }
        return softened(leaf, z, -reach, top, px, blur * lens.scale());
    }

    Sheet blurred(double blur, Lens lens) {
        return softened(leaf, z, x, y, px, blur * lens.scale());
    }

    /** Only the painted part is kept, and of what is out of focus only every second or fourth pixel. */
    private static Sheet softened(Leaf leaf, double z, double x, double y, double px, double blur) {
        var soft = new Soft();
        var plan = Soft.Plan.of((int) Math.round(blur));
        var shown = leaf;
        for (int i = 0; i < plan.halvings(); i++) {
            shown = shown.halved();
            x += .5 / px;
            y += .5 / px;
            px /= 2;
        }
        if (plan.first() > 0) {
            shown = shown == leaf ? leaf.part(new java.awt.Rectangle(0, 0, leaf.width, leaf.height)) : shown;
            soft.blur(shown.px, shown.width, shown.height, plan);
        }
        var box = shown.painted();
        if (box.width < shown.width || box.height < shown.height) {
            shown = shown.part(box);
        }
        return new Sheet(shown.trim(), z, x + box.x / px, y + box.y / px, px);
    }

    /** Notes what it hides in a picture that is laid from far to near, this sheet as the {@code number}th. */
    void hide(Cover cover, View view, int number) {
        double k = view.lens().scale();
        cover.hide(leaf, view.toX(x, z) * k, view.toY(y, z) * k, view.scale(z) * k / px, number);
    }

    void lay(Leaf to, Cover cover, View view, int number, int alpha) {
        double k = view.lens().scale();
        Lay.over(to, cover, number, leaf, view.toX(x, z) * k, view.toY(y, z) * k, view.scale(z) * k / px, alpha);
    }

    /** Lays this sheet as the floor, each row of the picture at its own depth. */
    void layFloor(Leaf to, Cover cover, View view, int number) {
        var lens = view.lens();
        double k = lens.scale();
        double zoom = lens.zoom() * view.zoom();
        double hor = lens.horizon() + view.shiftY();
        int from = Math.max(0, (int) Math.ceil(hor * k));
        for (int row = from; row < to.height; row++) {
            double down = Math.max(.5, (row + .5) / k - hor) / zoom;
            double depth = Math.max(.02, (lens.eye() - view.y()) / down);
            double painted = depth + view.dolly();
            double sy = (lens.eye() / painted - y) * px;
            int sr = Math.clamp((int) sy, 0, leaf.height - 2);
            double step = depth / painted / zoom / k * px;
            double at = ((-(lens.half() + view.shiftX()) / zoom * depth + view.x()) / painted - x) * px;
            int wy = (int) (Curve.clamp(sy - sr, 0, 1) * 255);
            int x1;
            for (int x0 = cover.seen(row, 0, number); x0 < to.width; x0 = cover.seen(row, x1, number)) {
                x1 = cover.end(row, x0, to.width, number);
                Lay.span(to.px, row * to.width + x0, x1 - x0, leaf, sr, wy, at + x0 * step, step, 256, cover.lines);
            }
        }
    }

    /** Lays this sheet upside down about the line {@code foot} of the picture on a half-size mirror. */
    void layMirrored(Leaf half, Lines lines, View view, double foot, int fromRow) {
        double k = view.lens().scale() / 2;
        double scale = view.scale(z) * k / px;
        Lay.mirrored(half, lines, fromRow, leaf, view.toX(x, z) * k, (2 * foot - view.toY(y, z)) * k, scale);
    }
}
