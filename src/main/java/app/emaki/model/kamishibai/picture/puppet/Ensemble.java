package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Lens;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Those who appear in one shot, and where they stand. */
public final class Ensemble {

    /** A role with its beats in this shot, in order of time. */
    record Part(Role role, List<Beat> beats) {
        boolean travels() {
            return beats.stream().anyMatch(b -> speed(b.action()) > 0);
        }

        boolean runs() {
            return beats.stream().anyMatch(b -> b.action() == Action.RUN || b.action() == Action.RIDE);
        }
    }

    private final StoryPlan plan;
    private final ShotPlan shot;
    private final List<Part> parts;
    private final Map<String, CutHead> heads;

    private Ensemble(StoryPlan plan, ShotPlan shot, List<Part> parts, Map<String, CutHead> heads) {
        this.plan = plan;
        this.shot = shot;
        this.parts = parts;
        this.heads = heads;
    }

    /** @param heads photographed ones, by the id of their role */
    public static Ensemble of(StoryPlan plan, ShotPlan shot, Map<String, CutHead> heads) {
        var parts = new ArrayList<Part>();
        for (var beat : shot.beats()) {
            if (parts.stream().anyMatch(p -> p.role().id().equals(beat.role()))) {
                continue;
            }
            plan.cast().stream()
                    .filter(r -> r.id().equals(beat.role()))
                    .findFirst()
                    .ifPresent(role -> parts.add(new Part(
                            role,
                            shot.beats().stream()
                                    .filter(b -> b.role().equals(role.id()))
                                    .sorted(Comparator.comparingDouble(Beat::at))
                                    .toList())));
        }
        return new Ensemble(plan, shot, parts, heads);
    }

    /** Units a second at depth 1. */
    static double speed(Action action) {
        return switch (action) {
            case WALK -> 330;
            case RUN -> 900;
            case RIDE -> 700;
            case FLY -> 380;
            case SWIM -> 240;
            default -> 0;
        };
    }

    /** How far the camera must go along with the first role, in units at depth 1 to either side. */
    public double follow() {
        if (parts.isEmpty() || !parts.getFirst().travels()) {
            return shot.camera().move() == Move.TRACK ? near() * 190 : 0;
        }
        boolean runs = parts.getFirst().runs();
        if (shot.camera().move() != Move.TRACK && !runs) {
            return 0;
        }
        double fastest = parts.getFirst().beats().stream()
                .mapToDouble(b -> speed(b.action()))
                .max()
                .orElse(0);
        return Math.min(runs ? 640 : 440, fastest * shot.seconds() / 2) * near();
    }

    private double near() {
        return switch (shot.camera().framing()) {
            case WIDE -> 1;
            case MEDIUM -> .6;
            case CLOSE -> .3;
        };
    }

    /** Whether so many are there that they need all of the picture. */
    public boolean crowded() {
        return parts.stream().mapToInt(p -> p.role().count()).sum() > 3;
    }

    /** Whether nobody has to be recognised, so that the camera may fly high. */
    public boolean small() {
        return parts.stream().allMatch(p -> switch (p.role().figure()) {
            case BIRD, BUTTERFLY, FISH -> true;
            default -> false;
        });
    }

    /** Whether somebody is in a boat. */
    public boolean afloat() {
        return parts.stream().anyMatch(p -> p.role().props().contains(Prop.BOAT));
    }

    /** Sends everybody onto the set. {@code mouth} gives the opening of a role's mouth at a second of the shot. */
    public void enter(Scene scene, double follow, java.util.function.BiFunction<String, Double, Double> mouth) {
        if (scene.lens.above()) {
            enterAbove(scene, follow, mouth);
            return;
        }
        var carriage = shot.camera().framing() == Framing.CLOSE ? Carriage.none() : Carriage.of(parts);
        int seats = carriage.riders().stream()
                .mapToInt(p -> Math.clamp(p.role().count(), 1, 3))
                .sum();
        // few stand in the middle by themselves, many all over the place
        int total = Math.max(
                1,
                parts.stream()
                        .filter(p -> !carriage.carries(p) && heads(p, carriage, seats) < 3)
                        .mapToInt(p -> heads(p, carriage, seats))
                        .sum());
        boolean humans = parts.stream().anyMatch(p -> Casting.of(p.role(), 0).tall() > .6);
        int slot = 0;
        var bearers = new ArrayList<Actor>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (carriage.carries(part)) {
                continue;
            }
            int count = heads(part, carriage, seats);
            for (int m = 0; m < count; m++) {
                var puppet = Casting.of(part.role(), m, heads.get(part.role().id()));
                int own = count < 3 ? slot++ : m;
                var place = place(scene.lens, puppet, i, m, count, own, count < 3 ? total : count, humans, follow);
                if (carriage.bears(part)) {
                    place = carriage.large(place, puppet);
                }
                var actor = actor(scene, puppet, part, place, mouth, m);
                scene.enter(place.z(), actor);
                if (carriage.bears(part)) {
                    bearers.add(actor);
                }
            }
        }
        if (!bearers.isEmpty()) {
            int rider = 0;
            for (var part : carriage.riders()) {
                int riders = Math.clamp(part.role().count(), 1, 3);
                for (int m = 0; m < riders; m++, rider++) {
                    var puppet =
                            Casting.of(part.role(), m, heads.get(part.role().id()));
                    var on = bearers.get(rider % bearers.size());
                    var seat = carriage.seat(on, puppet, rider / bearers.size());
                    scene.enter(
                            seat.place().z(),
                            actor(scene, puppet, part, seat.place(), mouth, m).carriedBy(seat));
                }
            }
        }
    }

    /** How many of a role there are; a herd that is ridden has one back for each rider. */
    private static int heads(Part part, Carriage carriage, int seats) {
        int count = Math.clamp(part.role().count(), 1, 12);
        return carriage.bears(part) && count > 1 && seats > 1 ? seats : count;
    }

    /** Everybody on the ground plan: alone in the middle, a few side by side, many all over it, each on a way of their own. */
    private void enterAbove(Scene scene, double follow, java.util.function.BiFunction<String, Double, Double> mouth) {
        var lens = scene.lens;
        double z = lens.hero();
        int total = parts.stream()
                .mapToInt(p -> Math.clamp(p.role().count(), 1, 12))
                .sum();
        int slot = 0;
        for (var part : parts) {
            int count = Math.clamp(part.role().count(), 1, 12);
            for (int m = 0; m < count; m++, slot++) {
                var puppet = Casting.of(part.role(), m, heads.get(part.role().id()));
                var flat = new Place(0, z, 450 / z * puppet.tall(), 0, 1, 0);
                var actor = actor(scene, puppet, part, flat, mouth, m);
                boolean many = total > 4;
                double tall = Math.max(.42, puppet.tall()) * (small() ? .7 : AboveActor.LARGER);
                double gap = Math.min(lens.half() * 1.5 / total, 330 * Math.max(1, tall * .8));
                double size = Math.min(450 / z * tall, lens.half() * 1.25 / Math.max(1, puppet.breadth()));
                boolean lead = many && count < 3;
                double px = lead
                        ? (m - (count - 1) / 2.0) * 260
                        : many
                                ? (((slot * 5) % total + .5) / total * 2 - 1) * lens.half() * .86
                                : (slot - (total - 1) / 2.0) * gap;
                double py = lead
                        ? 0
                        : many ? (Chance.at(slot, 71) * 2 - 1) * 470 : (slot % 2 == 0 ? -1 : 1) * (total > 1 ? 70 : 0);
                boolean travels = part.travels();
                double turn = many && travels
                        ? Math.floor(Chance.at(slot, 72) * 4) * Math.PI / 2 + (Chance.at(slot, 73) - .5) * .3
                        : total > 1 && !travels ? (slot % 2 == 0 ? 0 : Math.PI) : 0;
                double way = travels ? many ? 330 * z : follow > 0 ? 2 * follow * .94 : lens.half() * .9 * z : 0;
                scene.enter(
                        z * .93 - slot * 1e-4,
                        new AboveActor(
                                puppet,
                                Topside.of(part.role(), m, puppet),
                                t -> actor.moment(t, size * lens.scale()),
                                px * z,
                                py * z,
                                z,
                                size,
                                turn,
                                way,
                                shot.seconds(),
                                scene.light.sunX()));
            }
        }
    }

    private Actor actor(
            Scene scene,
            Puppet puppet,
            Part part,
            Place place,
            java.util.function.BiFunction<String, Double, Double> mouth,
            int member) {
        boolean speaks = plan.lines().stream().anyMatch(l -> part.role().id().equals(l.speaker()));
        DoubleUnaryOperator lips = t -> mouth.apply(part.role().id(), t);
        return new Actor(puppet, part, place, shot, scene, lips, speaks, member, Chance.at(member, 3) * 2);
    }

    /**
     * Where somebody stands.
     *
     * @param x sideways, in units at depth 1; {@code z} depth
     * @param size design units per own unit when the camera rests
     * @param drop of the feet below the ground line, in design units
     * @param travel how far they go during the shot, at depth 1
     */
    record Place(double x, double z, double size, double drop, int facing, double travel) {}

    /** The height of the tallest who stands on two legs, for all stand on one ground. */
    private double upright() {
        return parts.stream()
                .map(p -> Casting.of(p.role(), 0))
                .filter(p -> p.breadth() < .6)
                .mapToDouble(Puppet::tall)
                .max()
                .orElse(1);
    }

    private double tallest() {
        return parts.stream()
                .mapToDouble(p -> Casting.of(p.role(), 0).tall())
                .max()
                .orElse(1);
    }

    private Place place(
            Lens lens,
            Puppet puppet,
            int part,
            int member,
            int count,
            int slot,
            int total,
            boolean humans,
            double follow) {
        var framing = shot.camera().framing();
        double z = lens.hero();
        int facing = total == 1 ? 1 : slot % 2 == 0 ? 1 : -1;
        if (parts.get(part).travels()) {
            facing = 1;
        }
        double tall = puppet.tall() * (humans || puppet.tall() > .8 ? 1 : 1.55);
        double half = lens.half();
        double travel = parts.get(part).travels() ? (follow > 0 ? 2 * follow * .94 : half * .95 * z / lens.zoom()) : 0;
        if (count > 2 && framing != Framing.CLOSE) {
            return crowd(lens, part, member, count, facing, travel, tall, puppet.breadth());
        }
        double room = .85 * 450 / z * lens.zoom() * tall * puppet.breadth();
        double gap =
                Math.min(half * 1.5 / total, framing == Framing.WIDE ? Math.max(300, room) : half > 420 ? 420 : 330);
        double at = (slot - (total - 1) / 2.0) * gap;
        double size = 450 / z * lens.zoom() * tall;
        double drop = 0;
        switch (framing) {
            case WIDE -> {
                size = Math.min(size, Math.max(half * 1.55 / puppet.breadth(), size * .62));
                boolean beside = parts.size() > 1;
                boolean thing = beside && parts.get(part).role().figure() == Figure.PROP;
                if (thing && puppet.footing() == 0) {
                    z *= 1.7;
                    size /= 1.5;
                    drop = -300;
                }
                boolean sign = thing && parts.get(part).role().props().isEmpty();
                if (thing && !sign && parts.get(part).role().props().stream().allMatch(Belongings::inHand)) {
                    size *= .45;
                }
                if (sign || (thing && puppet.tall() > 1)) {
                    double back = sign ? 1.35 : 1.2;
                    z *= back;
                    size /= sign ? back * 1.25 : back;
                }
                z *= 1 + .09 * Chance.at(slot, 91) * (total > 1 ? 1 : 0);
            }
            case MEDIUM -> {
                boolean upright = puppet.breadth() < .6;
                double fit = upright
                        ? 1440 * puppet.tall() * (total > 2 ? .84 : 1) * (puppet.portrait() > .3 ? .82 : 1)
                        : Math.min(
                                humans && total > 1
                                        ? 1440 * puppet.tall()
                                        : 860 * Math.max(.42, puppet.tall() / tallest()),
                                half * 1.6 / puppet.breadth() / Math.max(1, total * .75));
                boolean floats = puppet.footing() == 0;
                size = floats ? fit * .74 : fit;
                double foot = upright
                        ? 250
                                - (puppet.headY(Action.STAND) - .12) * size * Math.max(1, upright() / puppet.tall())
                                + (puppet.portrait() > .3 ? 90 : 0)
                        : floats ? 620 - puppet.headY(Action.STAND) * size : 1120;
                drop = foot - (lens.horizon() + lens.ground(z) * lens.zoom());
            }
            case CLOSE -> {
                boolean first = slot == 0;
                z *= first ? 1 : 1.5;
                double k = total > 1 && !first ? .62 : total > 1 && half < 420 ? .9 : 1;
                size = 742 / puppet.portrait() * k;
                size = Math.min(size, 742 / puppet.portrait());
                drop = 655 - puppet.headY(Action.STAND) * size - (lens.horizon() + lens.ground(z) * lens.zoom());
                at = total == 1
                        ? -puppet.headX() * size * facing
                        : first
                                ? -half * (half > 420 ? .36 : .2)
                                : half * (half > 420 ? .4 : .62) * (slot % 2 == 1 ? 1 : -1);
            }
        }
        return new Place(at * z / lens.zoom(), z, size, drop, facing, travel);
    }

    private static Place crowd(
            Lens lens, int part, int member, int count, int facing, double travel, double tall, double breadth) {
        double u = member / (double) Math.max(1, count - 1);
        double z = lens.hero() * (1.04 + .95 * Chance.at(member, 33) * (member == 0 ? 0 : 1));
        double spread = lens.half() * 1.66;
        int stride = count % 5 == 0 ? 3 : 5; // so that neighbours in the cast are none on the stage
        double order = ((member * stride) % count + .5 + .42 * (part % 2)) / (count + .42 * (part % 2)) - .5;
        double x = (order * spread + Chance.in(-20, 20, member, 34)) * z / lens.zoom();
        double size = 450 / z * lens.zoom() * tall;
        int way = travel > 0 ? facing : Chance.at(member, 35) < .5 ? 1 : -1;
        return new Place(
                x,
                z + u * 1e-4,
                Math.min(
                        Math.min(
                                size,
                                lens.half()
                                        * (breadth > 2 ? .5 : tall < .5 && breadth > 1 ? .42 : .9)
                                        / Math.max(.5, breadth - .3)),
                        lens.framing() == Framing.MEDIUM ? Math.min(1300, 760 * Math.max(1.5, tall)) : 640),
                0,
                way,
                travel);
    }
}
