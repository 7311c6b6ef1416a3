package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.Coats;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Dog, cat, fox, deer and bear: one body on four legs, with the head and tail of its kind. Its height at the ears is the unit. */
final class Quadruped implements Puppet {

    /**
     * The build of a kind.
     *
     * @param tall against a grown woman
     * @param length of the trunk, {@code back} its height, {@code deep} its thickness
     * @param leg thickness of a leg
     * @param head radius, {@code neck} how far the head is raised above the back
     * @param snout length
     */
    private record Kind(
            double tall, double length, double back, double deep, double leg, double head, double neck, double snout) {
        static Kind of(Figure figure) {
            return switch (figure) {
                case CAT -> new Kind(.36, .78, .58, .15, .048, .2, .17, .07);
                case FOX -> new Kind(.44, .86, .58, .145, .044, .17, .2, .17);
                case DEER -> new Kind(.92, .56, .56, .11, .026, .085, .27, .1);
                case BEAR -> new Kind(.95, .86, .64, .27, .1, .19, .12, .14);
                default -> new Kind(.48, .8, .58, .165, .055, .18, .2, .14);
            };
        }
    }

    private final Figure figure;
    private final Kind kind;
    private final int coat;
    private final int belly;
    private final int accent;
    private final long key;
    private final List<Prop> props;

    Quadruped(Role role, int member) {
        figure = role.figure();
        kind = Kind.of(figure);
        key = role.id().hashCode() + member * 31L;
        int own = switch (figure) {
            case CAT -> new int[] {0x2e2a38, 0xe8a050, 0xf2ece4, 0x8a8a94}[(int) (Math.abs(key) % 4)];
            case FOX -> 0xe87a30;
            case DEER -> 0xb8783f;
            case BEAR -> 0x6a4430;
            default -> new int[] {0xd89a58, 0xe8c890, 0x8a5a3a, 0xf0e8dc}[(int) (Math.abs(key) % 4)];
        };
        boolean named = Coats.named(role);
        coat = named ? role.colours().getFirst() : own;
        belly = named ? Hue.lighter(coat, .3) : figure == Figure.BEAR ? 0xa87850 : 0xfff4e4;
        accent = role.colours().size() > 2 ? role.colours().get(2) : 0xd8402c;
        props = role.props();
    }

    @Override
    public double tall() {
        return kind.tall;
    }

    @Override
    public double breadth() {
        return kind.length + (props.contains(Prop.BALL) ? 1.25 : .65);
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.5, -1.75, 3.0, 1.95);
    }

    @Override
    public double headY(Action action) {
        return -kind.back - kind.neck;
    }

    @Override
    public double headX() {
        return kind.length * .5 + kind.head * .6;
    }

    @Override
    public double portrait() {
        return kind.head * 3.4;
    }

    @Override
    public double footing() {
        return kind.length * .52;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.t();
        var action = now.action();
        boolean runs = action == Action.RUN || action == Action.RIDE;
        boolean walks = action == Action.WALK || action == Action.DANCE;
        double pace = runs ? 11 : walks ? 6.4 : 0;
        double hop = runs ? .09 * Math.abs(Math.sin(t * pace / 2)) : action == Action.JUMP ? jump(t) : 0;
        double pitch = runs
                ? .1 * Math.sin(t * pace)
                : action == Action.JUMP ? -.25 * Math.cos(Poses.frac(t / 1.25) * Math.PI * 2) * (hop > .01 ? 1 : 0) : 0;
        double roll = action == Action.FALL ? t * 1.6 : 0;
        double lift = action == Action.FLY || action == Action.SWIM || action == Action.FALL
                ? .45 + .05 * Math.sin(t * 2)
                : 0;
        boolean sits = action == Action.SIT
                || action == Action.READ
                || strums(action)
                || (action == Action.EAT && figure == Figure.BEAR)
                || (action == Action.LOOK_UP && figure != Figure.DEER);
        boolean sleeps = action == Action.SLEEP;
        ink.within(0, -hop - lift, roll, 1, 1, () -> {
            if (sleeps) {
                curled(ink, now);
            } else if (sits) {
                seated(ink, now);
            } else {
                standing(ink, now, pace, pitch);
            }
            if (strums(action)) {
                new Things(ink, now).guitar(.16, -.3, .44, -.42 + .05 * Math.sin(t * 8.4), 0xc07a34);
            }
        });
        if (props.contains(Prop.BALL) && !sleeps) {
            ball(ink, now, runs || walks);
        }
    }

    /** A guitar is played sitting, whatever else four legs can do. */
    private boolean strums(Action action) {
        return props.contains(Prop.GUITAR)
                && (action == Action.PLAY || action == Action.SING || action == Action.STAND);
    }

    /** The ball skips ahead of the muzzle: out of reach while it is chased, up and down before it otherwise. */
    private void ball(Ink ink, Moment now, boolean chased) {
        double t = now.t();
        double r = .12;
        double x = kind.length * .5 + kind.head + kind.snout + (chased ? .3 + .07 * Math.sin(t * 1.9) : .12);
        double up = (chased ? .3 : .42) * Math.abs(Math.sin(t * (chased ? 4.2 : 2.6)));
        new Things(ink, now).ball(x, -r - up, r, accent, t * (chased ? 7 : 2));
    }

    private static double jump(double t) {
        double u = Poses.frac(t / 1.25);
        double air = u > .22 && u < .8 ? (u - .22) / .58 : 0;
        return 4 * air * (1 - air) * .55;
    }

    private void standing(Ink ink, Moment now, double pace, double pitch) {
        double t = now.t();
        double half = kind.length / 2;
        double y = -kind.back;
        double breath = .008 * Math.sin(t * 3);
        double swing = pace > 8 ? .75 : pace > 0 ? .42 : 0;
        double[] phases = pace > 8
                ? new double[] {0, .6, Math.PI, Math.PI + .6}
                : new double[] {0, Math.PI, Math.PI * .5, Math.PI * 1.5};
        tail(ink, now, -half, y + kind.deep * .2);
        for (int i = 0; i < 2; i++) {
            leg(ink, i == 0 ? half * .74 : -half * .8, y, t * pace + phases[2 * i + 1], swing, false, i == 0, now);
        }
        ink.within(0, y, pitch, 1, 1, () -> trunk(ink, breath, half));
        for (int i = 0; i < 2; i++) {
            leg(ink, i == 0 ? half * .84 : -half * .7, y, t * pace + phases[2 * i], swing, true, i == 0, now);
        }
        double bob = pace > 0 ? .02 * Math.sin(t * pace) : 0;
        double down = now.action() == Action.EAT || now.action() == Action.DRINK
                ? .75 + .08 * Math.sin(t * 6)
                : now.action() == Action.CRY ? .3 : 0;
        double hx = half + kind.head * (.55 - .1 * down) + Math.sin(pitch) * half * .3;
        double hy = y - kind.neck * (1 - 1.7 * down) + bob + pitch * half + down * kind.back * .38;
        neck(ink, half * .7, y + kind.deep * .05 + pitch * half * .7, hx, hy);
        double call = now.action() == Action.SHOUT || now.action() == Action.SING
                ? .22 + .1 * Math.abs(Math.sin(now.t() * 8))
                : 0;
        head(ink, now, hx, hy, down * .5 - call - (now.action() == Action.LOOK_UP ? .4 : 0));
    }

    private void trunk(Ink ink, double breath, double half) {
        double d = kind.deep + breath;
        double hump = figure == Figure.BEAR ? .08 : 0;
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
        ink.fade(body, Hue.lighter(coat, .12), Hue.darker(coat, .16));
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
                    belly,
                    figure == Figure.BEAR ? .4 : .85);
            if (figure == Figure.CAT && Hue.luma(coat) > .25) {
                for (int i = 0; i < 5; i++) {
                    double x = -half * .8 + i * half * .36;
                    ink.draw(Cut.line(x, -d * .8, x + .02, -d * .3, x - .01, 0), .032, Hue.darker(coat, .32));
                }
            }
            if (figure == Figure.DEER) {
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

    private void leg(Ink ink, double x, double y, double phase, double swing, boolean near, boolean front, Moment now) {
        double a = Math.sin(phase) * swing;
        double fold = swing > 0 ? Math.max(0, Math.cos(phase)) * swing * 1.5 : 0;
        if (now.action() == Action.WAVE && near && front) {
            a = 1.2 + .25 * Math.sin(now.t() * 9);
            fold = -.5;
        }
        double upper = kind.back * .5;
        double lower = kind.back * .5 - .03;
        double kx = x + Math.sin(a) * upper;
        double ky = y + kind.deep * .2 + Math.cos(a) * (upper - kind.deep * .2);
        double b = front ? a - fold : a + fold * .6 - .12;
        double fx = kx + Math.sin(b) * lower;
        double fy = Math.min(-.024, ky + Math.cos(b) * lower);
        int c = near ? coat : Hue.darker(coat, .28);
        double r = kind.leg;
        ink.fill(Cut.limb(x, y + kind.deep * .15, r * (front ? 1.7 : 2.2), kx, ky, r * 1.05), c);
        int sock = figure == Figure.FOX
                ? 0x2e1c18
                : figure == Figure.DEER || figure == Figure.BEAR
                        ? Hue.darker(c, .25)
                        : near ? Hue.mix(coat, belly, .7) : Hue.darker(Hue.mix(coat, belly, .6), .2);
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

    private void neck(Ink ink, double x0, double y0, double x1, double y1) {
        double w = figure == Figure.DEER ? .055 : kind.deep * .62;
        ink.fill(
                Cut.limb(x0, y0, w * 1.25, x1 - kind.head * .2, y1 + kind.head * .25, w * .86), Hue.lighter(coat, .05));
        if (figure != Figure.DEER && figure != Figure.BEAR) {
            ink.fill(Cut.limb(x0 + w * .9, y0 + w * .5, w * .6, x1, y1 + kind.head * .7, w * .5), belly);
            double cx = Curve.mix(x0, x1, .72);
            double cy = Curve.mix(y0, y1, .62);
            if (figure == Figure.DOG || props.contains(Prop.FLOWER) || figure == Figure.CAT) {
                ink.draw(
                        Cut.line(cx - w * .75, cy - w * .35, cx + w * .1, cy + w * .5, cx + w * .8, cy + w * .75),
                        .035,
                        accent);
                ink.fill(Cut.disc(cx + w * .5, cy + w * .95, .03), 0xf2c84a);
            }
        }
    }

    private void tail(Ink ink, Moment now, double x, double y) {
        double t = now.t();
        boolean happy = figure == Figure.DOG;
        double wag = Math.sin(t * (happy ? 11 : 2.2)) * (happy ? .12 : .09);
        int n = 8;
        var px = new double[n];
        var py = new double[n];
        var r = new double[n];
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            switch (figure) {
                case FOX -> {
                    px[i] = x - q * .62;
                    py[i] = y + .1 * Math.sin(q * 3) + q * (.05 + wag);
                    r[i] = .035 + .13 * Math.sin(Math.PI * Math.min(1, q * 1.04)) * (.6 + .4 * q) + .004;
                }
                case CAT -> {
                    px[i] = x - .36 * Math.sin(q * 1.7) + wag * q * 1.6;
                    py[i] = y - q * q * .5 + .04 * Math.sin(q * 5 + t * 2);
                    r[i] = .036 - .008 * q;
                }
                case DEER, BEAR -> {
                    px[i] = x - q * .1;
                    py[i] = y - .02 + q * .03;
                    r[i] = .05 * (1 - q * .4);
                }
                default -> {
                    px[i] = x - .26 * Math.sin(q * 2.6) + wag * q;
                    py[i] = y - .34 * q + .06 * q * q;
                    r[i] = .055 - .02 * q;
                }
            }
        }
        ink.fill(Cut.strand(px, py, r), coat);
        if (figure == Figure.FOX) {
            ink.fill(
                    Cut.strand(
                            new double[] {px[5], px[6], px[7] - .03},
                            new double[] {py[5], py[6], py[7]},
                            new double[] {r[5] * .9, r[6], .006}),
                    0xfff6ea);
        } else if (figure == Figure.DEER) {
            ink.fill(Cut.disc(x - .07, y + .02, .035), 0xfff6ea);
        }
    }

    private void seated(Ink ink, Moment now) {
        double half = kind.length * .34;
        double y = -kind.back * 1.02;
        double d = kind.deep;
        tail(ink, now, -half * 1.35, -.1);
        double hx = half * .62;
        double hy = -kind.back * 1.04 - kind.neck * .72;
        ink.fill(
                Cut.limb(half * .66, y + d * .9, kind.leg * 1.5, half * .82, -.03, kind.leg * .9),
                Hue.darker(coat, .28));
        ink.fade(
                Cut.blob(
                        -half * 1.5,
                        -.02,
                        -half * 1.62,
                        -d * 1.5,
                        -half * 1.0,
                        y * .62,
                        -half * .1,
                        y * 1.02,
                        half * .7,
                        y * 1.04,
                        half * 1.06,
                        y * .6,
                        half * .7,
                        -d * .9,
                        half * .3,
                        -.02),
                Hue.lighter(coat, .1),
                Hue.darker(coat, .16));
        ink.fill(
                Cut.blob(
                        half * .5,
                        y * .98,
                        half * .96,
                        y * .7,
                        half * .9,
                        y * .3,
                        half * .45,
                        y * .3,
                        half * .35,
                        y * .7),
                belly);
        ink.fade(
                Cut.blob(
                        -half * 1.5,
                        -.01,
                        -half * 1.5,
                        -d * 1.5,
                        -half * .7,
                        -d * 1.9,
                        -half * .05,
                        -d * 1.2,
                        half * .1,
                        -.01),
                Hue.lighter(coat, .05),
                Hue.darker(coat, .2));
        ink.fill(
                Cut.blob(-half * .9, .004, -half * .4, -.07, half * .35, -.06, half * .4, .004),
                Hue.mix(coat, belly, .5));
        double raise = now.action() == Action.EAT ? .5 : 0;
        ink.fill(
                Cut.limb(
                        half * .55,
                        y * .8,
                        kind.leg * 1.5,
                        half * (.72 + raise),
                        Curve.mix(-.03, y * .8, raise),
                        kind.leg),
                coat);
        ink.fill(
                Cut.oval(half * .8 + raise * half, Curve.mix(-.015, y * .82, raise), kind.leg * 1.5, kind.leg * .8),
                Hue.mix(coat, belly, .6));
        neck(ink, half * .25, y * .95, hx, hy);
        head(
                ink,
                now,
                hx,
                hy,
                now.action() == Action.LOOK_UP
                        ? -.4
                        : now.action() == Action.READ ? .3 : .04 * Math.sin(now.t() * 1.3));
    }

    private void curled(Ink ink, Moment now) {
        double half = kind.length * .6;
        double d = kind.deep * 1.6 + .012 * Math.sin(now.t() * 1.6);
        ink.fade(
                Cut.blob(
                        -half,
                        -.02,
                        -half * .98,
                        -d * .9,
                        -half * .3,
                        -d * 1.36,
                        half * .5,
                        -d * 1.2,
                        half * .98,
                        -d * .5,
                        half * .9,
                        -.02,
                        0,
                        .01),
                Hue.lighter(coat, .12),
                Hue.darker(coat, .22));
        ink.fill(
                Cut.strand(
                        new double[] {-half * .9, -half * .6, 0, half * .6},
                        new double[] {-.1, -.02, .0, -.05},
                        new double[] {.07, .1, .1, .05}),
                Hue.lighter(coat, .06));
        head(ink, now, half * .62, -kind.head * .92, .35);
    }

    private void head(Ink ink, Moment now, double x, double y, double nod) {
        double r = kind.head;
        ink.within(x, y, nod, r, r, () -> {
            if (figure == Figure.DEER) {
                antlers(ink);
            }
            ears(ink, now, true);
            double s = kind.snout / kind.head;
            var skull = switch (figure) {
                case FOX ->
                    Cut.blob(
                            -.85,
                            -.3,
                            -.5,
                            -.85,
                            .2,
                            -.9,
                            .75,
                            -.45,
                            1 + s * .9,
                            .28,
                            .95 + s * .7,
                            .48,
                            .5,
                            .66,
                            -.2,
                            .86,
                            -1.05,
                            .5);
                case CAT ->
                    Cut.blob(-.95, -.1, -.7, -.75, 0, -.92, .7, -.75, 1, -.1, .9, .45, .3, .8, -.3, .8, -.9, .45);
                case DEER -> Cut.blob(-.7, -.5, 0, -.95, .7, -.6, 1.3 + s, .3, 1.3 + s, .62, .8, .8, 0, .72, -.6, .4);
                default ->
                    Cut.blob(
                            -.95,
                            -.2,
                            -.6,
                            -.85,
                            .15,
                            -.95,
                            .72,
                            -.5,
                            .9 + s,
                            -.06,
                            1.02 + s,
                            .3,
                            .8 + s * .6,
                            .58,
                            .3,
                            .74,
                            -.4,
                            .78,
                            -.95,
                            .4);
            };
            ink.fade(skull, Hue.lighter(coat, .14), Hue.darker(coat, .1));
            ink.inside(skull, () -> {
                if (figure == Figure.FOX || figure == Figure.DOG || figure == Figure.CAT || figure == Figure.BEAR) {
                    ink.fill(
                            figure == Figure.CAT
                                    ? Cut.blob(-.1, .3, .4, .12, .95, .3, .8, .9, 0, .95)
                                    : Cut.blob(-.5, .5, .3, .22, .8 + s, .14, 1.2 + s, .9, 0, 1.1),
                            belly,
                            figure == Figure.BEAR ? .7 : 1);
                }
            });
            face(ink, now, s);
            ears(ink, now, false);
        });
    }

    private void ears(Ink ink, Moment now, boolean far) {
        double flick = .12 * Curve.bump(.5, .06, Poses.frac(now.clock() / 2.3));
        int c = far ? Hue.darker(coat, .28) : coat;
        double at = far ? .38 : -.32;
        switch (figure) {
            case DOG ->
                ink.fill(
                        Cut.blob(
                                at - .15,
                                -.75,
                                at + .2,
                                -.8,
                                at + .1,
                                -.1 + flick,
                                at - .25,
                                .25 + flick,
                                at - .42,
                                -.1),
                        far ? c : Hue.darker(coat, .25));
            case BEAR -> ink.fill(Cut.disc(at, -.86, .3), c).fill(Cut.disc(at, -.84, .16), Hue.mix(c, 0xd89a78, .5));
            case DEER -> ink.fill(Cut.blob(at - .1, -.6, at - .75, -1.0 + flick, at - .95, -.85, at - .6, -.45), c);
            default -> {
                double h = figure == Figure.FOX ? 1.75 : 1.5;
                ink.fill(Cut.poly(at - .42, -.55, at - .16 - flick, -h, at + .34, -.75), c);
                ink.fill(
                        Cut.poly(at - .24, -.7, at - .13 - flick, -h + .34, at + .16, -.78),
                        figure == Figure.FOX ? 0x2e1c18 : 0xf0a8a0);
            }
        }
    }

    private void antlers(Ink ink) {
        for (int k = 0; k < 2; k++) {
            double x = k * .4 - .25;
            int c = k == 0 ? 0xe8d4b0 : 0xc8b088;
            ink.draw(Cut.line(x, -.8, x - .3, -1.7, x - .1, -2.6, x + .35, -3.2), .16, c)
                    .draw(Cut.line(x - .28, -1.7, x + .35, -2.2), .13, c)
                    .draw(Cut.line(x - .12, -2.4, x - .6, -3.0), .13, c);
        }
    }

    private void face(Ink ink, Moment now, double s) {
        double blink = Math.max(
                Curve.bump(.5, .04, Poses.frac(now.clock() / 3.1 + .3)),
                now.action() == Action.SLEEP || now.action() == Action.LAUGH ? 1 : 0);
        double lids = (1 - blink) * (now.emotion() == Emotion.SAD || now.emotion() == Emotion.CALM ? .75 : 1);
        boolean frontal = figure == Figure.CAT;
        double[] eyes = frontal ? new double[] {.08, .68} : new double[] {.32};
        double size = figure == Figure.DEER ? .2 : figure == Figure.BEAR ? .13 : .19;
        for (double ex : eyes) {
            double ey = figure == Figure.FOX ? -.12 : -.16;
            if (lids < .15) {
                ink.draw(Cut.line(ex - size, ey, ex, ey + size * .5, ex + size, ey), .07, 0x1a1018);
                continue;
            }
            ink.fill(Cut.oval(ex, ey, size, size * 1.12 * lids), figure == Figure.CAT ? 0x9ad060 : 0x2a1810);
            if (figure == Figure.CAT) {
                ink.fill(Cut.oval(ex, ey, size * .42, size * 1.0 * lids), 0x14101a);
            }
            ink.raw(Cut.disc(ex - size * .3, ey - size * .4, size * .32), 0xffffff, .95);
            ink.draw(
                    figure == Figure.CAT
                            ? Cut.line(
                                    ex - size, ey - size * .5, ex, ey - size * 1.12 * lids, ex + size, ey - size * .5)
                            : Cut.line(
                                    ex - size * 1.15,
                                    ey - size * .2,
                                    ex,
                                    ey - size * 1.15 * lids,
                                    ex + size * 1.15,
                                    ey - size * .3),
                    .07,
                    0x1a1018);
            if (now.emotion() == Emotion.ANGRY) {
                ink.draw(
                        Cut.line(ex - size, ey - size * 1.7, ex + size * 1.1, ey - size * 1.1),
                        .1,
                        Hue.darker(coat, .5));
            }
        }
        double nx = frontal ? .42 : figure == Figure.FOX ? 1 + s * .86 : figure == Figure.DEER ? 1.25 + s : .98 + s;
        double ny = frontal ? .2 : figure == Figure.FOX ? .3 : figure == Figure.DEER ? .38 : .02;
        ink.fill(Cut.oval(nx, ny, frontal ? .1 : .16, frontal ? .07 : .13), frontal ? 0xe08090 : 0x1c1216);
        boolean barks = now.action() == Action.SHOUT || now.action() == Action.SPEAK || now.action() == Action.SING;
        double open =
                Math.max(now.mouth(), barks ? Math.abs(Math.sin(now.t() * 8)) * .9 : figure == Figure.DOG ? .35 : 0);
        double mx = frontal ? .42 : nx - .42;
        double my = frontal ? .4 : figure == Figure.DEER ? .62 : .44;
        if (open > .08) {
            var m = Cut.blob(mx - .3, my, mx + .26, my - .04, mx + .16, my + .42 * open, mx - .14, my + .46 * open);
            ink.fill(m, 0x5a1428);
            ink.inside(m, () -> ink.fill(Cut.oval(mx, my + .42 * open, .2, .2 * open + .05), 0xff7a8c));
        } else if (frontal) {
            ink.draw(Cut.line(mx, my - .13, mx, my, mx - .13, my + .08, mx - .24, my + .02), .05, 0x3a2028)
                    .draw(Cut.line(mx, my, mx + .13, my + .08, mx + .24, my + .02), .05, 0x3a2028);
        } else {
            ink.draw(Cut.line(mx - .28, my, mx, my + .07, mx + .3, my - .08), .055, 0x3a2028);
        }
        if (figure == Figure.CAT || figure == Figure.FOX) {
            for (int i = -1; i <= 1; i++) {
                ink.draw(Cut.line(nx - .25, ny + .16 + i * .05, nx - .95, ny + .1 + i * .17), .02, 0xffffff, .7);
                if (frontal) {
                    ink.draw(Cut.line(nx + .22, ny + .16 + i * .05, nx + .85, ny + .1 + i * .17), .02, 0xffffff, .7);
                }
            }
        }
        if (now.action() == Action.CRY) {
            ink.raw(Cut.blob(eyes[0] - .07, .1, eyes[0] + .07, .1, eyes[0] + .1, .5, eyes[0] - .1, .5), 0xcfefff, .8);
        }
    }
}
