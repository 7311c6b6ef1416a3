package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Player;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.View;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A puppet with a part to play: where it is and what it does at each moment of the shot. */
final class Actor implements Player {

    private static final double BLEND = .32;

    private final Puppet puppet;
    private final Ensemble.Part part;
    private final Ensemble.Place place;
    private final ShotPlan shot;
    private final Scene scene;
    private final DoubleUnaryOperator lips;
    private final boolean hasLines;
    private final double offset;
    private final Sway sway;
    private Carriage.@Nullable Seat seat;

    Actor(
            Puppet puppet,
            Ensemble.Part part,
            Ensemble.Place place,
            ShotPlan shot,
            Scene scene,
            DoubleUnaryOperator lips,
            boolean hasLines,
            int member,
            double offset) {
        this.puppet = puppet;
        this.part = part;
        this.place = place;
        this.shot = shot;
        this.scene = scene;
        this.lips = lips;
        this.hasLines = hasLines;
        this.offset = member == 0 ? 0 : offset;
        double wind = wind();
        sway = Sway.of(
                shot.seconds() * shot.camera().slow(),
                w -> push(w / shot.camera().slow()),
                wind,
                member * 17L + part.role().id().hashCode());
    }

    private double wind() {
        double blow = scene.weather == Weather.WIND || scene.weather == Weather.STORM
                ? .8
                : scene.weather == Weather.RAIN ? .25 : .12;
        return blow * -place.facing();
    }

    /** What drives loose hair and cloth: the speed of the body. */
    private double push(double t) {
        var action = beatAt(t).action();
        return switch (action) {
            case RUN, RIDE -> -.95;
            case FLY -> -.8;
            case WALK -> -.34;
            case DANCE -> .5 * Math.sin(t * 4.4);
            case JUMP, FALL -> -.4 * Math.sin(t * 5);
            case DRAW_SWORD, FIGHT -> -.5;
            default -> 0;
        };
    }

    /** The same, riding on somebody else. */
    Actor carriedBy(Carriage.Seat onto) {
        seat = onto;
        return this;
    }

    Puppet puppet() {
        return puppet;
    }

    Ensemble.Place place() {
        return place;
    }

    @Override
    public Rectangle2D extent() {
        return puppet.extent();
    }

    @Override
    public Spot spot(View view, double t) {
        var on = seat;
        if (on != null) {
            return carried(on, view, t);
        }
        double z = place.z();
        double u = Curve.clamp(t / shot.seconds(), 0, 1.15);
        double x = place.x() + place.travel() * (u - .5) * place.facing();
        double grow = view.grow(z);
        double size = place.size() * grow;
        double px = view.toX(x / z, z);
        double py;
        if (shot.camera().framing() == Framing.WIDE || place.drop() == 0) {
            py = view.footY(z) + place.drop();
        } else {
            // close figures grow about their face, not about their feet
            double rest =
                    view.lens().horizon() + view.lens().ground(z) * view.lens().zoom() + place.drop();
            double middle = shot.camera().framing() == Framing.MEDIUM ? 330 : 640;
            py = middle + view.shiftY() + (rest - middle) * grow;
        }
        var action = beatAt(t).action();
        double seat = shot.camera().framing() == Framing.WIDE && scene.buoyant()
                ? .28 * size + 10 * Math.sin(t * 1.1 + offset)
                : 0;
        double shadow = scene.buoyant()
                        || action == Action.FLY
                        || action == Action.SWIM
                        || shot.camera().framing() == Framing.CLOSE
                ? 0
                : puppet.footing();
        double blur = 0;
        if (shot.camera().move() == app.emaki.model.kamishibai.plan.StoryPlan.Move.RACK) {
            blur = 7 * (1 - view.focus());
        } else if (shot.camera().framing() == Framing.CLOSE && z > view.lens().hero() * 1.2) {
            blur = 4;
        }
        return new Spot(px, py - seat, size, z, shadow, blur);
    }

    /** Where the saddle is, the rider's hips go. */
    private Spot carried(Carriage.Seat on, View view, double t) {
        var bearer = on.bearer();
        var spot = bearer.spot(view, t);
        double size = place.size() * view.grow(place.z());
        double y = spot.y();
        if (!on.within()) {
            y += bearer.puppet.saddle(bearer.moment(t, 1))
                    * spot.size()
                    * view.lens().squash();
            y += puppet.hips() * size * view.lens().squash();
        } else if (bearer.part.role().figure() == Figure.PROP) {
            y += bearer.puppet.saddle(bearer.moment(t, 1))
                    * spot.size()
                    * view.lens().squash();
        }
        return new Spot(
                spot.x() + on.ahead() * spot.size() * bearer.place.facing(), y, size, place.z(), 0, spot.blur());
    }

    @Override
    public void draw(Ink ink, View view, double t) {
        double size = place.size() * view.grow(place.z()) * view.lens().scale();
        var now = moment(t, size);
        ink.within(0, 0, 0, place.facing(), view.lens().squash(), () -> puppet.draw(ink, now));
    }

    Moment moment(double t, double px) {
        double slow = shot.camera().slow();
        var beats = part.beats();
        int i = indexAt(t);
        var beat = beats.get(i);
        var before = i > 0 ? beats.get(i - 1) : beat;
        double since = Math.max(0, t - beat.at());
        double blend = i == 0 ? 1 : since / BLEND;
        double mouth = Math.max(0, lips.applyAsDouble(t));
        if (mouth == 0 && !hasLines && beat.action() == Action.SPEAK) {
            mouth = Math.max(0, .45 * Math.sin(t * 13) * Math.sin(t * 2.7 + 1));
        }
        var emotion = beat.emotion() == null ? Emotion.NEUTRAL : beat.emotion();
        double world = t * slow;
        var on = seat;
        boolean stands = on != null && on.within() && on.bearer().part.role().figure() == Figure.PROP;
        return new Moment(
                stands && beat.action() == Action.RIDE ? Action.STAND : beat.action(),
                since * slow + offset,
                before.action(),
                (t - before.at()) * slow + offset,
                blend,
                emotion,
                mouth,
                sway.at(world),
                wind() * (.7 + .3 * Chance.noise(world * 1.3, 77)),
                px,
                world + offset,
                on != null && !on.within());
    }

    private Beat beatAt(double t) {
        return part.beats().get(indexAt(t));
    }

    private int indexAt(double t) {
        int i = 0;
        while (i + 1 < part.beats().size() && part.beats().get(i + 1).at() <= t) {
            i++;
        }
        return i;
    }
}
