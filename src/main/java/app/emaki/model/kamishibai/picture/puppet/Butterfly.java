package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A butterfly: two pairs of patterned wings that open and close like a card. */
final class Butterfly implements Puppet {
    private final int wing;
    private final int spot;
    private final int edge;
    private final int member;

    Butterfly(Role role, int member) {
        int[] kinds = {0xf08a3c, 0x4a8ad8, 0xf2c84a, 0xc86ac0};
        boolean named = app.emaki.model.kamishibai.plan.Coats.named(role);
        wing = named ? role.colours().getFirst() : kinds[member % kinds.length];
        spot = Hue.lighter(wing, .6);
        edge = 0x2a2030;
        this.member = member;
    }

    @Override
    public double tall() {
        return .26;
    }

    @Override
    public double breadth() {
        return 3.2;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-2.2, -5.4, 4.4, 5.8);
    }

    @Override
    public double headY(Action action) {
        return -1.6;
    }

    @Override
    public double portrait() {
        return 1.2;
    }

    @Override
    public double footing() {
        return 0;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock() + member * 1.7;
        boolean rests = now.action() == Action.SLEEP || now.action() == Action.SIT || now.action() == Action.STAND;
        double beat = rests ? .55 + .4 * Math.sin(t * 2) : Math.abs(Math.cos(t * 7));
        double y = rests ? -1 : -2.3 - .7 * Math.sin(t * 1.7) - .25 * Math.sin(t * 4.3) - (member % 3) * .6;
        ink.within(.25 * Math.sin(t * 1.3), y, .28 * Math.sin(t * 1.1) - .2, 1, 1, () -> {
            for (int side = -1; side <= 1; side += 2) {
                int s = side;
                ink.within(0, 0, 0, s * (.18 + .82 * beat), 1, () -> wings(ink));
            }
            ink.fill(Cut.blob(0, -.5, .07, -.3, .06, .3, 0, .62, -.06, .3, -.07, -.3), edge);
            ink.fill(Cut.disc(0, -.56, .1), edge);
            ink.draw(Cut.line(.03, -.62, .12, -.86, .24, -.96), .03, edge)
                    .draw(Cut.line(-.03, -.62, -.12, -.86, -.24, -.96), .03, edge);
        });
    }

    private void wings(Ink ink) {
        Path2D upper = Cut.blob(.03, -.3, .3, -.82, .8, -1.05, 1.12, -.86, 1.0, -.4, .6, -.02, .04, .02);
        Path2D lower = Cut.blob(.04, 0, .5, .02, .85, .25, .8, .66, .5, .9, .22, .66);
        ink.fade(lower, Hue.darker(wing, .08), Hue.darker(wing, .25));
        ink.fade(upper, Hue.lighter(wing, .15), wing);
        ink.draw(upper, .07, edge).draw(lower, .06, edge);
        ink.draw(Cut.line(.05, -.15, .5, -.5, .95, -.82), .03, edge, .7)
                .draw(Cut.line(.05, -.1, .55, -.25, .95, -.42), .03, edge, .7)
                .draw(Cut.line(.06, .08, .4, .35, .66, .62), .03, edge, .7);
        ink.fill(Cut.disc(.76, -.7, .12), spot)
                .fill(Cut.disc(.58, -.36, .09), spot)
                .fill(Cut.disc(.52, .46, .11), spot);
    }
}
