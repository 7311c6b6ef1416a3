package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sound of a whole film, worked out once; the same plan gives the same samples. */
public final class Soundtrack {
    private static final double LOUDNESS = -16;

    /** −1.6 dBTP: room under −1 for what an encoder adds. */
    private static final double CEILING = .83;

    private final float[][] samples;
    private final Dialogue dialogue;

    private Soundtrack(float[][] samples, Dialogue dialogue) {
        this.samples = samples;
        this.dialogue = dialogue;
    }

    public static Soundtrack of(StoryPlan plan) {
        var length = Wave.samples(plan.seconds());
        var dialogue = Dialogue.of(plan);
        if (!plan.sounding() || length == 0) return new Soundtrack(new float[2][length], dialogue);
        var desk = new Desk(plan, length);
        ambience(plan, desk.bed);
        new Foley(plan, desk.effects).perform();
        cues(plan, desk.effects);
        if (plan.mood() != Mood.NONE) new Score(plan.mood(), plan.seed(), desk.score).play();
        dialogue.speak(desk.roles, desk.narrator);
        return new Soundtrack(new Limiter(LOUDNESS, CEILING).master(desk.mix(dialogue.captions())), dialogue);
    }

    /** Left and right at 48 kHz, −1 to 1. */
    public float[][] samples() {
        return samples;
    }

    /** The spoken lines in the order of their start, also of a silent film. */
    public List<Caption> captions() {
        return dialogue.captions();
    }

    /** How far the mouth of a role (null for the narrator) is open at a second of the film, 0 to 1. */
    public double mouth(@Nullable String role, double t) {
        return dialogue.mouth(role, t);
    }

    private static void ambience(StoryPlan plan, Bus bed) {
        var overlap = .06;
        for (var scene : Scene.of(plan)) {
            var fade = Wave.samples(2 * overlap);
            bed.add(Ambience.of(scene, plan.seed(), overlap), Wave.samples(scene.start() - overlap), 1, fade, fade);
        }
    }

    private static void cues(StoryPlan plan, Bus effects) {
        var scenes = Scene.of(plan);
        for (var cue : plan.cues()) {
            var chance = Chance.of(plan.seed(), cue.effect(), cue.at());
            var sound = Effects.of(cue.effect(), Scene.at(scenes, cue.at()).setting(), chance);
            effects.place(sound, cue.at(), .55 * cue.gain(), chance.between(-.25, .25), .5);
        }
    }
}
