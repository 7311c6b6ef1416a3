package app.emaki.model.kamishibai.picture;

import app.emaki.model.kamishibai.picture.puppet.CutHead;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Finish;
import app.emaki.model.kamishibai.picture.stage.Headless;
import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws any frame of a plan; safe for use by several threads, each with its own Brush. A pure function of plan, size and frame number. */
public final class Theatre {

    private static final int SETS_KEPT = 3;

    private final StoryPlan plan;
    private final Canvas canvas;
    private final SpeechTimes speech;
    private final Map<String, CutHead> heads;
    private final @Nullable BufferedImage backdrop;
    private final Finish finish;
    private final double[] starts;
    // sets are large: only those around the frames in work are kept, and any can be built again
    private final Map<Integer, Shot> shots = new LinkedHashMap<>(8, .75f, true);

    private Theatre(
            StoryPlan plan,
            Canvas canvas,
            SpeechTimes speech,
            Map<String, CutHead> heads,
            @Nullable BufferedImage backdrop) {
        this.plan = plan;
        this.canvas = canvas;
        this.speech = speech;
        this.heads = heads;
        this.backdrop = backdrop;
        finish = new Finish(canvas.width(), canvas.height(), plan.style());
        starts = new double[plan.shots().size() + 1];
        for (int i = 0; i < plan.shots().size(); i++) {
            starts[i + 1] = starts[i] + plan.shots().get(i).seconds();
        }
    }

    /** Builds what the first shot needs; later shots are built when their frames are drawn. */
    public static Theatre open(StoryPlan plan, Canvas canvas, SpeechTimes speech) {
        return open(plan, canvas, speech, Map.of(), null);
    }

    /**
     * The same with some heads cut out of photographs, and with a picture of somebody's own as the place where the film begins.
     *
     * @param heads by the id of their role
     */
    public static Theatre open(
            StoryPlan plan,
            Canvas canvas,
            SpeechTimes speech,
            Map<String, CutHead> heads,
            @Nullable BufferedImage backdrop) {
        if (plan.shots().isEmpty()) {
            throw new IllegalArgumentException("A film needs at least one shot");
        }
        Headless.prepare();
        var theatre = new Theatre(plan, canvas, speech, heads, backdrop);
        theatre.shot(0);
        return theatre;
    }

    /** Number of frames of the film, at least 1. */
    public int frames() {
        return (int) Math.max(1, Math.round(plan.seconds() * canvas.fps()));
    }

    /** Scratch buffers for one thread. */
    public Brush brush() {
        return new Brush(canvas);
    }

    /** Draws one frame, counted from 0, into {@code rgb}: width × height opaque 0xRRGGBB, row by row, overwritten fully. */
    public void draw(int frame, Brush brush, int[] rgb) {
        double now = (frame + .01) / canvas.fps();
        if (plan.style() == Style.CLAY) {
            now = Math.floor(now * 12) / 12 + .001;
        }
        int i = shotAt(now);
        double t = now - starts[i];
        var shot = shot(i);
        var plan = this.plan.shots().get(i);
        var s = brush.scratch;
        double in = entrance(plan, i);
        if (t < in) {
            come(plan, i, t, t / in, brush);
        } else {
            shot.draw(s, t);
        }
        finish.apply(s, shot.light(), frame, shot.flash(t), rgb);
    }

    private int shotAt(double now) {
        int i = 0;
        while (i < starts.length - 2 && now >= starts[i + 1]) {
            i++;
        }
        return i;
    }

    /** Seconds that the transition into a shot takes. */
    private static double entrance(ShotPlan shot, int i) {
        double wanted = switch (shot.transition()) {
            case CUT -> 0;
            case FADE -> .7;
            case MATCH -> i == 0 ? 0 : .42;
            case IRIS -> .8;
        };
        return Math.min(wanted, shot.seconds() * .4);
    }

    private void come(ShotPlan to, int i, double t, double u, Brush brush) {
        var s = brush.scratch;
        if (i > 0) {
            shot(i - 1).draw(s, this.plan.shots().get(i - 1).seconds() + t);
            Blend.keep(s.frame(), s.other(), to.transition() == Transition.MATCH ? 1 + .22 * Curve.step(0, 1, u) : 1);
        } else {
            s.other().fill(0xff040308);
        }
        shot(i).draw(s, t);
        if (to.transition() == Transition.IRIS) {
            Blend.iris(s.frame(), s.other(), Curve.step(0, 1, u));
        } else {
            Blend.mix(s.frame(), s.other(), Curve.step(0, 1, u));
        }
    }

    /** The picture hangs wherever the film plays at its first place. */
    private @Nullable BufferedImage wall(int i) {
        return plan.shots().get(i).setting() == plan.shots().getFirst().setting() ? backdrop : null;
    }

    private synchronized Shot shot(int i) {
        var shot = shots.get(i);
        if (shot == null) {
            shot = Shot.build(
                    plan, i, starts[i], canvas, speech, heads, wall(i), (long) (Chance.at(plan.seed(), 17) * 1e6));
            shots.put(i, shot);
            while (shots.size() > SETS_KEPT) {
                shots.remove(shots.keySet().iterator().next());
            }
        }
        return shot;
    }
}
