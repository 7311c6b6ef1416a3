package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import java.util.List;

/** The mixing desk: groups of sounds, the rooms they stand in, and music that steps back when somebody speaks. */
final class Desk {
    private static final double SCORE = -27;
    private static final double DUCK = Wave.decibels(-9);
    private static final double BED_DUCK = Wave.decibels(-5);

    final Bus bed;
    final Bus score;
    final Bus effects;
    final Bus roles;
    final Bus narrator;

    private final StoryPlan plan;
    private final int length;

    Desk(StoryPlan plan, int length) {
        this.plan = plan;
        this.length = length;
        bed = new Bus(length);
        score = new Bus(length);
        effects = new Bus(length);
        roles = new Bus(length);
        narrator = new Bus(length);
    }

    float[][] mix(List<Caption> spoken) {
        var measured = Meter.loudness(score.dry());
        if (measured > -69) score.scale(Wave.decibels(SCORE - measured));
        var speech = speech(spoken);
        var out = new Bus(length);
        blend(out, bed, speech, BED_DUCK);
        blend(out, score, speech, DUCK);
        blend(out, effects, speech, Wave.decibels(-3));
        blend(out, roles, speech, 1);
        blend(out, narrator, speech, 1);
        rooms(out);
        edges(out);
        return out.dry();
    }

    /** 1 while somebody speaks, 0 otherwise, with soft slopes. */
    private float[] speech(List<Caption> spoken) {
        var gate = new float[length];
        for (var line : spoken) {
            var from = Math.max(0, Wave.samples(line.start() - .25));
            var to = Math.min(length, Wave.samples(line.end() + .5));
            for (var i = from; i < to; i++) {
                var t = i / (double) Wave.RATE;
                var open = Wave.smooth(line.start() - .25, line.start(), t)
                        * (1 - Wave.smooth(line.end(), line.end() + .5, t));
                gate[i] = Math.max(gate[i], (float) open);
            }
        }
        return gate;
    }

    private static void blend(Bus out, Bus in, float[] speech, double ducked) {
        for (var i = 0; i < out.length(); i++) {
            var gain = (float) (1 - (1 - ducked) * speech[i]);
            out.left[i] += in.left[i] * gain;
            out.right[i] += in.right[i] * gain;
            out.wet[i] += in.wet[i] * gain;
        }
    }

    private void rooms(Bus out) {
        var near = new float[length];
        var far = new float[length];
        for (var scene : Scene.of(plan)) {
            var room = Room.of(scene.setting());
            var to = Math.min(length, Wave.samples(scene.end()));
            for (var i = Wave.samples(scene.start()); i < to; i++) {
                near[i] = (float) (out.wet[i] * room.level() * (1 - room.distance()));
                far[i] = (float) (out.wet[i] * room.level() * room.distance());
            }
        }
        new Reverb(.5, .45, .35).answer(near, out.left, out.right);
        new Reverb(2.6, 1.15, .45).answer(far, out.left, out.right);
    }

    /** No film begins or ends with a click. */
    private static void edges(Bus out) {
        int in = Math.min(out.length() / 4, Wave.RATE / 40), off = Math.min(out.length() / 4, Wave.RATE * 3 / 10);
        for (var i = 0; i < off; i++) {
            var last = out.length() - 1 - i;
            var down = (float) Wave.sine(i / (4.0 * off));
            out.left[last] *= down;
            out.right[last] *= down;
            if (i < in) {
                var up = i / (float) in;
                out.left[i] *= up;
                out.right[i] *= up;
            }
        }
    }
}
