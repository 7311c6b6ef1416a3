package app.emaki.model.kamishibai.picture;

import app.emaki.model.kamishibai.picture.aerial.Aerial;
import app.emaki.model.kamishibai.picture.puppet.CutHead;
import app.emaki.model.kamishibai.picture.puppet.Ensemble;
import app.emaki.model.kamishibai.picture.scenery.PictureWall;
import app.emaki.model.kamishibai.picture.scenery.Places;
import app.emaki.model.kamishibai.picture.sky.Airs;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Dolly;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Lens;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Scratch;
import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One shot made ready: its set built, its players in place, its camera on the rails. */
final class Shot {

    private final ShotPlan plan;
    private final Scene scene;
    private final Dolly dolly;
    private final long seed;

    private Shot(ShotPlan plan, Scene scene, Dolly dolly, long seed) {
        this.plan = plan;
        this.scene = scene;
        this.dolly = dolly;
        this.seed = seed;
    }

    static Shot build(
            StoryPlan story,
            int index,
            double start,
            Canvas canvas,
            SpeechTimes speech,
            Map<String, CutHead> heads,
            @Nullable BufferedImage wall,
            long seed) {
        var plan = story.shots().get(index);
        var camera = plan.camera();
        var ensemble = Ensemble.of(story, plan, heads);
        double follow = ensemble.follow();
        double half = canvas.width() * Lens.HEIGHT / canvas.height() / 2;
        var lens = Lens.of(
                canvas.width(),
                canvas.height(),
                camera.angle() == Angle.OVERHEAD && ensemble.crowded() ? Framing.WIDE : camera.framing(),
                camera.angle(),
                Dolly.pan(camera, half, follow),
                camera.move() == Move.ORBIT,
                Dolly.tilt(camera));
        var place = wall == null || lens.above() ? Places.of(plan.setting()) : new PictureWall(wall);
        var light =
                Airs.light(place.light(Light.of(plan.hour(), plan.weather()), plan.hour()), plan.drifts(), plan.hour());
        var scene = new Scene(
                lens,
                lens.above() ? light.ambient(Hue.mix(light.ambient(), 0xffffff, .3 * light.dark())) : light,
                plan.hour(),
                plan.weather(),
                plan.signs(),
                plan.drifts(),
                story.language().startsWith("ja"),
                seed,
                story.style(),
                camera.move());
        if (plan.beats().isEmpty()) {
            scene.desert();
        }
        if (ensemble.afloat()) {
            scene.afloat();
        }
        if (lens.above()) {
            Aerial.build(scene, plan.setting(), ensemble.small());
            Airs.above(scene, plan, place.indoors());
        } else {
            place.build(scene);
            Airs.fill(scene, plan, place.indoors());
        }
        ensemble.enter(scene, follow, (role, t) -> speech.mouth(role, start + t));
        var dolly = new Dolly(lens, camera, plan.seconds(), seed + index, story.style() == Style.DOCUMENTARY, follow);
        return new Shot(plan, scene.ready(), dolly, seed);
    }

    Light light() {
        return scene.light;
    }

    void draw(Scratch s, double t) {
        scene.draw(s, dolly.at(t), t, t * plan.camera().slow());
        int rush = (int) (dolly.rush(t) * scene.lens.scale());
        if (rush > 1) {
            s.frame().rush(rush);
        }
    }

    /** Lightning, or the gleam of a blade: white added to the frame, 0 to 1. */
    double flash(double t) {
        double world = t * plan.camera().slow();
        double flash = 0;
        if (plan.weather() == Weather.STORM) {
            double beat = Math.floor(world / 1.7);
            double at = world - beat * 1.7 - .5 * Chance.at((long) beat, seed + 5);
            if (Chance.at((long) beat, seed + 6) < .75 && at > 0 && at < .4) {
                flash = .42 * (1 - at / .4) * (Math.sin(at * 60) > -.3 ? 1 : .35);
            }
        }
        for (var beat : plan.beats()) {
            if (beat.action() == Action.DRAW_SWORD) {
                double a = world - beat.at() * plan.camera().slow() - .86;
                flash = Math.max(flash, Math.abs(a) < .1 ? .26 * (1 - Math.abs(a) / .1) : 0);
            }
        }
        return flash;
    }
}
