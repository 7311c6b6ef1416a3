package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;

/** A thing that has a part of its own: cut from paper like everybody else, and as lively as its deed asks. */
final class PaperProp implements Puppet {
    private final Prop prop;
    private final int colour;

    PaperProp(Role role) {
        prop = role.props().getFirst();
        colour = role.colours().isEmpty()
                ? 0xd9384f
                : role.colours().get(prop == Prop.CAR || role.colours().size() < 3 ? 0 : 2);
    }

    @Override
    public double tall() {
        return Wares.tall(prop);
    }

    @Override
    public Rectangle2D extent() {
        double w = Math.max(2.2, Wares.wide(prop) + 1.2);
        return new Rectangle2D.Double(-w / 2, -2.9, w, 3.5);
    }

    @Override
    public double headY(Action action) {
        return -.55;
    }

    @Override
    public double breadth() {
        return Wares.wide(prop);
    }

    @Override
    public double portrait() {
        return Math.max(.78, Wares.wide(prop) * .46);
    }

    @Override
    public double footing() {
        return Wares.airborne(prop) || prop == Prop.SUBMARINE ? 0 : Wares.wide(prop) * .42;
    }

    @Override
    public double saddle(Moment now) {
        return switch (prop) {
            case AIR_BALLOON -> -.02 - .26 - .05 * Math.sin(now.clock() * 1.3);
            case PLANE, ROCKET -> -.98 - .05 * Math.sin(now.clock() * 1.3);
            case SUBMARINE -> -.72;
            default -> -.5;
        };
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock();
        var action = now.action();
        boolean lively =
                action == Action.DANCE || action == Action.JUMP || action == Action.PLAY || action == Action.SING;
        double hop = lively ? .14 * Math.abs(Math.sin(t * 4.4)) : 0;
        double rock = lively
                ? .1 * Math.sin(t * 4.4)
                : action == Action.RIDE || action == Action.RUN ? .01 * Math.sin(t * 17) : 0;
        double lift = Wares.airborne(prop) || action == Action.FLY || action == Action.SWIM
                ? .26 + .05 * Math.sin(t * 1.3)
                : 0;
        double lean = prop == Prop.ROCKET && action != Action.STAND ? .25 : prop == Prop.PLANE ? -.06 : 0;
        double drop = 0;
        if (action == Action.FALL) {
            drop = Math.max(0, 1.6 - 2.4 * now.t() * now.t());
            rock = drop > 0 ? now.t() * 1.4 : .06 * Math.sin(t * 9) * Math.exp(-now.t());
        }
        double fall = drop;
        double turn = rock + lean;
        double wide = action == Action.TURN ? Math.cos(now.t() * 1.7) : 1;
        double seen = Math.abs(wide) < .06 ? .06 : wide;
        ink.within(0, -hop - lift - fall, turn, seen, 1, () -> new Wares(ink, now).draw(prop, colour));
    }
}
