package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan.Effect;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** The sounds a prompt can ask for by name, each at a peak of one. */
final class Effects {
    private Effects() {}

    static float[] of(Effect effect, Setting where, Chance chance) {
        return switch (effect) {
            case BELL -> Struck.bell(chance);
            case WHOOSH -> Elements.whoosh(chance);
            case HUM -> Machines.hum(chance);
            case SWORD -> Struck.sword(chance);
            case DOOR -> Struck.door(chance);
            case ENGINE -> Machines.engine(chance);
            case APPLAUSE -> People.applause(chance);
            case THUNDER -> Elements.thunder(chance);
            case SPLASH -> Elements.splash(chance);
            case FOOTSTEPS -> footsteps(Ground.of(where), chance);
            case BIRDSONG -> Creatures.birdsong(chance);
            case CICADAS -> Creatures.cicadas(chance);
            case TRAIN -> Machines.train(chance);
            case PHONE -> Struck.phone(chance);
            case DRUM -> Struck.drum(chance);
            case GLASS -> Struck.glass(chance);
            case HEARTBEAT -> People.heartbeat(chance);
            case EXPLOSION -> Elements.explosion(chance);
            case LAUGHTER -> People.laughter(chance);
            case METEOR -> Elements.meteor(chance);
            case MEOW -> Creatures.meow(chance);
            case BARK -> Creatures.bark(chance);
        };
    }

    private static float[] footsteps(Ground ground, Chance chance) {
        var sketch = new Sketch(3.4);
        var heard = ground == Ground.NONE ? Ground.STONE : ground;
        for (var i = 0; i < 6; i++) sketch.add(i * .52, heard.step(chance, false), chance.between(.75, 1));
        return sketch.finished();
    }
}
