package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;

/** Birds and everything that swims, from above. */
final class CreatureAbove implements Topside {
    private final Figure figure;
    private final int main;
    private final int second;
    private final int accent;
    private final int member;
    private final Role role;

    CreatureAbove(Role role, int member) {
        this.role = role;
        this.member = member;
        figure = role.figure();
        main = role.colours().isEmpty() ? 0x5e8db4 : role.colours().getFirst();
        second = role.colours().size() > 1 ? role.colours().get(1) : 0xf4eee2;
        accent = role.colours().size() > 2 ? role.colours().get(2) : 0xf0a030;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock() + member * .7;
        switch (figure) {
            case BIRD -> bird(ink, t);
            case PENGUIN -> penguin(ink, t);
            case BUTTERFLY -> ink.within(0, 0, Math.PI / 2, .8, .8, () -> new Butterfly(role, member).draw(ink, now));
            case TURTLE -> turtle(ink, t);
            case JELLYFISH -> rays(ink, t, 14, true);
            case OCTOPUS -> rays(ink, t, 8, false);
            case WHALE -> body(ink, t, 1.0, .27, true);
            case DOLPHIN -> body(ink, t, .85, .17, true);
            case SHARK -> body(ink, t, .9, .17, false);
            default -> body(ink, t, .62, .2, false);
        }
    }

    private void bird(Ink ink, double t) {
        double beat = .72 + .28 * Math.sin(t * 7);
        for (int s = -1; s <= 1; s += 2) {
            ink.fade(
                    Cut.blob(
                            .24,
                            s * .08,
                            .36,
                            s * .5 * beat,
                            .12,
                            s * 1.02 * beat,
                            -.12,
                            s * 1.3 * beat,
                            -.1,
                            s * .8 * beat,
                            -.22,
                            s * .3,
                            -.2,
                            s * .06),
                    s < 0 ? Hue.lighter(main, .1) : main,
                    s < 0 ? main : Hue.darker(main, .16));
            for (int i = 0; i < 3; i++) {
                ink.draw(Cut.line(-.1 + .08 * i, s * .2, -.1 + .05 * i, s * (.9 - .2 * i) * beat), .02, second, .7);
            }
        }
        ink.fill(Cut.poly(-.3, 0, -.72, -.2, -.64, 0, -.72, .2), Hue.darker(main, .1));
        ink.fade(
                Cut.blob(-.44, 0, -.2, -.14, .2, -.15, .46, 0, .2, .15, -.2, .14),
                Hue.lighter(main, .16),
                Hue.darker(main, .05));
        ink.fill(Cut.disc(.44, 0, .12), Hue.lighter(main, .1)).fill(Cut.poly(.54, -.05, .72, 0, .54, .05), accent);
    }

    private void penguin(Ink ink, double t) {
        double rock = .1 * Math.sin(t * 7);
        ink.within(0, 0, rock, 1, 1, () -> {
            for (int s = -1; s <= 1; s += 2) {
                ink.fill(Cut.blob(0, s * .28, -.1, s * .5, -.2, s * .42, -.12, s * .26), Hue.darker(main, .1));
            }
            ink.fade(Cut.oval(0, 0, .26, .34), Hue.lighter(main, .12), main);
            ink.fill(Cut.blob(.12, -.2, .28, -.1, .28, .1, .12, .2), second);
            ink.fade(Cut.disc(.06, 0, .18), Hue.lighter(main, .2), main)
                    .fill(Cut.poly(.2, -.05, .36, 0, .2, .05), accent);
        });
    }

    private void turtle(Ink ink, double t) {
        double stroke = .3 * Math.sin(t * 2.6);
        for (int side = -1; side <= 1; side += 2) {
            int s = side;
            ink.within(
                    .3,
                    s * .3,
                    s * (.6 + stroke),
                    1,
                    1,
                    () -> ink.fade(Cut.oval(0, s * .34, .14, .36), Hue.lighter(main, .1), main));
            ink.within(-.42, s * .26, s * (-.5 - stroke), 1, 1, () -> ink.fill(Cut.oval(0, s * .16, .1, .2), main));
        }
        ink.fade(Cut.oval(.78, 0, .2, .15), Hue.lighter(main, .16), main);
        ink.fill(Cut.disc(.84, -.08, .03), 0x14141e).fill(Cut.disc(.84, .08, .03), 0x14141e);
        ink.fade(Cut.oval(0, 0, .66, .5), Hue.lighter(accent, .3), accent);
        for (int i = -1; i <= 1; i++) {
            ink.fill(Cut.star(i * .36, 0, .19, .165, 6, .5), Hue.lighter(accent, .42));
        }
        for (int i = 0; i < 4; i++) {
            ink.fill(Cut.star(-.2 + (i % 2) * .4, i < 2 ? -.3 : .3, .13, .11, 6, .2), Hue.lighter(accent, .34));
        }
        ink.draw(Cut.oval(0, 0, .66, .5), .05, second);
    }

    private void rays(Ink ink, double t, int arms, boolean bell) {
        for (int i = 0; i < arms; i++) {
            double a = i * 2 * Math.PI / arms;
            int n = 6;
            var x = new double[n];
            var y = new double[n];
            var r = new double[n];
            for (int k = 0; k < n; k++) {
                double q = k / (n - 1.0);
                double turn = a + .5 * q * Math.sin(t * 1.8 + i * .9);
                double d = (bell ? .3 : .2) + (bell ? .4 : .75) * q;
                x[k] = Math.cos(turn) * d;
                y[k] = Math.sin(turn) * d;
                r[k] = (bell ? .03 : .085) * (1 - q) + .012;
            }
            ink.fill(Cut.strand(x, y, r), i % 2 == 0 ? main : Hue.darker(main, .16), bell ? .8 : 1);
        }
        double pulse = 1 + .07 * Math.sin(t * 3);
        if (bell) {
            ink.glow(0, 0, .9, Hue.lighter(main, .4), .4);
            ink.rawFade(
                    Cut.star(0, 0, .46 * pulse, .42 * pulse, 12, 0),
                    ink.lit(Hue.lighter(main, .4)),
                    .9,
                    ink.lit(main),
                    .85);
            for (int i = 0; i < 4; i++) {
                double a = i * Math.PI / 2 + .4;
                ink.draw(Cut.disc(Math.cos(a) * .15, Math.sin(a) * .15, .1), .04, Hue.lighter(main, .7));
            }
        } else {
            ink.fade(Cut.oval(-.05, 0, .36, .3), Hue.lighter(main, .2), main);
            ink.fill(Cut.disc(.16, -.13, .06), 0xffffff)
                    .fill(Cut.disc(.16, .13, .06), 0xffffff)
                    .fill(Cut.disc(.18, -.13, .03), 0x14141e)
                    .fill(Cut.disc(.18, .13, .03), 0x14141e);
        }
    }

    /** One long body that bends; a whale's tail lies flat, a fish's stands. */
    private void body(Ink ink, double t, double l, double w, boolean flukes) {
        int n = 9;
        var x = new double[n];
        var y = new double[n];
        var r = new double[n];
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            x[i] = l - 2 * l * q;
            y[i] = (flukes ? .03 : .1) * q * Math.sin(t * 4.2 - q * 3);
            r[i] = w * Math.pow(Math.sin(Math.PI * Math.min(1, .14 + q * .86)), .8) * (1 - .25 * q) + .012;
        }
        for (int s = -1; s <= 1; s += 2) {
            ink.fill(
                    Cut.blob(l * .36, s * w * .8, l * .1, s * w * 2.2, -l * .14, s * w * 2.3, l * .04, s * w * .9),
                    Hue.darker(main, .12));
            if (flukes) {
                ink.fill(
                        Cut.blob(
                                -l * .96,
                                y[n - 1],
                                -l * 1.1,
                                y[n - 1] + s * w * 1.3,
                                -l * 1.34,
                                y[n - 1] + s * w * 1.7,
                                -l * 1.12,
                                y[n - 1] + s * .04),
                        Hue.darker(main, .1));
            }
        }
        if (!flukes) {
            ink.fill(
                    Cut.blob(
                            -l * .94,
                            y[n - 1],
                            -l * 1.3,
                            y[n - 1] - .05 + .12 * Math.sin(t * 4.2 - 3.4),
                            -l * 1.32,
                            y[n - 1] + .05 + .12 * Math.sin(t * 4.2 - 3.4)),
                    Hue.lighter(main, .1));
        }
        var body = Cut.strand(x, y, r);
        ink.fade(body, Hue.lighter(main, .2), Hue.darker(main, .14));
        ink.inside(body, () -> {
            ink.draw(Cut.line(l * .8, 0, 0, y[4], -l * .8, y[7]), w * .14, Hue.darker(main, .2), .6);
            for (int i = 0; i < 7; i++) {
                ink.fill(Cut.disc(l * (.6 - .2 * i), (i % 2 == 0 ? -1 : 1) * w * .4, w * .1), second, .7);
            }
        });
        for (int s = -1; s <= 1; s += 2) {
            ink.fill(Cut.disc(l * .78, s * w * .55, w * .12), 0x10101c);
        }
    }
}
