package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.StoryPlan.Role;

/** Finds the puppet for a role. */
final class Casting {

    private Casting() {}

    /** @param member which of several, counted from 0 */
    static Puppet of(Role role, int member) {
        return switch (role.figure()) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT ->
                new Human(Looks.of(role, member), role.props());
            case DOG, CAT, FOX, DEER, BEAR -> new Quadruped(role, member);
            case BIRD -> new Bird(role, member);
            case FISH, WHALE -> new Swimmer(role, member);
            case DRAGON -> new Dragon(role);
            case GHOST -> new Ghost(role, member);
            case ROBOT -> new Robot(role, member);
            case PROP -> new PaperSign(role);
        };
    }
}
