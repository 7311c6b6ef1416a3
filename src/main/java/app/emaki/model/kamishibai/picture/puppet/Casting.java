package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import org.jspecify.annotations.Nullable;

/** Finds the puppet for a role. */
final class Casting {

    private Casting() {}

    /** @param member which of several, counted from 0 */
    static Puppet of(Role role, int member) {
        return of(role, member, null);
    }

    /** @param face of a real one, for the first of several */
    static Puppet of(Role role, int member, @Nullable CutHead face) {
        if (face == null || member > 0) {
            return drawn(role, member);
        }
        return switch (role.figure()) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT ->
                new Human(Looks.of(role, member), role.props(), face);
            default -> new StickPuppet(face);
        };
    }

    private static Puppet drawn(Role role, int member) {
        return switch (role.figure()) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT ->
                new Human(Looks.of(role, member), role.props(), null);
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
                    MOUSE -> new Quadruped(role, member);
            case BIRD -> new Bird(role, member);
            case PENGUIN -> new Penguin(role);
            case BUTTERFLY -> new Butterfly(role, member);
            case TURTLE, JELLYFISH, OCTOPUS, SHARK, DOLPHIN -> new SeaCreature(role, member);
            case FISH, WHALE -> new Swimmer(role, member);
            case DRAGON -> new Dragon(role);
            case GHOST -> new Ghost(role, member);
            case ROBOT -> new Robot(role, member);
            case PROP -> role.props().isEmpty() ? new PaperSign(role) : new PaperProp(role);
        };
    }
}
