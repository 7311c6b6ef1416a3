package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Garment;
import app.emaki.model.kamishibai.plan.StoryPlan.Hair;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;

/** A person from above: a crown of hair over a pair of shoulders, arms and feet that swing out before and behind. */
final class PersonAbove implements Topside {
    private final Looks looks;
    private final List<Prop> props;
    private final Puppet side;

    PersonAbove(Looks looks, List<Prop> props, Puppet side) {
        this.looks = looks;
        this.props = props;
        this.side = side;
    }

    @Override
    public boolean flat(Moment now) {
        return switch (now.action()) {
            case SLEEP, FALL, SWIM, FLY -> true;
            default -> has(Prop.BOAT) || has(Prop.CAR);
        };
    }

    private boolean has(Prop prop) {
        return props.contains(prop);
    }

    @Override
    public void draw(Ink ink, Moment now) {
        var a = now.action();
        if (a == Action.SLEEP || a == Action.FALL) {
            flat(ink, now, a == Action.FALL ? .4 * now.t() : -.5, Action.STAND);
            return;
        }
        if (a == Action.SWIM || a == Action.FLY) {
            flat(ink, now, Math.PI / 2 - 1.3, a);
            return;
        }
        double spin = switch (a) {
            case DANCE -> .8 * Math.sin(now.t() * 2.2);
            case TURN -> Math.min(2.4, now.t() * 1.6);
            default -> 0;
        };
        ink.within(0, 0, spin, 1, 1, () -> body(ink, now));
    }

    private void flat(Ink ink, Moment now, double turn, Action action) {
        var still = new Moment(
                action,
                now.t(),
                action,
                now.t(),
                1,
                now.emotion(),
                now.mouth(),
                now.sway(),
                now.wind(),
                now.px(),
                now.clock(),
                false);
        ink.within(0, 0, turn, 1, 1, () -> ink.within(0, .5, 0, 1, 1, () -> side.draw(ink, still)));
    }

    private void body(Ink ink, Moment now) {
        var a = now.action();
        boolean rides = a == Action.RIDE;
        double pace = a == Action.RUN ? 9.6 : a == Action.WALK ? 6.2 : a == Action.DANCE ? 4.4 : 0;
        double swing = pace > 0 ? Math.sin(now.t() * pace) * (a == Action.RUN ? .3 : .2) : 0;
        under(ink, now, rides);
        boolean sits = a == Action.SIT || a == Action.READ || a == Action.EAT || a == Action.DRINK;
        for (int s = -1; s <= 1; s += 2) {
            double reach = sits ? .2 : s * swing;
            ink.fill(Cut.limb(0, s * .07, .05, reach, s * .075, .045), Hue.darker(looks.main(), .35));
            ink.fill(Cut.oval(reach + .045, s * .075, .075, .04), 0x2a2028);
        }
        skirt(ink);
        arms(ink, now, swing);
        int cloth = looks.garment() == Garment.SPACESUIT ? 0xeef1f6 : looks.main();
        var shoulders = Cut.blob(-.1, 0, -.08, -.19, .02, -.235, .09, -.15, .1, 0, .09, .15, .02, .235, -.08, .19);
        ink.across(shoulders, Hue.darker(cloth, .16), Hue.lighter(cloth, .18));
        if (looks.garment() == Garment.SUIT
                || looks.garment() == Garment.UNIFORM
                || looks.garment() == Garment.KIMONO) {
            ink.fill(Cut.poly(.02, -.07, .11, 0, .02, .07), 0xfff6ea);
        }
        head(ink, now);
        if (has(Prop.UMBRELLA)) {
            umbrella(ink, now);
        }
    }

    /** What they sit in or stand on. */
    private void under(Ink ink, Moment now, boolean rides) {
        int c = looks.accent();
        if (has(Prop.BOAT)) {
            ink.fade(
                    Cut.blob(-1, 0, -.86, -.34, -.2, -.46, .5, -.4, 1.1, 0, .5, .4, -.2, .46, -.86, .34),
                    0x9a683c,
                    0x6a4024);
            ink.fill(
                    Cut.blob(-.88, 0, -.76, -.26, -.2, -.36, .44, -.32, .94, 0, .44, .32, -.2, .36, -.76, .26),
                    0x5a3822);
            for (double x : new double[] {-.5, .42}) {
                ink.fill(Cut.box(x, -.34, .14, .68), 0xb0804c);
            }
            double oar = .5 * Math.sin(now.t() * 2.6);
            for (int s = -1; s <= 1; s += 2) {
                ink.draw(Cut.line(.1, s * .2, .1 - oar * .4, s * .6, .05 - oar, s * 1.05), .035, 0xd8b080);
                ink.fill(Cut.oval(.04 - oar, s * 1.08, .06, .13), 0xe8c898);
            }
        } else if (has(Prop.CAR)) {
            ink.across(Cut.card(-1.1, -.5, 2.3, 1, .5), Hue.darker(c, .14), Hue.lighter(c, .16));
            ink.fill(Cut.card(-.55, -.4, 1.0, .8, .25), 0x2a2430);
            ink.fill(Cut.poly(.46, -.4, .66, -.34, .66, .34, .46, .4), 0xa8d4ea);
            ink.raw(Cut.oval(1.14, -.34, .06, .09), 0xfff4cc, 1).raw(Cut.oval(1.14, .34, .06, .09), 0xfff4cc, 1);
        } else if (has(Prop.BICYCLE) || has(Prop.MOTORCYCLE) || (rides && !now.carried() && !has(Prop.SKATEBOARD))) {
            ink.draw(Cut.line(-.55, 0, .5, 0), .05, c);
            ink.fill(Cut.card(-.72, -.025, .4, .05, .05), 0x1a1820).fill(Cut.card(.3, -.025, .4, .05, .05), 0x1a1820);
            ink.draw(Cut.line(.3, -.22, .36, 0, .3, .22), .04, 0x2a2430);
        } else if (has(Prop.SKATEBOARD)) {
            ink.fade(Cut.card(-.42, -.11, .84, .22, .2), Hue.lighter(c, .2), Hue.darker(c, .1));
        }
    }

    private void skirt(Ink ink) {
        double r = switch (looks.garment()) {
            case DRESS -> .25;
            case KIMONO, COAT -> .2;
            case UNIFORM -> looks.feminine() ? .23 : 0;
            default -> 0;
        };
        if (r > 0) {
            ink.fade(Cut.star(-.01, 0, r, r * .9, 14, 0), Hue.lighter(looks.main(), .06), Hue.darker(looks.main(), .2));
        }
    }

    private void arms(Ink ink, Moment now, double swing) {
        var a = now.action();
        double t = now.t();
        boolean both = switch (a) {
            case READ, EAT, DRINK, PLAY, RIDE, FIGHT, CRY, LAUGH -> true;
            default -> false;
        };
        int sleeve = looks.garment() == Garment.SPACESUIT ? 0xe2e6ee : Hue.darker(looks.main(), .08);
        for (int s = -1; s <= 1; s += 2) {
            double x = -s * swing * .9;
            double y = s * .26;
            if (both) {
                x = .26 + .03 * Math.sin(t * 6 + s);
                y = s * .1;
            } else if (a == Action.DANCE || a == Action.SING || a == Action.SHOUT || a == Action.JUMP) {
                x = .12 * Math.sin(t * 4.4 + s);
                y = s * .46;
            } else if (a == Action.WAVE && s < 0) {
                x = .16 + .1 * Math.sin(t * 9);
                y = -.46;
            } else if (a == Action.DRAW_SWORD && s > 0) {
                x = .36;
                y = .12;
            }
            ink.fill(Cut.limb(0, s * .19, .058, x, y, .046), sleeve);
            ink.fill(Cut.disc(x + .02, y, .046), looks.garment() == Garment.SPACESUIT ? 0xd8dce4 : looks.skin());
        }
        if (a == Action.READ || has(Prop.BOOK)) {
            ink.fill(Cut.box(.24, -.14, .2, .28), 0xfffaf0).draw(Cut.line(.24, 0, .44, 0), .014, 0xa89888);
        }
        if (has(Prop.KATANA)) {
            boolean drawn = a == Action.FIGHT || a == Action.DRAW_SWORD;
            double turn = a == Action.FIGHT ? -.9 + 1.8 * Poses.frac(t / 1.15) : .1;
            ink.within(drawn ? .34 : -.1, drawn ? .05 : .2, drawn ? turn : Math.PI - .3, 1, 1, () -> {
                ink.draw(Cut.line(0, 0, .32, .01, .64, 0), .035, drawn ? 0xe4eeff : 0x241338);
                ink.fill(Cut.oval(0, 0, .02, .05), 0xe0b060);
            });
        }
        if (has(Prop.BALL) || (a == Action.PLAY && Belongings.played(props) == null)) {
            new Things(ink, now).ball(.5 + .12 * Math.sin(t * 5), .06, .1, looks.accent(), t * 3);
        }
        if (has(Prop.GUITAR)) {
            ink.within(.16, .06, -.9, .42, .42, () -> new Things(ink, now).guitar(0, 0, 1, 0, 0xc07a34));
        }
        if (has(Prop.FLOWER)) {
            ink.fill(Cut.star(.32, .2, .11, .06, 8, 0), looks.accent()).fill(Cut.disc(.32, .2, .035), 0xffd166);
        }
        if (has(Prop.LANTERN)) {
            ink.glow(.36, .22, .5, 0xff9a4a, .5);
            ink.raw(Cut.disc(.36, .22, .09), 0xffd088, 1).rawLine(Cut.disc(.36, .22, .09), .015, 0x9a3414, .8);
        }
        if (has(Prop.BALLOON)) {
            ink.draw(Cut.line(.2, -.2, .34, -.3, .42, -.34), .012, 0xf2ead8);
            ink.fade(Cut.disc(.44, -.38, .19), Hue.lighter(looks.accent(), .3), looks.accent());
            ink.raw(Cut.oval(.38, -.44, .05, .035), 0xffffff, .7);
        }
    }

    private void head(Ink ink, Moment now) {
        double r = .135;
        int hair = looks.hair() == Hair.BALD ? looks.skin() : looks.hairColour();
        if (looks.garment() == Garment.SPACESUIT) {
            ink.fade(Cut.disc(.02, 0, .17), 0xffffff, 0xcfd6e2);
            ink.fill(Cut.blob(.06, -.13, .17, -.08, .19, 0, .17, .08, .06, .13), 0x3a5a8a);
            return;
        }
        double sway = .03 * now.sway();
        switch (looks.hair()) {
            case LONG ->
                ink.fill(
                        Cut.blob(
                                0,
                                -.13,
                                -.16,
                                -.13,
                                -.3,
                                -.07 + sway,
                                -.34,
                                .02 + sway,
                                -.28,
                                .09 + sway,
                                -.14,
                                .13,
                                0,
                                .13),
                        Hue.darker(hair, .1));
            case PONYTAIL ->
                ink.fill(
                        Cut.blob(-.1, -.04, -.24, -.05 + sway, -.38, sway, -.24, .06 + sway, -.1, .04),
                        Hue.darker(hair, .1));
            case BUN -> ink.fill(Cut.disc(-.14, 0, .075), Hue.lighter(hair, .08));
            default -> {}
        }
        boolean up = now.action() == Action.LOOK_UP;
        ink.fill(Cut.oval(.07, 0, .1, .105), looks.skin());
        ink.fill(Cut.blob(.15, -.02, .185, 0, .15, .02), looks.skin());
        ink.fade(Cut.oval(up ? -.045 : 0, 0, r * (up ? .9 : 1), r), Hue.lighter(hair, .16), Hue.darker(hair, .12));
        ink.draw(Cut.line(up ? .04 : .11, 0, 0, .015, -.1, 0), .012, Hue.lighter(hair, .3), .8);
        ink.raw(Cut.blob(-.06, -.09, .04, -.1, .07, -.05, 0, -.05), 0xffffff, .16);
        if (up) {
            for (int s = -1; s <= 1; s += 2) {
                ink.fill(Cut.oval(.085, s * .045, .02, .016), 0x1c1626);
            }
            ink.draw(Cut.line(.13, -.025, .142, 0, .13, .025), .012, 0xb04a50);
        }
        if (has(Prop.HAT) || looks.garment() == Garment.ARMOUR) {
            int c = looks.garment() == Garment.ARMOUR ? 0x3a4050 : 0xe2c080;
            ink.fade(Cut.disc(0, 0, .24), Hue.lighter(c, .14), Hue.darker(c, .14));
            ink.draw(Cut.disc(0, 0, .2), .012, Hue.darker(c, .25))
                    .fill(Cut.disc(0, 0, .12), Hue.lighter(c, .1))
                    .draw(Cut.disc(0, 0, .125), .03, looks.accent());
        }
    }

    private void umbrella(Ink ink, Moment now) {
        double r = .46;
        int c = looks.accent();
        ink.raw(Cut.disc(.06, .05, r * 1.02), ink.lit(0x0a0620), .25);
        int n = 8;
        double turn = .1 * Math.sin(now.clock() * .8);
        for (int i = 0; i < n; i++) {
            double a = turn + i * 2 * Math.PI / n;
            double b = turn + (i + 1) * 2 * Math.PI / n;
            double m = (a + b) / 2;
            ink.fill(
                    Cut.poly(
                            0,
                            0,
                            Math.cos(a) * r,
                            Math.sin(a) * r,
                            Math.cos(m) * r * .93,
                            Math.sin(m) * r * .93,
                            Math.cos(b) * r,
                            Math.sin(b) * r),
                    i % 2 == 0 ? Hue.lighter(c, .16) : Hue.darker(c, .06));
        }
        for (int i = 0; i < n; i++) {
            double a = turn + i * 2 * Math.PI / n;
            ink.draw(
                    Cut.line(0, 0, Math.cos(a) * r * .5, Math.sin(a) * r * .5, Math.cos(a) * r, Math.sin(a) * r),
                    .01,
                    Hue.darker(c, .35));
        }
        ink.fill(Cut.disc(0, 0, .03), 0xf6efe2);
    }
}
