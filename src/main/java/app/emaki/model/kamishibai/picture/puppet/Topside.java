package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;

/** How somebody looks from straight above, facing right, the middle of the body at the origin, their own height as the unit. */
interface Topside {

    void draw(Ink ink, Moment now);

    /** Whether it lies or floats, so that its shadow is its own shape and not that of somebody who stands. */
    default boolean flat(Moment now) {
        return true;
    }

    /** @param puppet the same one from the side, for whoever lies down or has no other shape from above */
    static Topside of(Role role, int member, Puppet puppet) {
        return switch (role.figure()) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT ->
                new PersonAbove(Looks.of(role, member), role.props(), puppet);
            case DOG,
                    CAT,
                    FOX,
                    DEER,
                    BEAR,
                    HORSE,
                    RABBIT,
                    COW,
                    SHEEP,
                    PIG,
                    ELEPHANT,
                    LION,
                    TIGER,
                    PANDA,
                    MONKEY,
                    MOUSE ->
                new BeastAbove(Breed.of(role.figure()), Fur.of(role, role.id().hashCode() + member * 31L));
            case BIRD, FISH, WHALE, TURTLE, JELLYFISH, OCTOPUS, SHARK, DOLPHIN, BUTTERFLY, PENGUIN ->
                new CreatureAbove(role, member);
            default -> (ink, now) -> ink.within(0, puppet.tall() * .2, 0, 1, 1, () -> puppet.draw(ink, now));
        };
    }
}
