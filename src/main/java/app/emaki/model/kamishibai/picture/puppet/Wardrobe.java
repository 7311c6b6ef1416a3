package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.puppet.Bones.Chain;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Garment;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Clothes on bones. */
final class Wardrobe {

    private final Ink ink;
    private final Looks looks;
    private final Pose pose;
    private final Bones b;
    private final Moment now;
    private final Garment garment;
    private final int main;
    private final int second;
    private final int accent;
    private final double bulk;
    private final boolean fine;

    Wardrobe(Ink ink, Looks looks, Pose pose, Bones bones, Moment now) {
        this.ink = ink;
        this.looks = looks;
        this.pose = pose;
        this.now = now;
        b = bones;
        garment = looks.garment();
        main = looks.main();
        second = looks.second();
        accent = looks.accent();
        bulk = garment == Garment.SPACESUIT ? 1.55 : garment == Garment.ARMOUR ? 1.15 : looks.feminine() ? .92 : 1.1;
        fine = now.px() > 260;
    }

    private int cloth() {
        return garment == Garment.SPACESUIT ? 0xe9edf4 : garment == Garment.APRON ? second : main;
    }

    private int trousers() {
        return switch (garment) {
            case COAT, SCARF -> Hue.mix(0x22222e, main, .15);
            case SUIT -> Hue.darker(main, .12);
            case HOODIE -> 0x34456a;
            case ARMOUR -> Hue.darker(main, .5);
            case SPACESUIT -> 0xdfe4ee;
            case UNIFORM -> looks.feminine() ? looks.skin() : Hue.darker(main, .1);
            case APRON -> looks.feminine() ? looks.skin() : 0x2c2c3a;
            case DRESS -> looks.skin();
            case KIMONO -> Hue.darker(main, .35);
        };
    }

    private boolean skirted() {
        return garment == Garment.DRESS
                || garment == Garment.KIMONO
                || ((garment == Garment.UNIFORM || garment == Garment.APRON) && looks.feminine());
    }

    /** Coat tails, scarf ends and packs behind the body. */
    void behind() {
        if (garment == Garment.SPACESUIT) {
            double x = b.chestX - .1 * pose.turn();
            ink.across(Cut.card(x - .13, b.chestY + .0, .26, .27, .06), 0xc7cedb, 0x8f98ad);
        }
        if (garment == Garment.SCARF || (garment == Garment.COAT && Chance.at(looks.key(), 21) < .3)) {
            ribbon(b.chestX - .03, b.chestY - .005, .42, .05, 0);
            ribbon(b.chestX - .03, b.chestY + .012, .33, .042, 1);
        }
        if (garment == Garment.HOODIE) {
            ink.fade(
                    Cut.blob(
                            b.chestX - .085,
                            b.chestY - .03,
                            b.chestX,
                            b.chestY - .065,
                            b.chestX + .085,
                            b.chestY - .03,
                            b.chestX + .1,
                            b.chestY + .03,
                            b.chestX - .1,
                            b.chestY + .03),
                    Hue.darker(main, .2),
                    Hue.darker(main, .4));
        }
    }

    /** A tail of cloth that streams against the way the figure faces. */
    private void ribbon(double x, double y, double length, double wide, int which) {
        int n = 12;
        var v = new double[4 * n];
        double cx = x;
        double cy = y;
        double lift = Curve.clamp(.25 + Math.abs(now.sway()) * .8 + Math.abs(now.wind()) * .6, 0, 1);
        double ph = now.clock() * 3.4;
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            double w = wide * (.6 + .4 * Math.min(1, q * 3)) * (1 + .2 * Math.sin(ph - q * 6 + which));
            v[2 * i] = cx;
            v[2 * i + 1] = cy - w / 2;
            int j = 2 * n - 1 - i;
            v[2 * j] = cx - .004;
            v[2 * j + 1] = cy + w / 2;
            cx -= length / n * (.35 + .65 * lift);
            cy += length / n * (1 - lift) * .9 + Math.sin(ph - q * 6 + which * 1.3) * .012 * (.3 + q) * (.4 + lift);
        }
        ink.across(Cut.blob(v), Hue.darker(accent, .35), accent);
    }

    void leg(Chain leg, boolean near) {
        double r = .047 * bulk * (looks.feminine() && skirted() ? .82 : 1);
        int c = near ? trousers() : Hue.darker(trousers(), .22);
        boolean bare = trousers() == looks.skin();
        if (garment == Garment.KIMONO && looks.feminine()) {
            c = near ? Hue.mix(looks.skin(), 0xffffff, .2) : looks.skin();
        }
        ink.fill(Cut.limb(leg.x0(), leg.y0(), r * 1.25, leg.x1(), leg.y1(), r * .86), c);
        ink.fill(Cut.limb(leg.x1(), leg.y1(), r * .86, leg.x2(), leg.y2(), r * (bare ? .5 : .66)), c);
        if (bare && garment == Garment.UNIFORM) {
            ink.fill(
                    Cut.limb(leg.x(.62), leg.y(.62), r * .76, leg.x2(), leg.y2(), r * .56), near ? 0x22222e : 0x18181f);
        }
        foot(leg, near, r);
    }

    private void foot(Chain leg, boolean near, double r) {
        double a = Math.atan2(leg.y2() - leg.y1(), leg.x2() - leg.x1()) - Math.PI / 2;
        int shoe = garment == Garment.SPACESUIT
                ? 0xb9c0ce
                : garment == Garment.KIMONO ? 0xe9e2d4 : garment == Garment.HOODIE ? Hue.lighter(accent, .1) : 0x2a1c22;
        double l = .03 + .05 * Math.max(.35, pose.turn());
        double h = r * .7;
        ink.within(leg.x2(), leg.y2(), a * .8, 1, 1, () -> {
            ink.fill(
                    Cut.blob(
                            -h * .9, -h * .7, h * .7, -h * .8, l * .8, .001, l * 1.05, .02, l * .4, .024, -h * 1, .024),
                    near ? shoe : Hue.darker(shoe, .25));
            if (fine && garment == Garment.HOODIE) {
                ink.fill(Cut.box(-h, .015, l + h * .6, .009), 0xf6f2ea);
            }
        });
    }

    void torso() {
        double sw = looks.shoulders()
                * (1 - .36 * pose.turn())
                * (garment == Garment.SPACESUIT ? 1.25 : garment == Garment.ARMOUR ? 1.1 : 1);
        double waist = looks.shoulders()
                * (looks.feminine() ? .56 : .74)
                * (garment == Garment.SPACESUIT
                        ? 1.5
                        : garment == Garment.COAT || garment == Garment.HOODIE ? 1.16 : 1);
        double hips = looks.shoulders() * (looks.feminine() ? .72 : .7) * (garment == Garment.SPACESUIT ? 1.35 : 1);
        double T = looks.torso();
        if (skirted() || garment == Garment.COAT || garment == Garment.SCARF) {
            skirt();
        }
        ink.within(0, b.hipY, b.lean, 1, 1, () -> {
            var shape = Cut.blob(
                    -sw * .36, -T - .012, sw * .36, -T - .012, sw * .86, -T + .008, sw, -T + .05, sw * .9, -T + .12,
                    waist, -T * .42, hips, .012, 0, .04, -hips, .012, -waist, -T * .42, -sw * .9, -T + .12, -sw,
                    -T + .05, -sw * .86, -T + .008);
            ink.across(shape, Hue.lighter(cloth(), .08), Hue.darker(cloth(), .26));
            ink.inside(shape, () -> detail(sw, T));
        });
    }

    private void detail(double sw, double T) {
        double mid = sw * .3 * pose.yaw();
        ink.rawFade(Cut.box(-.3, -T - .03, .6, .09), ink.lit(0x1a0a2a), .34, ink.lit(0x1a0a2a), 0);
        switch (garment) {
            case KIMONO -> kimono(mid, T);
            case SUIT -> suit(mid, T);
            case UNIFORM -> uniform(mid, T);
            case ARMOUR -> armour(mid, T);
            case HOODIE -> {
                ink.fill(
                        Cut.poly(mid - .05, -T * .3, mid + .05, -T * .3, mid + .075, .02, mid - .075, .02),
                        Hue.darker(main, .14));
                ink.fill(Cut.box(-.2, -.012, .4, .06), Hue.darker(main, .3));
                ink.draw(Cut.line(mid - .022, -T + .03, mid - .026, -T + .12), .007, second);
                ink.draw(Cut.line(mid + .022, -T + .03, mid + .024, -T + .11), .007, second);
            }
            case COAT, SCARF -> {
                ink.draw(Cut.line(mid, -T, mid + .004, .05), .006, Hue.darker(main, .5));
                for (int i = 0; i < 3; i++) {
                    ink.fill(Cut.disc(mid + .024, -T * .72 + i * T * .3, .008), Hue.lighter(accent, .2));
                }
                ink.fill(Cut.poly(-.3, -T * .24, .3, -T * .2, .3, -T * .11, -.3, -T * .15), Hue.darker(main, .36));
            }
            case DRESS -> {
                ink.fill(
                        Cut.blob(
                                mid - .05,
                                -T - .03,
                                mid + .05,
                                -T - .03,
                                mid + .042,
                                -T + .028,
                                mid,
                                -T + .05,
                                mid - .042,
                                -T + .028),
                        Hue.mix(looks.skin(), 0x8a4a7a, .14));
                ink.fill(Cut.box(-.2, -T * .36, .4, .032), accent);
                if (fine) {
                    for (int i = 0; i < 40; i++) {
                        ink.fill(
                                Cut.disc(Chance.in(-.12, .12, i, 51), -T * Chance.at(i, 52), .006),
                                Hue.lighter(main, .5),
                                .7);
                    }
                }
            }
            case SPACESUIT -> {
                ink.fill(Cut.card(mid - .05, -T * .72, .1, .09, .02), 0x54627c);
                ink.raw(Cut.disc(mid - .025, -T * .66, .008), 0xff5a5a, 1);
                ink.raw(Cut.disc(mid, -T * .66, .008), 0x6affa0, 1);
                ink.raw(Cut.box(mid + .012, -T * .68, .026, .014), 0x6ad8ff, 1);
                ink.fill(Cut.box(-.3, -T * .22, .6, .02), accent);
            }
            case APRON -> {
                ink.fill(
                        Cut.poly(mid - .036, -T - .02, mid + .036, -T - .02, mid, -T + .035),
                        Hue.mix(looks.skin(), 0x8a4a7a, .14));
                ink.fill(
                        Cut.poly(
                                mid - .05,
                                -T + .05,
                                mid + .05,
                                -T + .05,
                                mid + .085,
                                -T * .36,
                                mid + .1,
                                .08,
                                mid - .1,
                                .08,
                                mid - .085,
                                -T * .36),
                        main);
                ink.fill(Cut.box(-.2, -T * .38, .4, .018), Hue.darker(main, .25));
            }
        }
    }

    private void kimono(double mid, double T) {
        if (fine) {
            for (int i = 0; i < 26; i++) {
                flower(Chance.in(-.13, .13, i, 61), -T * Chance.at(i, 62) * 1.05, .012 + .008 * Chance.at(i, 63));
            }
        }
        ink.fill(Cut.poly(mid - .062, -T - .02, mid - .02, -T - .02, mid + .075, -T * .3, mid + .02, -T * .3), second);
        ink.fill(
                Cut.poly(mid + .062, -T - .02, mid + .024, -T - .02, mid - .03, -T * .4, mid + .02, -T * .34),
                Hue.darker(second, .1));
        ink.fill(Cut.poly(mid - .02, -T - .02, mid + .024, -T - .02, mid + .003, -T + .06), looks.skin());
        ink.fade(Cut.box(-.2, -T * .46, .4, T * .32), accent, Hue.darker(accent, .3));
        ink.fill(Cut.box(-.2, -T * .33, .4, .016), Hue.lighter(second, .2));
    }

    private void flower(double x, double y, double r) {
        for (int i = 0; i < 5; i++) {
            double a = i * Math.PI * .4;
            ink.fill(
                    Cut.disc(x + Math.cos(a) * r * .6, y + Math.sin(a) * r * .6, r * .5), Hue.lighter(second, .2), .85);
        }
        ink.fill(Cut.disc(x, y, r * .34), accent);
    }

    private void suit(double mid, double T) {
        ink.fill(Cut.poly(mid - .045, -T - .02, mid + .045, -T - .02, mid + .005, -T * .42), 0xf6f3ee);
        ink.fill(
                Cut.poly(
                        mid - .012,
                        -T + .004,
                        mid + .012,
                        -T + .004,
                        mid + .018,
                        -T * .5,
                        mid,
                        -T * .4,
                        mid - .016,
                        -T * .5),
                accent);
        ink.fill(
                Cut.poly(mid - .05, -T - .02, mid - .092, -T + .06, mid - .055, -T + .085, mid - .002, -T * .36),
                Hue.lighter(main, .12));
        ink.fill(
                Cut.poly(mid + .05, -T - .02, mid + .092, -T + .06, mid + .055, -T + .085, mid + .004, -T * .36),
                Hue.darker(main, .12));
        ink.draw(Cut.line(mid + .002, -T * .36, mid + .006, .05), .005, Hue.darker(main, .5));
        ink.fill(Cut.disc(mid + .012, -T * .26, .007), Hue.darker(main, .6));
    }

    private void uniform(double mid, double T) {
        if (looks.feminine()) {
            ink.fill(Cut.box(-.3, -T - .05, .6, T), 0xf4f4fa);
            ink.across(Cut.box(-.3, -T * .12, .6, .1), main, Hue.darker(main, .3));
            ink.fill(
                    Cut.poly(
                            -.11,
                            -T - .02,
                            .11,
                            -T - .02,
                            .1,
                            -T + .07,
                            mid + .012,
                            -T * .52,
                            mid - .012,
                            -T * .52,
                            -.1,
                            -T + .07),
                    main);
            ink.draw(Cut.line(-.088, -T + .05, mid, -T * .6, .088, -T + .05), .006, 0xffffff);
            ink.fill(Cut.poly(mid - .03, -T - .02, mid + .03, -T - .02, mid, -T * .62), looks.skin());
            ink.fill(
                    Cut.blob(mid - .004, -T * .55, mid - .062, -T * .62, mid - .05, -T * .44, mid - .006, -T * .5),
                    accent);
            ink.fill(
                    Cut.blob(mid + .004, -T * .55, mid + .062, -T * .62, mid + .05, -T * .44, mid + .006, -T * .5),
                    Hue.darker(accent, .15));
            ink.fill(
                    Cut.poly(mid - .006, -T * .52, mid + .01, -T * .52, mid + .02, -T * .3, mid - .014, -T * .28),
                    accent);
        } else {
            ink.fill(Cut.box(-.3, -T - .05, .6, T + .1), Hue.mix(main, 0x15151f, .5));
            ink.draw(Cut.line(mid, -T, mid, .05), .005, 0x05050a);
            for (int i = 0; i < 5; i++) {
                ink.fill(Cut.disc(mid + .008, -T * .86 + i * T * .19, .008), 0xe8c050);
            }
            ink.fill(
                    Cut.poly(
                            mid - .045,
                            -T - .03,
                            mid + .045,
                            -T - .03,
                            mid + .04,
                            -T + .02,
                            mid,
                            -T + .04,
                            mid - .04,
                            -T + .02),
                    Hue.mix(main, 0x20202c, .4));
        }
    }

    private void armour(double mid, double T) {
        for (int i = 0; i < 7; i++) {
            double y = -T + .04 + i * T * .14;
            ink.fade(Cut.box(-.2, y, .4, T * .125), Hue.mix(main, 0x2a2a33, .35), Hue.darker(main, .6));
            for (int k = -8; k <= 8; k++) {
                ink.fill(Cut.box(k * .017 - .004 + mid * .3, y + T * .05, .008, T * .09), accent);
            }
        }
        ink.draw(Cut.line(-.09, -T + .01, mid, -T + .06, .09, -T + .01), .012, 0xd8b04a);
    }

    /** The lower part of a dress, kimono, skirt or coat, hung from the hips and driven by the legs. */
    private void skirt() {
        boolean coat = garment == Garment.COAT || garment == Garment.SCARF;
        double k = switch (garment) {
            case KIMONO -> .93;
            case DRESS -> .56;
            case COAT, SCARF -> .52;
            case APRON -> .5;
            default -> .38;
        };
        double flare = garment == Garment.KIMONO
                ? .045
                : garment == Garment.DRESS ? .09 : garment == Garment.UNIFORM ? .062 : .05;
        double hips = looks.shoulders() * .74 + .006;
        Shape s;
        double hem;
        if (pose.seat() > .5) {
            var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (var leg : new Chain[] {b.farLeg, b.nearLeg}) {
                p.append(Cut.limb(leg.x0(), leg.y0(), .068, leg.x1(), leg.y1(), .062), false);
                if (garment == Garment.KIMONO) {
                    p.append(Cut.limb(leg.x1(), leg.y1(), .062, leg.x(.9), leg.y(.9), .06), false);
                }
            }
            s = p;
            hem = b.hipY + .1;
        } else {
            double nx = b.nearLeg.x(k);
            double fx = b.farLeg.x(k);
            hem = Math.max(b.nearLeg.y(k), b.farLeg.y(k)) + .006;
            double push = -now.sway() * .05 - now.wind() * .03;
            double l = Math.min(nx, fx) - flare - .035 + push * (coat ? 1.4 : 1);
            double r = Math.max(nx, fx) + flare + .035 + push * .5;
            double wave = .008 * Math.sin(now.clock() * 3 + looks.key() % 7);
            var p = new Path2D.Double();
            p.moveTo(-hips, b.hipY - .03);
            p.curveTo(-hips * 1.1, b.hipY + .06, l * .8 - hips * .1, hem - .12, l, hem - .012 + wave);
            p.quadTo((l + r) / 2 + push * .4, hem + .028 - wave, r, hem - .012 - wave);
            p.curveTo(r * .8 + hips * .1, hem - .12, hips * 1.1, b.hipY + .06, hips, b.hipY - .03);
            p.closePath();
            s = p;
        }
        int c = garment == Garment.APRON ? Hue.darker(second, .1) : main;
        ink.across(s, Hue.lighter(c, .06), Hue.darker(c, .3));
        double low = hem;
        ink.inside(s, () -> folds(low, coat));
    }

    private void folds(double hem, boolean coat) {
        if (garment == Garment.UNIFORM || garment == Garment.DRESS) {
            for (int i = -4; i <= 4; i++) {
                double x = i * .03;
                ink.fill(
                        Cut.poly(x * .6, b.hipY - .02, x * 1.5 - .012, hem + .04, x * 1.5 + .006, hem + .04),
                        Hue.darker(main, .4),
                        .55);
            }
        }
        if (garment == Garment.DRESS && fine) {
            for (int i = 0; i < 40; i++) {
                ink.fill(
                        Cut.disc(Chance.in(-.2, .2, i, 53), Chance.in(b.hipY, hem, i, 54), .007),
                        Hue.lighter(main, .5),
                        .7);
            }
        }
        if (garment == Garment.KIMONO) {
            for (int i = 0; i < 16; i++) {
                flower(
                        Chance.in(-.15, .15, i, 64),
                        hem - .3 * Chance.at(i, 65) * Chance.at(i, 66),
                        .016 + .012 * Chance.at(i, 67));
            }
            ink.fill(Cut.poly(.01, b.hipY, .035, b.hipY, .075, hem + .05, .03, hem + .05), Hue.darker(main, .35), .8);
            ink.draw(new QuadCurve2D.Double(-.2, hem - .006, 0, hem + .03, .2, hem - .006), .02, second);
        }
        if (coat) {
            ink.fill(Cut.poly(.0, b.hipY, .014, b.hipY, .05, hem + .04, -.012, hem + .04), Hue.darker(main, .6), .9);
            ink.fill(Cut.poly(-.07, b.hipY, -.055, b.hipY, -.09, hem + .04, -.13, hem + .04), Hue.darker(main, .3), .5);
        }
        if (garment == Garment.APRON) {
            ink.fill(Cut.poly(-.075, b.hipY - .03, .075, b.hipY - .03, .11, hem - .03, -.11, hem - .03), main);
        }
    }

    /** Collars that lie over the neck. */
    void collar() {
        double x = b.chestX;
        double y = b.chestY;
        switch (garment) {
            case COAT -> {
                ink.fill(
                        Cut.blob(
                                x - .05, y - .026, x - .014, y + .02, x - .012, y + .07, x - .07, y + .04, x - .078,
                                y + .004),
                        Hue.lighter(main, .1));
                ink.fill(
                        Cut.blob(
                                x + .05, y - .026, x + .02, y + .02, x + .014, y + .07, x + .07, y + .04, x + .078,
                                y + .004),
                        Hue.darker(main, .2));
            }
            case HOODIE -> {
                ink.fill(
                        Cut.blob(
                                x - .07, y - .02, x - .03, y + .036, x, y + .06, x + .03, y + .036, x + .07, y - .02,
                                x + .08, y + .03, x, y + .09, x - .08, y + .03),
                        Hue.lighter(main, .06));
            }
            case SCARF -> wrap(x, y);
            case SPACESUIT -> {
                ink.across(Cut.oval(x, y + .012, .1, .036), 0x9aa4b8, 0x6a7488);
            }
            default -> {}
        }
    }

    private void wrap(double x, double y) {
        for (int i = 0; i < 3; i++) {
            double top = y + .028 - i * .02;
            double w = .078 - i * .006;
            var p = Cut.blob(
                    x - w,
                    top - .02,
                    x,
                    top + .008,
                    x + w,
                    top - .02,
                    x + w * 1.04,
                    top + .014,
                    x,
                    top + .042,
                    x - w * 1.04,
                    top + .014);
            int c = Hue.mix(Hue.darker(accent, .4), accent, i / 2.0);
            ink.across(p, Hue.lighter(c, .14), Hue.darker(c, .3));
            if (fine) {
                ink.draw(
                        Cut.line(x - w * .8, top + .004, x, top + .026, x + w * .8, top + .004),
                        .003,
                        Hue.darker(c, .5),
                        .6);
            }
        }
    }

    void arm(Chain arm, boolean near) {
        double r = .031 * bulk;
        boolean shortSleeve = garment == Garment.DRESS || garment == Garment.APRON;
        int sleeve = garment == Garment.UNIFORM && looks.feminine()
                ? 0xf4f4fa
                : garment == Garment.UNIFORM ? Hue.mix(main, 0x15151f, .5) : cloth();
        sleeve = near ? Hue.lighter(sleeve, .03) : Hue.darker(sleeve, .2);
        int skin = near ? looks.skin() : Hue.mix(looks.skin(), 0x7a4a80, .2);
        int lower = shortSleeve ? skin : sleeve;
        if (near && fine) {
            ink.raw(
                    Cut.moved(Cut.limb(arm.x0(), arm.y0(), r * 1.2, arm.x1(), arm.y1(), r), .012, .012),
                    ink.lit(0x0a0418),
                    .22);
        }
        if (garment == Garment.KIMONO) {
            hanging(arm, sleeve);
        }
        ink.fill(
                Cut.limb(
                        arm.x1(),
                        arm.y1(),
                        shortSleeve ? r * .7 : r * .92,
                        arm.x(.97),
                        arm.y(.97),
                        shortSleeve ? r * .52 : r * .74),
                lower);
        if (shortSleeve) {
            ink.fill(Cut.limb(arm.x0(), arm.y0(), r, arm.x1(), arm.y1(), r * .7), skin);
            ink.fill(Cut.limb(arm.x0(), arm.y0(), r * 1.18, arm.x(.25), arm.y(.25), r * 1.12), sleeve);
        } else {
            ink.across(
                    Cut.limb(arm.x0(), arm.y0(), r * 1.16, arm.x1(), arm.y1(), r * .92),
                    Hue.lighter(sleeve, .05),
                    Hue.darker(sleeve, .18));
            if (fine) {
                ink.fill(
                        Cut.limb(arm.x(.93), arm.y(.93), r * .78, arm.x(.97), arm.y(.97), r * .78),
                        garment == Garment.SUIT
                                ? 0xf6f3ee
                                : garment == Garment.UNIFORM && looks.feminine() ? main : Hue.darker(sleeve, .3));
            }
        }
        if (garment == Garment.ARMOUR) {
            for (int i = 0; i < 3; i++) {
                ink.fill(
                        Cut.limb(
                                arm.x(i * .1),
                                arm.y(i * .1),
                                r * 1.7 - i * .004,
                                arm.x(i * .1 + .06),
                                arm.y(i * .1 + .06),
                                r * 1.6 - i * .004),
                        i % 2 == 0 ? Hue.mix(main, 0x2a2a33, .3) : accent);
            }
        }
        hand(arm, skin, r);
    }

    private void hand(Chain arm, int skin, double r) {
        int c = garment == Garment.SPACESUIT ? 0xaab3c4 : skin;
        ink.within(arm.x2(), arm.y2(), arm.angle(), 1, 1, () -> {
            ink.fill(
                    Cut.blob(
                            -r * .6, -r * .55, r * .3, -r * .72, r * 1.1, -r * .4, r * 1.2, r * .2, r * .4, r * .7,
                            -r * .6, r * .5),
                    c);
            ink.fill(Cut.limb(r * .1, -r * .5, r * .26, r * .7, -r * .85, r * .2), Hue.darker(c, .06));
        });
    }

    /** The wide sleeve of a kimono. */
    private void hanging(Chain arm, int sleeve) {
        double drop = .13;
        double s = now.sway() * -.04 + .006 * Math.sin(now.clock() * 2.6);
        var p = Cut.poly(
                arm.x(.42),
                arm.y(.42) - .01,
                arm.x(.93),
                arm.y(.93) - .022,
                arm.x(.95) + s,
                arm.y(.95) + .02,
                arm.x(.93) + s * 1.6,
                arm.y(.93) + drop,
                arm.x(.62) + s * 1.6,
                arm.y(.62) + drop * 1.1,
                arm.x(.4),
                arm.y(.4) + .03);
        ink.fade(p, sleeve, Hue.darker(sleeve, .22));
        if (fine) {
            ink.inside(p, () -> {
                for (int i = 0; i < 5; i++) {
                    flower(arm.x(.6 + .08 * i) + s, arm.y(.7) + drop * Chance.at(i, 71), .014);
                }
            });
            ink.draw(Cut.line(arm.x(.95), arm.y(.95) + .01, arm.x(.93) + s * 1.6, arm.y(.93) + drop), .008, accent);
        }
    }

    /** What lies over everything else. */
    void over() {
        if (garment == Garment.ARMOUR) {
            ink.within(0, b.hipY, b.lean * .5, 1, 1, () -> {
                for (int i = -1; i <= 1; i++) {
                    double x = i * .07 * (1 - .3 * pose.turn());
                    for (int k = 0; k < 4; k++) {
                        ink.fade(
                                Cut.poly(
                                        x - .036,
                                        -.01 + k * .034,
                                        x + .036,
                                        -.01 + k * .034,
                                        x + .042,
                                        .03 + k * .034,
                                        x - .042,
                                        .03 + k * .034),
                                Hue.mix(main, 0x2a2a33, .35),
                                Hue.darker(main, .6));
                        ink.fill(Cut.box(x - .036, .02 + k * .034, .072, .006), accent);
                    }
                }
                ink.fill(Cut.box(-.1, -.035, .2, .028), accent);
            });
        }
    }

    /** Helmets, in units of half the face's width. */
    void helmet(double px) {
        if (garment == Garment.ARMOUR) {
            ink.fill(Cut.poly(-1.5, -.7, -1.35, .75, -.95, .7, -1, -.5), Hue.darker(main, .5));
            ink.fill(Cut.poly(1.5, -.7, 1.35, .75, .95, .7, 1, -.5), Hue.darker(main, .55));
            ink.across(
                    Cut.blob(
                            -1.3, -.5, -1.2, -1.4, -.6, -1.95, 0, -2.05, .6, -1.95, 1.2, -1.4, 1.3, -.5, .6, -.75, 0,
                            -.8, -.6, -.75),
                    Hue.mix(main, 0x3a3a46, .5),
                    Hue.darker(main, .6));
            ink.fill(
                    Cut.blob(-1.5, -.45, -.8, -.85, 0, -.98, .8, -.85, 1.5, -.45, .8, -.62, 0, -.7, -.8, -.62),
                    Hue.mix(main, 0x15151c, .6));
            for (int side = -1; side <= 1; side += 2) {
                ink.fill(
                        Cut.blob(
                                side * .1,
                                -1.05,
                                side * .5,
                                -1.5,
                                side * 1,
                                -2.5,
                                side * .95,
                                -2.75,
                                side * .5,
                                -2.05,
                                side * .05,
                                -1.35),
                        0xe8c050);
            }
            ink.fill(Cut.disc(0, -1.15, .22), 0xf2d570);
            return;
        }
        var glass = Cut.oval(0, -.3, 1.55, 1.62);
        ink.raw(glass, 0xbfe4ff, .16);
        ink.draw(glass, .17, 0xe9edf4);
        ink.draw(Cut.oval(0, -.3, 1.46, 1.53), .03, 0x7a86a0, .8);
        ink.raw(Cut.blob(-1.1, -1.2, -.5, -1.65, -.2, -1.6, -.9, -.9, -1.15, -.2, -1.25, -.5), 0xffffff, .6);
        ink.raw(Cut.blob(.85, .55, 1.15, .1, 1.18, .35, .9, .75), 0xffffff, .35);
        ink.fill(Cut.card(-1.78, -.6, .34, .7, .12), 0xb9c2d2).fill(Cut.card(1.44, -.6, .34, .7, .12), 0x9aa4b8);
    }

    void hat() {
        ink.fill(
                Cut.blob(-1.75, -1.1, -1, -1.32, 0, -1.38, 1, -1.32, 1.75, -1.1, 1, -.94, 0, -.88, -1, -.94),
                Hue.mix(accent, 0xd9b06a, .6));
        ink.fade(
                Cut.blob(-1.08, -1.2, -1, -1.9, -.5, -2.25, .5, -2.25, 1, -1.9, 1.08, -1.2, 0, -1.08),
                Hue.mix(accent, 0xe9c88a, .6),
                Hue.mix(accent, 0xb08a4a, .6));
        ink.fill(Cut.blob(-1.08, -1.25, 0, -1.14, 1.08, -1.25, 1.08, -1.5, 0, -1.38, -1.08, -1.5), accent);
    }
}
