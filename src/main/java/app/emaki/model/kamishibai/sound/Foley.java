package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sounds that follow from what the figures do: steps in time with walking, blades, wings, pages, water. */
final class Foley {
    /** Seconds between two steps, as the puppets move; the first foot falls half a step after the start. */
    static final double WALKING = Math.PI / 6.2;

    static final double RUNNING = Math.PI / 9.6;
    private static final double DANCING = Math.PI / 4.4;

    private final StoryPlan plan;
    private final Bus bus;

    Foley(StoryPlan plan, Bus bus) {
        this.plan = plan;
        this.bus = bus;
    }

    void perform() {
        var start = 0.0;
        for (var shot : plan.shots()) {
            for (var beat : shot.beats()) perform(shot, start, beat);
            if (shot.camera().move() == Move.WHIP) place(Elements.whoosh(chance("whip", start)), start, .3, 0);
            start += shot.seconds();
        }
    }

    private void perform(ShotPlan shot, double start, Beat beat) {
        var role = role(beat.role());
        if (role == null) return;
        var until = start + end(shot, beat);
        var at = start + beat.at();
        var chance = chance(role.id(), at);
        var pan = chance.between(-.4, .4);
        var slow = Math.max(.2, shot.camera().slow());
        switch (beat.action()) {
            case WALK -> steps(shot, role, at, until, WALKING / slow, .3, chance);
            case RUN -> steps(shot, role, at, until, RUNNING / slow, .45, chance);
            case DANCE -> steps(shot, role, at + DANCING / slow / 2, until, DANCING / slow, .22, chance);
            case JUMP -> {
                repeat(at + .2 / slow, until, 1.25 / slow, .14, pan, () -> Elements.whoosh(chance));
                repeat(at + 1 / slow, until, 1.25 / slow, .4, pan, () -> Struck.thud(chance));
            }
            case TURN -> place(Elements.wing(chance), at + .3 / slow, .12, pan);
            case FIGHT -> fight(role, at, until, slow, chance);
            case DRAW_SWORD -> place(Struck.sword(chance), at + .72 / slow, .42, pan);
            case READ -> repeat(at + .6, until, 2.1, .1, pan, () -> People.page(chance));
            case EAT -> repeat(at + .68 / slow, until, 1.5 / slow, .1, pan, () -> Struck.cup(chance));
            case DRINK -> repeat(at + 2.45 / slow, until, 2.6 / slow, .12, pan, () -> Struck.cup(chance));
            case PLAY -> play(role, at, until, slow, pan, chance);
            case FLY -> repeat(at, until, .7 / slow, .16, pan, () -> Elements.wing(chance));
            case SWIM -> repeat(at, until, .924 / slow, .18, pan, () -> Elements.stroke(chance));
            case LAUGH -> place(pitched(role, People.laughter(chance)), at + .1, .35, pan);
            case CRY -> place(pitched(role, People.sob(chance)), at + .2, .25, pan);
            case FALL -> {
                place(Elements.whoosh(chance), at, .25, pan);
                place(Struck.thud(chance), at + .8 / slow, .6, pan);
            }
            case RIDE -> ride(shot, role, at, until, slow, pan, chance);
            case SPEAK, SHOUT, SING -> call(role.figure(), at, beat.action(), pan, chance);
            case STAND, SIT, WAVE, SLEEP, LOOK_UP -> {
                if (role.figure() == Figure.ROBOT) place(Machines.servo(chance), at + .1, .16, pan);
            }
        }
    }

    /** Hooves under whoever is carried by a beast, an engine or a bell under whoever sits on wheels, oars in a boat. */
    private void ride(ShotPlan shot, Role role, double at, double until, double slow, double pan, Chance chance) {
        var props = role.props();
        if (role.figure() == Figure.PROP || props.contains(Prop.CAR) || props.contains(Prop.MOTORCYCLE)) {
            place(Machines.engine(chance), at + .2, .25, pan);
        } else if (props.contains(Prop.BOAT)) {
            repeat(at + .2, until, 1.6 / slow, .25, pan, () -> Elements.stroke(chance));
        } else if (props.contains(Prop.SKATEBOARD)) {
            place(Elements.whoosh(chance), at + .2, .2, pan);
        } else if (!human(role.figure()) && !props.contains(Prop.BICYCLE)) {
            steps(shot, role, at, until, .21 / slow, .5, chance);
        } else if (plan.cast().stream().noneMatch(one -> carries(shot, one))) {
            place(Machines.bicycleBell(chance), at + .2, .25, pan);
        }
    }

    private static boolean carries(ShotPlan shot, Role role) {
        return !human(role.figure())
                && shot.beats().stream().anyMatch(b -> b.role().equals(role.id()) && b.action() == Action.RIDE);
    }

    private static boolean human(Figure figure) {
        return switch (figure) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT, ROBOT, GHOST -> true;
            default -> false;
        };
    }

    private void steps(ShotPlan shot, Role role, double at, double until, double gap, double loud, Chance chance) {
        var ground = Ground.of(shot.setting());
        if (ground == Ground.NONE || !walks(role.figure())) return;
        var small = small(role.figure());
        var wet = Scene.at(Scene.of(plan), at).wet() && !indoors(shot.setting());
        var feet = Math.min(role.count(), 4);
        for (var walker = 0; walker < feet; walker++) {
            var late = walker == 0 ? 0 : chance.between(0, gap);
            var side = 1;
            for (var t = at + gap / 2 + late; t < until; t += gap) {
                var level = loud * chance.between(.8, 1) * (small ? .4 : 1) * (walker == 0 ? 1 : .6);
                place(ground.step(chance, wet), t, level, side * .15 + walker * .15);
                if (role.figure() == Figure.ROBOT) place(Machines.servo(chance), t - .1, .08, 0);
                side = -side;
            }
        }
    }

    /** A cut every 1.15 seconds; every other one meets a blade, or a fist its mark. */
    private void fight(Role role, double at, double until, double slow, Chance chance) {
        var armed = role.props().contains(Prop.KATANA) || role.figure() == Figure.SAMURAI;
        var turn = 0;
        for (var t = at + .38 / slow; t < until - .1; t += 1.15 / slow, turn++) {
            place(Elements.whoosh(chance), t - .1, .22, turn % 2 == 0 ? -.4 : .4);
            var hit = armed ? Struck.clash(chance) : Struck.thud(chance);
            if (!armed || turn % 2 == 1) place(hit, t + .24 / slow, .4, chance.between(-.3, .3));
        }
    }

    private void play(Role role, double at, double until, double slow, double pan, Chance chance) {
        if (role.props().contains(Prop.GUITAR)) repeat(at, until, .748 / slow, .3, pan, () -> People.guitar(chance));
        else if (role.props().contains(Prop.BALL))
            repeat(at + .6 / slow, until, 1.208 / slow, .3, pan, () -> Struck.thud(chance));
        else if (role.props().contains(Prop.DRUM))
            repeat(at + .1, until, .6 / slow, .35, pan, () -> Struck.drum(chance));
        else if (role.props().contains(Prop.PIANO))
            repeat(at + .1, until, .42 / slow, .2, pan, () -> Beasts.key(chance));
        else if (!role.props().contains(Prop.CHESS))
            repeat(at + .2, until, 1.5, .16, pan, () -> People.laughter(chance));
    }

    /** Animals have a voice of their own; people speak through their lines. */
    private void call(Figure figure, double at, Action action, double pan, Chance chance) {
        var call = switch (figure) {
            case DOG, FOX -> Creatures.bark(chance);
            case CAT -> Creatures.meow(chance);
            case BIRD, PENGUIN -> Creatures.birdsong(chance);
            case MOUSE, MONKEY, RABBIT -> Creatures.chirp(chance);
            case WHALE, FISH, DOLPHIN -> Creatures.whale(chance);
            case DRAGON, BEAR, DEER, LION, TIGER, COW, ELEPHANT, PANDA, PIG, SHARK -> Creatures.growl(chance);
            case HORSE, SHEEP -> Beasts.neigh(chance);
            default -> new float[0];
        };
        place(call, at + .1, action == Action.SHOUT ? .5 : .3, pan);
    }

    private void repeat(double at, double until, double gap, double gain, double pan, Supplier<float[]> sound) {
        for (var t = at; t < until - .05; t += gap) place(sound.get(), t, gain, pan);
    }

    private void place(float[] sound, double at, double gain, double pan) {
        bus.place(sound, at, gain, pan, .5);
    }

    private @Nullable Role role(String id) {
        return plan.cast().stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Until the same role does the next thing, or the shot ends. */
    private static double end(ShotPlan shot, Beat beat) {
        return shot.beats().stream()
                .filter(other -> other.role().equals(beat.role()) && other.at() > beat.at())
                .mapToDouble(Beat::at)
                .min()
                .orElse(shot.seconds());
    }

    private Chance chance(String what, double at) {
        return Chance.of(plan.seed(), what, at);
    }

    private static boolean walks(Figure figure) {
        return switch (figure) {
            case GHOST, BIRD, FISH, WHALE, DRAGON, PROP, BUTTERFLY, TURTLE, JELLYFISH, OCTOPUS, SHARK, DOLPHIN -> false;
            default -> true;
        };
    }

    private static boolean small(Figure figure) {
        return switch (figure) {
            case DOG, CAT, FOX, CHILD, DEER, RABBIT, MOUSE, MONKEY, SHEEP, PIG, PENGUIN -> true;
            default -> false;
        };
    }

    private static boolean indoors(Setting setting) {
        return new Scene(setting, StoryPlan.Hour.DAY, StoryPlan.Weather.CLEAR, List.of(), 1, 0, 1).indoors();
    }

    /** Small bodies sound higher, large ones lower, by reading the samples faster or slower. */
    private static float[] pitched(Role role, float[] sound) {
        var speed = switch (role.figure()) {
            case CHILD -> 1.35;
            case WOMAN, SCHOOLGIRL, GHOST -> 1.12;
            case MAN, SAMURAI, ASTRONAUT -> .72;
            case ELDER -> .8;
            case ROBOT -> .6;
            default -> 1;
        };
        var out = new float[(int) (sound.length / speed)];
        for (var i = 0; i < out.length; i++) {
            var place = i * speed;
            var index = (int) place;
            var next = Math.min(index + 1, sound.length - 1);
            out[i] = (float) (sound[index] + (sound[next] - sound[index]) * (place - index));
        }
        return out;
    }
}
