package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.StoryPlan.Role;

/** Finds the puppet for a role. */
final class Casting {

    private Casting() {}

    static Puppet of(Role role, int member) {
        return switch (role.figure()) {
            case WOMAN, MAN, CHILD, ELDER, SCHOOLGIRL, SAMURAI, ASTRONAUT -> new Human(Looks.of(role, member), role.props());
            default -> new PaperSign(role);
        };
    }
}
