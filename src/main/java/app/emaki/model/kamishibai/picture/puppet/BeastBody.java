package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;

/** The parts of a beast below its head: trunk, legs, neck and tail. */
final class BeastBody {
    private final Breed kind;
    private final Fur fur;
    private final List<Prop> props;

    BeastBody(Breed kind, Fur fur, List<Prop> props) {
        this.kind = kind;
        this.fur = fur;
        this.props = props;
    }

    private boolean soft() {
        return switch (kind.figure()) {
            case BEAR, PANDA, ELEPHANT -> false;
            default -> true;
        };
    }

    private void mane(Ink ink, double x0, double y0, double x1, double y1) {
        int n = 7;
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            double x = Curve.mix(x0 - .05, x1 - .07, q);
            double y = Curve.mix(y0 - .05, y1 - .04, q);
            ink.fill(
                    Cut.blob(x + .04, y - .03, x - .03, y - .05, x - .09, y + .03, x - .06, y + .11, x + .02, y + .05),
                    BeastMarks.hair(fur));
        }
    }

    void trunk(Ink ink, double breath, double half) {
        double d = kind.deep() + breath;
        if (kind.figure() == Figure.SHEEP) {
            BeastMarks.wool(ink, fur, half, d);
            return;
        }
        double hump = kind.figure() == Figure.BEAR ? .08 : 0;
        var body = Cut.blob(
                -half * 1.08,
                -d * .1,
                -half * .8,
                -d * .62,
                -half * .2,
                -d * .6,
                half * .5,
                -d * .66 - hump,
                half * 1.02,
                -d * .5,
                half * 1.14,
                d * .2,
                half * .7,
                d * .95,
                0,
                d * .72,
                -half * .6,
                d * .66,
                -half * 1.05,
                d * .5);
        ink.fade(body, Hue.lighter(fur.coat(), .12), Hue.darker(fur.coat(), .16));
        ink.inside(body, () -> {
            ink.fill(
                    Cut.blob(
                            -half * .9,
                            d * .8,
                            -half * .2,
                            d * .42,
                            half * .6,
                            d * .4,
                            half * 1.3,
                            d * -.1,
                            half * 1.3,
                            d * 1.3,
                            0,
                            d * 1.4),
                    fur.belly(),
                    kind.figure() == Figure.BEAR || kind.figure() == Figure.HORSE || kind.figure() == Figure.ELEPHANT
                            ? .35
                            : .85);
            BeastMarks.draw(ink, kind, fur, half, d);
            if (kind.figure() == Figure.DEER) {
                for (int i = 0; i < 14; i++) {
                    ink.fill(
                            Cut.disc(
                                    -half * .9 + half * 1.6 * Math.abs(Math.sin(i * 7.3)),
                                    -d * .45 + d * .5 * Math.abs(Math.cos(i * 4.1)),
                                    .016),
                            0xfff4e0);
                }
            }
        });
    }

    void leg(Ink ink, double x, double y, double phase, double swing, boolean near, boolean front, Moment now) {
        double a = Math.sin(phase) * swing;
        double fold = swing > 0 ? Math.max(0, Math.cos(phase)) * swing * 1.5 : 0;
        if (now.action() == Action.WAVE && near && front) {
            a = 1.2 + .25 * Math.sin(now.t() * 9);
            fold = -.5;
        }
        double upper = kind.back() * .5;
        double lower = kind.back() * .5 - .03;
        double kx = x + Math.sin(a) * upper;
        double ky = y + kind.deep() * .2 + Math.cos(a) * (upper - kind.deep() * .2);
        double b = front ? a - fold : a + fold * .6 - .12;
        double fx = kx + Math.sin(b) * lower;
        double fy = Math.min(-.024, ky + Math.cos(b) * lower);
        int own = BeastMarks.legs(kind, fur);
        int c = near ? own : Hue.darker(own, .28);
        double r = kind.leg();
        ink.fill(Cut.limb(x, y + kind.deep() * .15, r * (front ? 1.7 : 2.2), kx, ky, r * 1.05), c);
        int sock = kind.figure() == Figure.FOX
                ? 0x2e1c18
                : kind.hoofed()
                                || kind.figure() == Figure.BEAR
                                || kind.figure() == Figure.PANDA
                                || kind.figure() == Figure.ELEPHANT
                        ? Hue.darker(c, .25)
                        : near
                                ? Hue.mix(fur.coat(), fur.belly(), .7)
                                : Hue.darker(Hue.mix(fur.coat(), fur.belly(), .6), .2);
        ink.fill(Cut.limb(kx, ky, r * 1.05, fx, fy, r * .8), c);
        ink.fill(Cut.limb(Curve.mix(kx, fx, .6), Curve.mix(ky, fy, .6), r * .92, fx, fy, r * .82), sock);
        ink.fill(
                Cut.blob(
                        fx - r * .9,
                        fy - r * .4,
                        fx + r * .6,
                        fy - r * .6,
                        fx + r * 1.6,
                        fy + .01,
                        fx + r * 1.4,
                        fy + .024,
                        fx - r * .9,
                        fy + .024),
                sock);
    }

    void neck(Ink ink, double x0, double y0, double x1, double y1) {
        double w = kind.figure() == Figure.DEER ? .055 : kind.figure() == Figure.HORSE ? .075 : kind.deep() * .62;
        ink.fill(
                Cut.limb(x0, y0, w * 1.25, x1 - kind.head() * .2, y1 + kind.head() * .25, w * .86),
                kind.figure() == Figure.PANDA ? 0x2a2730 : Hue.lighter(fur.coat(), .05));
        if (kind.figure() == Figure.HORSE) {
            mane(ink, x0, y0, x1, y1);
        }
        if (!kind.hoofed() && soft()) {
            ink.fill(Cut.limb(x0 + w * .9, y0 + w * .5, w * .6, x1, y1 + kind.head() * .7, w * .5), fur.belly());
            double cx = Curve.mix(x0, x1, .72);
            double cy = Curve.mix(y0, y1, .62);
            if (kind.figure() == Figure.DOG || props.contains(Prop.FLOWER) || kind.figure() == Figure.CAT) {
                ink.draw(
                        Cut.line(cx - w * .75, cy - w * .35, cx + w * .1, cy + w * .5, cx + w * .8, cy + w * .75),
                        .035,
                        fur.accent());
                ink.fill(Cut.disc(cx + w * .5, cy + w * .95, .03), 0xf2c84a);
            }
        }
    }

    void tail(Ink ink, Moment now, double x, double y) {
        double t = now.t();
        boolean happy = kind.figure() == Figure.DOG;
        double wag = Math.sin(t * (happy ? 11 : 2.2)) * (happy ? .12 : .09);
        int n = 8;
        var px = new double[n];
        var py = new double[n];
        var r = new double[n];
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            switch (kind.tail()) {
                case BRUSH -> {
                    px[i] = x - q * .62;
                    py[i] = y + .1 * Math.sin(q * 3) + q * (.05 + wag);
                    r[i] = .035 + .13 * Math.sin(Math.PI * Math.min(1, q * 1.04)) * (.6 + .4 * q) + .004;
                }
                case WAVING -> {
                    px[i] = x - .36 * Math.sin(q * 1.7) + wag * q * 1.6;
                    py[i] = y - q * q * .5 + .04 * Math.sin(q * 5 + t * 2);
                    r[i] = .036 - .008 * q;
                }
                case STUB, PUFF -> {
                    px[i] = x - q * .1;
                    py[i] = y - .02 + q * .03;
                    r[i] = .05 * (1 - q * .4);
                }
                case HAIR -> {
                    px[i] = x - .06 - .2 * Math.sin(q * 2) + wag * q * .8;
                    py[i] = y + .42 * q * q + .02;
                    r[i] = .03 + .05 * Math.sin(Math.PI * Math.min(1, q + .1));
                }
                case TUFT, STRING -> {
                    px[i] = x - .2 * Math.sin(q * 1.8) + wag * q;
                    py[i] = kind.tail() == Breed.Tail.TUFT
                            ? y + .3 * q * q
                            : y + (kind.figure() == Figure.PIG ? -.06 : .2) * q - .1 * Math.sin(q * 6);
                    r[i] = .022 - .008 * q;
                }
                default -> {
                    px[i] = x - .26 * Math.sin(q * 2.6) + wag * q;
                    py[i] = y - .34 * q + .06 * q * q;
                    r[i] = .055 - .02 * q;
                }
            }
        }
        ink.fill(Cut.strand(px, py, r), kind.tail() == Breed.Tail.HAIR ? BeastMarks.hair(fur) : fur.coat());
        if (kind.tail() == Breed.Tail.TUFT) {
            ink.fill(Cut.oval(px[n - 1], py[n - 1] + .02, .035, .055), BeastMarks.hair(fur));
        }
        if (kind.figure() == Figure.FOX) {
            ink.fill(
                    Cut.strand(
                            new double[] {px[5], px[6], px[7] - .03},
                            new double[] {py[5], py[6], py[7]},
                            new double[] {r[5] * .9, r[6], .006}),
                    0xfff6ea);
        } else if (kind.figure() == Figure.DEER || kind.tail() == Breed.Tail.PUFF) {
            ink.fill(Cut.disc(x - .07, y + .02, kind.tail() == Breed.Tail.PUFF ? .075 : .035), 0xfff6ea);
        }
    }
}
