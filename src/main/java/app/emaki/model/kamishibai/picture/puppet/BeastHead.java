package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.puppet.Breed.Muzzle;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;

/** The head of a beast: skull, ears, horns and what its face says. Drawn in its own radius. */
final class BeastHead {
    private final Breed kind;
    private final Fur fur;

    BeastHead(Breed kind, Fur fur) {
        this.kind = kind;
        this.fur = fur;
    }

    void draw(Ink ink, Moment now, double x, double y, double nod) {
        double r = kind.head();
        ink.within(x, y, nod, r, r, () -> {
            if (kind.figure() == Figure.DEER) {
                antlers(ink);
            } else if (kind.figure() == Figure.COW) {
                horns(ink);
            } else if (kind.figure() == Figure.LION) {
                mane(ink);
            }
            ears(ink, now, true);
            double s = kind.snout() / kind.head();
            var skull = switch (kind.muzzle()) {
                case POINTED ->
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
                case FRONTAL ->
                    Cut.blob(-.95, -.1, -.7, -.75, 0, -.92, .7, -.75, 1, -.1, .9, .45, .3, .8, -.3, .8, -.9, .45);
                case LONG -> Cut.blob(-.7, -.5, 0, -.95, .7, -.6, 1.3 + s, .3, 1.3 + s, .62, .8, .8, 0, .72, -.6, .4);
                case TRUNK -> Cut.blob(-1, -.2, -.7, -.9, .1, -1.05, .8, -.7, 1, 0, .85, .6, .3, .85, -.5, .8, -1, .4);
                case DISC ->
                    Cut.blob(-1, -.1, -.7, -.8, 0, -.95, .7, -.6, 1.1, -.1, 1.12, .5, .6, .8, -.3, .85, -.95, .5);
                case BLUNT ->
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
            ink.fade(skull, Hue.lighter(fur.coat(), .14), Hue.darker(fur.coat(), .1));
            ink.inside(skull, () -> {
                BeastMarks.face(ink, kind, fur, s);
            });
            face(ink, now, s);
            ears(ink, now, false);
        });
    }

    private void ears(Ink ink, Moment now, boolean far) {
        double flick = .12 * Curve.bump(.5, .06, Poses.frac(now.clock() / 2.3));
        int c = far ? Hue.darker(fur.coat(), .28) : fur.coat();
        double at = far ? .38 : -.32;
        int inner = kind.figure() == Figure.FOX ? 0x2e1c18 : 0xf0a8a0;
        switch (kind.ears()) {
            case HANGING ->
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
                        far ? c : Hue.darker(fur.coat(), .25));
            case ROUND -> {
                int ear = kind.figure() == Figure.PANDA ? 0x25222b : c;
                double wide = kind.figure() == Figure.MONKEY ? 1.5 : 1;
                double ex = at * (kind.muzzle() == Muzzle.FRONTAL ? (far ? 1.9 : 2) * (wide > 1 ? 1.5 : 1) : 1);
                double ey = wide > 1 ? -.15 : -.82;
                ink.fill(Cut.disc(ex, ey, .3), ear).fill(Cut.disc(ex, ey + .02, .16), Hue.mix(ear, 0xd89a78, .5));
            }
            case LEAF -> ink.fill(Cut.blob(at - .1, -.6, at - .75, -1.0 + flick, at - .95, -.85, at - .6, -.45), c);
            case LONG -> {
                ink.fill(
                        Cut.blob(
                                at - .22,
                                -.7,
                                at - .42 - flick,
                                -1.7,
                                at - .22 - flick,
                                -2.45,
                                at + .1,
                                -1.7,
                                at + .2,
                                -.75),
                        c);
                ink.fill(
                        Cut.blob(at - .1, -.9, at - .28 - flick, -1.7, at - .2 - flick, -2.2, at, -1.7, at + .08, -.9),
                        inner);
            }
            case LARGE -> ink.fill(Cut.disc(at * 1.6, -.85, .55), c).fill(Cut.disc(at * 1.6, -.83, .36), inner);
            case FAN -> {
                if (!far) {
                    var ear = Cut.blob(
                            -.2, -.75, -.9, -1.15, -1.6 - flick, -.7, -1.65 - flick, .1, -1.2, .85, -.6, .7, -.3, .2);
                    ink.fade(ear, Hue.lighter(c, .1), Hue.darker(c, .18));
                    ink.draw(ear, .06, Hue.darker(c, .3), .7);
                }
            }
            case POINTED -> {
                double h = kind.figure() == Figure.FOX ? 1.75 : kind.figure() == Figure.PIG ? 1.2 : 1.5;
                ink.fill(Cut.poly(at - .42, -.55, at - .16 - flick, -h, at + .34, -.75), c);
                ink.fill(Cut.poly(at - .24, -.7, at - .13 - flick, -h + .34, at + .16, -.78), inner);
            }
        }
    }

    private void horns(Ink ink) {
        ink.fill(Cut.blob(-.2, -.8, -.35, -1.3, .05, -1.7, -.05, -1.2, .1, -.85), 0xeadfc8)
                .fill(Cut.blob(.3, -.8, .3, -1.3, .75, -1.6, .6, -1.1, .5, -.8), 0xd8caae);
    }

    /** The mane of a lion stands around the face like the rays of a sun. */
    private void mane(Ink ink) {
        int c = BeastMarks.hair(fur);
        for (int ring = 0; ring < 2; ring++) {
            double r = ring == 0 ? 1.95 : 1.6;
            ink.fill(
                    Cut.star(-.1, .05, r, r * .78, 15, ring * .2),
                    ring == 0 ? Hue.darker(c, .15) : Hue.lighter(c, .12));
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
        boolean frontal = kind.muzzle() == Muzzle.FRONTAL;
        boolean feline = kind.figure() == Figure.CAT || kind.figure() == Figure.TIGER || kind.figure() == Figure.LION;
        double[] eyes = frontal ? new double[] {.08, .68} : new double[] {.32};
        double size = kind.muzzle() == Muzzle.LONG
                ? .2
                : kind.figure() == Figure.BEAR || kind.figure() == Figure.ELEPHANT ? .13 : .19;
        for (double ex : eyes) {
            double ey = kind.muzzle() == Muzzle.POINTED ? -.12 : -.16;
            if (lids < .15) {
                ink.draw(Cut.line(ex - size, ey, ex, ey + size * .5, ex + size, ey), .07, 0x1a1018);
                continue;
            }
            ink.fill(
                    Cut.oval(ex, ey, size, size * 1.12 * lids),
                    kind.figure() == Figure.CAT ? 0x9ad060 : feline ? 0xf0c040 : 0x2a1810);
            if (feline) {
                ink.fill(Cut.oval(ex, ey, size * .42, size * 1.0 * lids), 0x14101a);
            }
            ink.raw(Cut.disc(ex - size * .3, ey - size * .4, size * .32), 0xffffff, .95);
            ink.draw(
                    feline
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
                        Hue.darker(fur.coat(), .5));
            }
        }
        double nx = switch (kind.muzzle()) {
            case FRONTAL -> .42;
            case POINTED -> 1 + s * .86;
            case LONG -> 1.25 + s;
            default -> .98 + s;
        };
        double ny = switch (kind.muzzle()) {
            case FRONTAL -> .2;
            case POINTED -> .3;
            case LONG -> .38;
            default -> .02;
        };
        if (kind.muzzle() == Muzzle.TRUNK) {
            trunk(ink, now);
            return;
        }
        if (kind.muzzle() == Muzzle.DISC) {
            disc(ink);
        } else {
            boolean pink = kind.figure() == Figure.CAT || kind.figure() == Figure.RABBIT;
            ink.fill(Cut.oval(nx, ny, frontal ? .12 : .16, frontal ? .08 : .13), pink ? 0xe08090 : 0x1c1216);
        }
        boolean barks = now.action() == Action.SHOUT || now.action() == Action.SPEAK || now.action() == Action.SING;
        double open = Math.max(
                now.mouth(), barks ? Math.abs(Math.sin(now.t() * 8)) * .9 : kind.figure() == Figure.DOG ? .35 : 0);
        double mx = frontal ? .42 : nx - .42;
        double my = frontal ? .4 : kind.muzzle() == Muzzle.LONG ? .62 : .44;
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
        if (feline || kind.figure() == Figure.FOX || kind.figure() == Figure.RABBIT || kind.figure() == Figure.MOUSE) {
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

    private void trunk(Ink ink, Moment now) {
        double t = now.clock();
        boolean up = switch (now.action()) {
            case WAVE, SHOUT, SING, DANCE, PLAY, LAUGH -> true;
            default -> false;
        };
        int n = 9;
        var x = new double[n];
        var y = new double[n];
        var r = new double[n];
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            x[i] = .72 + .55 * Math.sin(q * 1.6) + .16 * Math.sin(t * 2 - q * 3) * q + (up ? .5 * q : 0);
            y[i] = up ? .15 + .5 * Math.sin(q * 2.4) - 2.1 * q * q : .15 + 2.3 * q - .2 * q * q;
            r[i] = .36 * (1 - q) + .13;
        }
        ink.fill(Cut.blob(.55, .5, .9, .5, 1.45, 1.0, 1.75, 1.0, 1.3, .65), 0xf8f0dc);
        var cut = Cut.strand(x, y, r);
        ink.fade(cut, Hue.lighter(fur.coat(), .08), Hue.darker(fur.coat(), .12));
        ink.inside(cut, () -> {
            for (int i = 1; i < n; i++) {
                ink.draw(Cut.line(x[i] - r[i], y[i], x[i] + r[i], y[i] + .04), .04, Hue.darker(fur.coat(), .3), .6);
            }
        });
    }

    private void disc(Ink ink) {
        ink.fill(Cut.oval(1.15, .2, .28, .34), Hue.darker(fur.coat(), .14));
        ink.fill(Cut.oval(1.1, .16, .06, .1), 0x8a4a50).fill(Cut.oval(1.24, .18, .05, .1), 0x8a4a50);
    }
}
