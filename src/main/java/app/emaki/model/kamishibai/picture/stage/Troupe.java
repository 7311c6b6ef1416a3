package app.emaki.model.kamishibai.picture.stage;

/** Brings a player into the picture: shadow on the floor, the cut-out itself, and the light along its edges. */
final class Troupe {

    private Troupe() {}

    static void present(Player player, Scratch s, View view, Light light, double t) {
        var spot = player.spot(view, t);
        double k = view.lens().scale();
        var e = player.extent();
        int x0 = (int) Math.max(0, (spot.x() + e.getMinX() * spot.size()) * k - 4);
        int y0 = (int) Math.max(0, (spot.y() + e.getMinY() * spot.size()) * k - 4);
        int x1 = (int) Math.min(s.width, (spot.x() + e.getMaxX() * spot.size()) * k + 5);
        int y1 = (int) Math.min(s.height, (spot.y() + e.getMaxY() * spot.size()) * k + 5);
        if (x1 <= x0 || y1 <= y0) {
            return;
        }
        if (spot.shadow() > 0) {
            shadow(s, spot, k, light);
        }
        if (player.casts()) {
            cast(player, s, view, light, t, spot, new int[] {x0, y0, x1, y1});
        }
        s.figure.clear(x0, y0, x1, y1);
        // a part of the picture, not a clip: clips within a clip are dear
        var g = s.figure.graphics(x0, y0, x1, y1);
        g.scale(k, k);
        g.translate(spot.x(), spot.y());
        g.scale(spot.size(), spot.size());
        player.draw(Ink.figure(g, light, spot.z(), view.lens()), view, t);
        g.dispose();
        int blur = (int) Math.round(spot.blur() * k);
        if (blur > 0) {
            s.soft.blur(s.figure, x0, y0, x1, y1, blur);
        }
        double figure = Curve.clamp(spot.size() / 520, .35, 1.8);
        s.rim.lay(s.figure, s.frame, x0, y0, x1, y1, k * figure, light);
    }

    /** Darkens the ground where a player throws its shadow. */
    private static void cast(Player player, Scratch s, View view, Light light, double t, Player.Spot spot, int[] box) {
        s.figure.clear(box[0], box[1], box[2], box[3]);
        var g = s.figure.graphics();
        double k = view.lens().scale();
        g.setClip(box[0], box[1], box[2] - box[0], box[3] - box[1]);
        g.scale(k, k);
        g.translate(spot.x(), spot.y());
        g.scale(spot.size(), spot.size());
        player.cast(Ink.figure(g, light, spot.z(), view.lens()), view, t);
        g.dispose();
        s.soft.blur(s.figure, box[0], box[1], box[2], box[3], Math.max(1, (int) Math.round(3 * k)));
        int shade = (int) (256 * (.5 - .2 * light.dark()));
        for (int y = box[1]; y < box[3]; y++) {
            for (int x = box[0]; x < box[2]; x++) {
                int o = y * s.width + x;
                int a = s.figure.px[o] >>> 24;
                if (a > 0) {
                    int keep = 256 - (a * shade >> 8);
                    int q = s.frame.px[o];
                    s.frame.px[o] = 0xff000000
                            | ((q >> 16 & 255) * keep >> 8) << 16
                            | ((q >> 8 & 255) * keep >> 8) << 8
                            | Math.min(255, ((q & 255) * keep >> 8) + (a * shade >> 13));
                }
            }
        }
    }

    /** The same player as a mirror on the floor shows them, at half the size of the picture. */
    static void mirror(Player player, Scratch s, View view, Light light, double t) {
        var spot = player.spot(view, t);
        double k = view.lens().scale() / 2;
        var g = s.half.graphics();
        g.scale(k, k);
        g.translate(spot.x(), spot.y());
        g.scale(spot.size(), -spot.size());
        player.draw(Ink.figure(g, light, spot.z(), view.lens()), view, t);
        g.dispose();
    }

    private static void shadow(Scratch s, Player.Spot spot, double k, Light light) {
        var g = s.frame.graphics();
        g.scale(k, k);
        double rx = spot.shadow() * spot.size();
        double lean = -light.sunX() * rx * .5;
        var ink = Ink.scenery(
                g,
                light,
                1,
                new Lens(0, 0, 0, 1, 1, 1, 0, 0, 0, k, app.emaki.model.kamishibai.plan.StoryPlan.Framing.WIDE));
        ink.glow(spot.x() + lean, spot.y(), rx * 1.5, rx * .26, 0x080418, .5);
        ink.glow(spot.x() + lean * .3, spot.y(), rx * .8, rx * .13, 0x080418, .6);
        g.dispose();
    }
}
