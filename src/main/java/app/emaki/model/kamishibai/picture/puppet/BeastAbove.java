package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import java.awt.geom.Path2D;

/** A beast from above: a back with paws that reach out in turn, a head before it and a tail behind. */
final class BeastAbove implements Topside {
    private final Breed kind;
    private final Fur fur;

    BeastAbove(Breed kind, Fur fur) {
        this.kind = kind;
        this.fur = fur;
    }

    @Override
    public boolean flat(Moment now) {
        return false;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.t();
        var a = now.action();
        double pace = a == Action.RUN || a == Action.RIDE ? 11 : a == Action.WALK ? 6.4 : 0;
        double spin = a == Action.DANCE ? .6 * Math.sin(t * 4.4) : 0;
        double wag = Math.sin(t * (kind.figure() == Figure.DOG ? 11 : 2.4)) * .1;
        double l = kind.length() * .56;
        double w = Math.max(.12, kind.deep() * .95);
        ink.within(0, 0, spin, 1, 1, () -> {
            tail(ink, l, wag);
            for (int s = -1; s <= 1; s += 2) {
                paw(ink, l * .62, s, w, pace > 0 ? Math.sin(t * pace + (s > 0 ? 0 : Math.PI)) * .12 : 0);
                paw(ink, -l * .62, s, w, pace > 0 ? Math.sin(t * pace + (s > 0 ? Math.PI : 0)) * .12 : 0);
            }
            back(ink, l, w);
            head(ink, now, l, w);
        });
    }

    private void paw(Ink ink, double x, int s, double w, double swing) {
        int c = Hue.darker(BeastMarks.legs(kind, fur), .14);
        ink.fill(Cut.limb(x, s * w * .7, kind.leg() * 1.5, x + swing + .04, s * (w + .03), kind.leg() * 1.1), c);
    }

    private void back(Ink ink, double l, double w) {
        if (kind.figure() == Figure.SHEEP) {
            BeastMarks.wool(ink, fur, l, w * 1.7);
            return;
        }
        var body = Cut.blob(
                -l, 0, -l * .8, -w * .85, -l * .2, -w * .95, l * .5, -w, l * 1.02, -w * .6, l * 1.1, 0, l * 1.02,
                w * .6, l * .5, w, -l * .2, w * .95, -l * .8, w * .85);
        ink.fade(body, Hue.lighter(fur.coat(), .16), Hue.darker(fur.coat(), .14));
        ink.inside(body, () -> {
            BeastMarks.draw(ink, kind, fur, l, w * 1.5);
            if (kind.figure() == Figure.TIGER || kind.figure() == Figure.CAT) {
                BeastMarks.draw(ink, kind, fur, l, -w * 1.5);
            }
            ink.draw(Cut.line(-l, 0, 0, .01, l, 0), .03, Hue.darker(fur.coat(), .2), .5);
        });
    }

    private void head(Ink ink, Moment now, double l, double w) {
        double r = Math.max(kind.head(), .1);
        double look = .12 * Math.sin(now.clock() * 1.1);
        ink.within(l * 1.06 + r * .6, 0, look, r, r, () -> {
            int c = kind.figure() == Figure.SHEEP ? 0x4a4048 : fur.coat();
            if (kind.figure() == Figure.LION) {
                ink.fill(Cut.star(-.3, 0, 1.9, 1.5, 15, 0), BeastMarks.hair(fur));
            }
            for (int s = -1; s <= 1; s += 2) {
                switch (kind.ears()) {
                    case LONG ->
                        ink.fill(Cut.blob(-.3, s * .3, -1.2, s * .5, -2, s * .55, -1.2, s * .86, -.3, s * .8), c);
                    case ROUND, LARGE ->
                        ink.fill(
                                Cut.disc(-.2, s * .86, kind.ears() == Breed.Ears.LARGE ? .6 : .36),
                                kind.figure() == Figure.PANDA ? 0x25222b : Hue.darker(c, .1));
                    case FAN ->
                        ink.fill(
                                Cut.blob(0, s * .7, -.9, s * 1.1, -1.2, s * 1.9, -.3, s * 2, .2, s * 1.2),
                                Hue.darker(c, .08));
                    case HANGING, LEAF ->
                        ink.fill(Cut.blob(.1, s * .7, -.5, s * .9, -.7, s * 1.3, -.1, s * 1.2), Hue.darker(c, .2));
                    case POINTED -> ink.fill(Cut.poly(-.5, s * .3, .2, s * .9, -.9, s * 1.1), Hue.darker(c, .12));
                }
            }
            double snout = 1 + 1.1 * kind.snout() / kind.head();
            ink.fade(
                    Cut.blob(-.95, 0, -.5, -.85, .3, -.8, snout, -.3, snout + .12, 0, snout, .3, .3, .8, -.5, .85),
                    Hue.lighter(c, .2),
                    Hue.darker(c, .08));
            if (kind.figure() == Figure.ELEPHANT) {
                double sway = .3 * Math.sin(now.clock() * 2);
                ink.fill(
                        Cut.strand(
                                new double[] {.8, 1.6, 2.4, 3},
                                new double[] {0, sway * .3, sway, sway * 1.6},
                                new double[] {.4, .32, .24, .16}),
                        Hue.lighter(c, .04));
            }
            ink.fill(Cut.oval(snout, 0, .16, .2), 0x1c1216);
            for (int s = -1; s <= 1; s += 2) {
                ink.fill(Cut.oval(.42, s * .42, .13, .11), 0x1c1216);
            }
            if (kind.figure() == Figure.DEER || kind.figure() == Figure.COW) {
                for (int s = -1; s <= 1; s += 2) {
                    ink.draw(Cut.line(-.1, s * .5, -.3, s * 1.3, .3, s * 2), .18, 0xe8d4b0);
                }
            }
            if (kind.figure() == Figure.HORSE) {
                ink.fill(Cut.blob(-1.6, -.1, -.6, -.3, .2, -.1, .2, .1, -.6, .3, -1.6, .1), BeastMarks.hair(fur));
            }
        });
    }

    private void tail(Ink ink, double l, double wag) {
        int n = 7;
        var x = new double[n];
        var y = new double[n];
        var r = new double[n];
        boolean brush = kind.tail() == Breed.Tail.BRUSH;
        boolean hair = kind.tail() == Breed.Tail.HAIR;
        double length = switch (kind.tail()) {
            case STUB, PUFF -> .08;
            case BRUSH -> .6;
            default -> .42;
        };
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            x[i] = -l * .95 - q * length;
            y[i] = wag * q * 2 + .04 * Math.sin(q * 5);
            r[i] = brush
                    ? .03 + .09 * Math.sin(Math.PI * Math.min(1, q + .08))
                    : hair ? .04 + .03 * Math.sin(Math.PI * q) : .045 - .018 * q;
        }
        Path2D cut = Cut.strand(x, y, r);
        ink.fill(cut, hair ? BeastMarks.hair(fur) : fur.coat());
        if (brush) {
            ink.fill(Cut.disc(x[n - 1], y[n - 1], .05), 0xfff6ea);
        } else if (kind.tail() == Breed.Tail.PUFF) {
            ink.fill(Cut.disc(-l, 0, .09), 0xfffaf2);
        }
    }
}
