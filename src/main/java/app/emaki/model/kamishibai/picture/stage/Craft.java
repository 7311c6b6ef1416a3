package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Style;

/** How sheets are made in a style: how far a sheet's shadow falls behind it (units), how dark it is, how bright its cut edge. */
public record Craft(double reach, double shade, double edge) {

    public static Craft of(Style style) {
        return switch (style) {
            case PAPER -> new Craft(13, .42, .24);
            case CLAY -> new Craft(16, .5, .3);
            case ANIME -> new Craft(7, .2, .1);
            case CINEMATIC -> new Craft(9, .3, .1);
            case NOIR -> new Craft(12, .5, .16);
            case UKIYOE, WATERCOLOUR -> new Craft(0, 0, 0);
            case DOCUMENTARY -> new Craft(8, .25, .06);
        };
    }

    Craft times(double k) {
        return new Craft(reach * k, shade * (.5 + .5 * k), edge);
    }
}
