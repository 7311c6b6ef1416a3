package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who carries whom in a shot: the largest beast, vehicle or owner of a boat among those who ride bears all the others. */
record Carriage(Ensemble.@Nullable Part bearer, List<Ensemble.Part> riders) {
    private static final double LEAST = 1.1;
    private static final int LARGE = 11;

    /**
     * A seat on somebody.
     *
     * @param bearer who carries
     * @param place of the rider, with a depth just before or behind the bearer
     * @param ahead how far before the bearer's middle, in the bearer's units
     * @param within whether they stand or sit inside it rather than on its back
     */
    record Seat(Actor bearer, Ensemble.Place place, double ahead, boolean within) {}

    static Carriage none() {
        return new Carriage(null, List.of());
    }

    static Carriage of(List<Ensemble.Part> parts) {
        var ride = parts.stream()
                .filter(p -> p.beats().stream().anyMatch(b -> b.action() == Action.RIDE))
                .toList();
        if (ride.isEmpty()) {
            return none();
        }
        var bearer = parts.stream()
                .filter(p -> rank(p) > (ride.contains(p) ? 0 : LARGE))
                .max(Comparator.comparingInt(Carriage::rank))
                .orElse(null);
        if (bearer == null) {
            return none();
        }
        var riders = new ArrayList<>(ride);
        riders.remove(bearer);
        riders.removeIf(p -> own(p) || p.role().figure() == Figure.PROP);
        return riders.isEmpty() ? none() : new Carriage(bearer, List.copyOf(riders));
    }

    private static boolean own(Ensemble.Part part) {
        return part.role().props().stream().anyMatch(p -> switch (p) {
            case BICYCLE, CAR, BOAT, MOTORCYCLE, SKATEBOARD -> true;
            default -> false;
        });
    }

    /** How fit somebody is to carry others; 0 for not at all. */
    private static int rank(Ensemble.Part part) {
        var props = part.role().props();
        if (props.contains(Prop.BOAT) || props.contains(Prop.CAR)) {
            return 1;
        }
        if (own(part)) {
            return 0;
        }
        return switch (part.role().figure()) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT, GHOST, BUTTERFLY, JELLYFISH -> 0;
            case PROP -> props.isEmpty() ? 0 : 20;
            case WHALE -> 19;
            case DRAGON -> 18;
            case ELEPHANT -> 17;
            case HORSE -> 16;
            case BEAR, DEER, LION, TIGER, COW -> 15;
            case SHARK, DOLPHIN, TURTLE -> 14;
            case ROBOT -> 13;
            case BIRD, FISH -> 12;
            case MOUSE -> 2;
            default -> 10;
        };
    }

    boolean bears(Ensemble.Part part) {
        return part.equals(bearer);
    }

    boolean carries(Ensemble.Part part) {
        return riders.contains(part);
    }

    /** A beast that is ridden is large enough for it. */
    Ensemble.Place large(Ensemble.Place place, Puppet puppet) {
        double least = puppet.footing() == 0 ? LEAST * .74 : LEAST;
        double k = boat() || puppet.tall() >= least ? 1 : least / puppet.tall();
        return new Ensemble.Place(place.x(), place.z(), place.size() * k, place.drop(), place.facing(), place.travel());
    }

    private boolean boat() {
        return bearer != null && bearer.role().figure() != Figure.PROP && own(bearer);
    }

    /** @param index which of those on the same back, from 0 */
    Seat seat(Actor on, Puppet rider, int index) {
        var place = on.place();
        double least = on.puppet().footing() == 0 ? LEAST * .74 : LEAST;
        double tall = boat() ? on.puppet().tall() : Math.max(least, on.puppet().tall());
        boolean basket = bearer != null
                && bearer.role().figure() == Figure.PROP
                && bearer.role().props().contains(Prop.AIR_BALLOON);
        boolean within = boat() || basket;
        double ahead = basket ? .03 - .06 * index : boat() ? -.42 - .3 * index : .04 - .22 * index;
        double size = place.size() * rider.tall() / tall * (basket ? .56 : 1);
        return new Seat(
                on,
                new Ensemble.Place(
                        place.x(),
                        place.z() + (within ? 2e-3 : -2e-3) * (1 + index),
                        size,
                        place.drop(),
                        place.facing(),
                        place.travel()),
                ahead,
                within);
    }
}
