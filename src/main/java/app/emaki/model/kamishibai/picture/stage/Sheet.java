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
        leaf.blur((int) Math.round(blur * lens.scale()));
        return new Sheet(leaf.trim(), z, -reach, top, px);
    }

    Sheet blurred(double blur, Lens lens) {
        var copy = new Leaf(leaf.width, leaf.height);
        System.arraycopy(leaf.px, 0, copy.px, 0, leaf.px.length);
        copy.blur((int) Math.round(blur * lens.scale()));
        return new Sheet(copy.trim(), z, x, y, px);
    }

    void lay(Leaf to, View view, int alpha) {
        double k = view.lens().scale();
        Lay.over(to, leaf, view.toX(x, z) * k, view.toY(y, z) * k, view.scale(z) * k / px, alpha);
    }

    /** Lays this sheet as the floor, each row of the picture at its own depth. */
    void layFloor(Leaf to, View view) {
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
            Lay.span(
                    to.px, row * to.width, to.width, leaf, sr, (int) (Curve.clamp(sy - sr, 0, 1) * 255), at, step, 256);
        }
    }

    /** Lays this sheet upside down about its own ground line on a half-size mirror. */
    void layMirrored(Leaf half, View view, int fromRow) {
        double k = view.lens().scale();
        double foot = view.footY(z);
        double left = view.toX(x, z);
        double head = view.toY(y, z);
        double scale = view.scale(z);
        double step = 2 / k / scale * px;
        for (int row = fromRow; row < half.height; row++) {
            int sr = (int) ((2 * foot - 2 * row / k - head) / scale * px);
            if (sr < 0 || sr >= leaf.height || leaf.last[sr] < 0) {
                continue;
            }
            double u = -left / scale * px;
            for (int col = 0; col < half.width; col++, u += step) {
                int sc = (int) u;
                if (sc < leaf.first[sr] || sc > leaf.last[sr]) {
                    continue;
                }
                int c = leaf.px[sr * leaf.width + sc];
                int a = c >>> 24;
                if (a == 0) {
                    continue;
                }
                int o = row * half.width + col;
                int rest = 255 - a;
                int t = half.px[o];
                half.px[o] = 0xff000000
                        | ((c >> 16 & 255) + (t >> 16 & 255) * rest / 255) << 16
                        | ((c >> 8 & 255) + (t >> 8 & 255) * rest / 255) << 8
                        | (c & 255) + (t & 255) * rest / 255;
            }
        }
    }
}
