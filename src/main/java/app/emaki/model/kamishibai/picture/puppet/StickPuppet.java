package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import java.awt.geom.Rectangle2D;

/** A pet, a thing or a drawing as its owner's picture shows it, cut out and held up on a stick as in the paper theatre of the street. */
final class StickPuppet implements Puppet {
    private static final double SIZE = .27;
    private static final double HEIGHT = -.66;

    private final CutHead head;

    StickPuppet(CutHead head) {
        this.head = head;
    }

    @Override
    public double tall() {
        return .5;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-.8, -1.5, 1.6, 1.7);
    }

    @Override
    public double headY(Action action) {
        return HEIGHT;
    }

    @Override
    public double portrait() {
        return SIZE * 1.7;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.t();
        double lively = switch (now.action()) {
            case RUN, DANCE, JUMP, FIGHT, RIDE -> 1;
            case WALK, PLAY, SING, LAUGH, WAVE, FLY, SWIM -> .6;
            case SLEEP -> .06;
            default -> .22;
        };
        double hop = Math.abs(Math.sin(t * (3 + 3 * lively))) * .07 * lively;
        double tilt = Math.sin(t * (3 + 3 * lively)) * .12 * lively + now.sway() * .04;
        ink.within(0, -hop, tilt, 1, 1, () -> {
            ink.fill(Cut.card(-.022, HEIGHT, .044, -HEIGHT + .02, .02), 0x9a6b43);
            ink.fill(Cut.card(-.022, HEIGHT, .014, -HEIGHT + .02, .01), 0xc79a6a);
            ink.within(0, HEIGHT, 0, SIZE, SIZE, () -> head.draw(ink, now.mouth() * .8));
        });
    }
}
