package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.StoryPlan.Figure;

/**
 * The build of a beast on four legs; lengths in its own height at the ears.
 *
 * @param tall against a grown woman
 * @param length of the trunk, {@code back} its height, {@code deep} its thickness
 * @param leg thickness of a leg
 * @param head radius, {@code neck} how far the head is raised above the back
 * @param snout length
 */
record Breed(
        Figure figure,
        double tall,
        double length,
        double back,
        double deep,
        double leg,
        double head,
        double neck,
        double snout,
        Ears ears,
        Tail tail,
        Muzzle muzzle) {

    enum Ears {
        POINTED,
        HANGING,
        ROUND,
        LEAF,
        LONG,
        FAN,
        LARGE
    }

    enum Tail {
        CURL,
        BRUSH,
        WAVING,
        STUB,
        HAIR,
        TUFT,
        PUFF,
        STRING
    }

    /** How a face is cut: from the front, with a pointed or a blunt snout, long as a horse's, with a trunk or a pig's disc. */
    enum Muzzle {
        FRONTAL,
        POINTED,
        BLUNT,
        LONG,
        TRUNK,
        DISC
    }

    static Breed of(Figure f) {
        return switch (f) {
            case CAT -> new Breed(f, .36, .78, .58, .15, .048, .2, .17, .07, Ears.POINTED, Tail.WAVING, Muzzle.FRONTAL);
            case FOX -> new Breed(f, .44, .86, .58, .145, .044, .17, .2, .17, Ears.POINTED, Tail.BRUSH, Muzzle.POINTED);
            case DEER -> new Breed(f, .92, .56, .56, .11, .026, .085, .27, .1, Ears.LEAF, Tail.STUB, Muzzle.LONG);
            case BEAR -> new Breed(f, .95, .86, .64, .27, .1, .19, .12, .14, Ears.ROUND, Tail.STUB, Muzzle.BLUNT);
            case PANDA -> new Breed(f, .85, .78, .6, .29, .1, .24, .14, .07, Ears.ROUND, Tail.STUB, Muzzle.FRONTAL);
            case HORSE -> new Breed(f, 1.18, .68, .62, .145, .036, .1, .25, .13, Ears.POINTED, Tail.HAIR, Muzzle.LONG);
            case COW -> new Breed(f, .92, .86, .7, .24, .05, .15, .1, .14, Ears.LEAF, Tail.TUFT, Muzzle.LONG);
            case SHEEP -> new Breed(f, .56, .72, .62, .3, .04, .16, .16, .1, Ears.LEAF, Tail.PUFF, Muzzle.BLUNT);
            case PIG -> new Breed(f, .5, .86, .54, .29, .055, .23, .1, .12, Ears.POINTED, Tail.STRING, Muzzle.DISC);
            case RABBIT -> new Breed(f, .36, .58, .46, .21, .05, .2, .2, .05, Ears.LONG, Tail.PUFF, Muzzle.FRONTAL);
            case MOUSE -> new Breed(f, .3, .68, .46, .2, .035, .21, .16, .13, Ears.LARGE, Tail.STRING, Muzzle.POINTED);
            case MONKEY ->
                new Breed(f, .55, .56, .56, .15, .048, .2, .22, .06, Ears.ROUND, Tail.STRING, Muzzle.FRONTAL);
            case ELEPHANT -> new Breed(f, 1.4, .8, .66, .32, .095, .2, .1, .1, Ears.FAN, Tail.TUFT, Muzzle.TRUNK);
            case LION -> new Breed(f, .78, .86, .62, .19, .06, .2, .15, .1, Ears.ROUND, Tail.TUFT, Muzzle.FRONTAL);
            case TIGER -> new Breed(f, .74, .92, .6, .19, .06, .19, .14, .1, Ears.ROUND, Tail.WAVING, Muzzle.FRONTAL);
            default -> new Breed(f, .48, .8, .58, .165, .055, .18, .2, .14, Ears.HANGING, Tail.CURL, Muzzle.BLUNT);
        };
    }

    boolean hoofed() {
        return switch (figure) {
            case DEER, HORSE, COW, SHEEP, PIG -> true;
            default -> false;
        };
    }
}
