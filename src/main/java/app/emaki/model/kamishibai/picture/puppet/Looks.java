package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Garment;
import app.emaki.model.kamishibai.plan.StoryPlan.Hair;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What stays the same about a person from shot to shot; lengths in their own height.
 *
 * @param tall their height against a grown woman
 * @param head half the width of the face
 * @param shoulders half their width
 * @param jaw 0 pointed, 1 square
 * @param eyes how large they are
 */
record Looks(
        Figure figure,
        long key,
        double tall,
        double head,
        double hip,
        double shoulders,
        double jaw,
        double eyes,
        int skin,
        int hairColour,
        int iris,
        int main,
        int second,
        int accent,
        Garment garment,
        Hair hair) {

    private static final int[] SKIN = {0xffd7c2, 0xf8c9ac, 0xeab894, 0xd69e78, 0xffdccb};
    private static final int[] HAIRS = {0x1d1630, 0x2a1a22, 0x3a2418, 0x15151f, 0x51301c, 0x2b2350};
    private static final int[] IRISES = {0x2b7fc0, 0x6a3f24, 0x2f8f6a, 0x7a48a8, 0x8a5a20, 0x3a5fa8};

    private static final int[] CROWD = {0x35507a, 0x7a3f58, 0x4a6a58, 0xb07a3a, 0x5a4a80, 0x8a4038, 0x2f5f70};

    static Looks of(Role role, int member) {
        long key = role.id().hashCode() * 31L + member * 7919L;
        var figure = role.figure();
        boolean female =
                figure == Figure.WOMAN || figure == Figure.SCHOOLGIRL || (figure == Figure.CHILD && girl(role, key));
        int main = colour(role, 0, 0x3a5a9a);
        int second = colour(role, 1, 0xf2e6d2);
        int accent = colour(role, 2, 0xd9284f);
        if (member > 0) {
            main = member == 1
                    ? Hue.mix(main, unlike(main), .85)
                    : Hue.mix(main, CROWD[(int) (Chance.at(key, 8) * CROWD.length)], .75);
        }
        int hairColour = figure == Figure.ELDER ? 0xc9c6d0 : HAIRS[(int) (Chance.at(key, 5) * HAIRS.length)];
        int skin = SKIN[(int) (Chance.at(key, 6) * SKIN.length)];
        int iris = IRISES[(int) (Chance.at(key, 7) * IRISES.length)];
        var garment = role.garment() != null ? role.garment() : dress(figure, female, key);
        var hair = role.hair() != null ? role.hair() : hair(figure, female, key);
        double child = figure == Figure.CHILD ? 1 : 0;
        return new Looks(
                figure,
                key,
                figure == Figure.CHILD ? .7 : female ? .97 : figure == Figure.ELDER ? .92 : 1.04,
                child > 0 ? .079 : female ? .054 : .0515,
                child > 0 ? .43 : .5,
                child > 0 ? .1 : female ? .092 : .112,
                child > 0 ? .25 : female ? 0 : .8,
                child > 0 ? 1.1 : female ? 1 : .78,
                skin,
                hairColour,
                iris,
                main,
                second,
                accent,
                garment,
                hair);
    }

    private static boolean girl(Role role, long key) {
        return role.hair() == null ? Chance.at(key, 1) < .5 : role.hair() != Hair.SHORT && role.hair() != Hair.BALD;
    }

    /** For the second of a pair, so that one sees who is who. */
    private static int unlike(int main) {
        return Arrays.stream(CROWD)
                .boxed()
                .max(Comparator.comparingInt(colour -> Hue.apart(colour, main)))
                .orElseThrow();
    }

    private static int colour(Role role, int i, int otherwise) {
        return i < role.colours().size() ? role.colours().get(i) : otherwise;
    }

    private static Garment dress(Figure figure, boolean female, long key) {
        return switch (figure) {
            case SCHOOLGIRL -> Garment.UNIFORM;
            case SAMURAI -> Garment.KIMONO;
            case ASTRONAUT -> Garment.SPACESUIT;
            case ELDER -> Garment.KIMONO;
            case CHILD -> Garment.HOODIE;
            default ->
                female
                        ? (Chance.at(key, 9) < .5 ? Garment.DRESS : Garment.COAT)
                        : (Chance.at(key, 9) < .5 ? Garment.COAT : Garment.SUIT);
        };
    }

    private static Hair hair(Figure figure, boolean female, long key) {
        return switch (figure) {
            case SAMURAI -> Hair.PONYTAIL;
            case SCHOOLGIRL -> Hair.LONG;
            case ELDER -> female ? Hair.BUN : Hair.SHORT;
            default -> female ? (Chance.at(key, 10) < .6 ? Hair.LONG : Hair.BOB) : Hair.SHORT;
        };
    }

    double headY() {
        return -1 + 2.04 * head;
    }

    double shoulderY() {
        return headY() + 1.36 * head + .02;
    }

    double torso() {
        return -shoulderY() - hip;
    }

    boolean feminine() {
        return jaw < .2;
    }
}
