package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;

/**
 * What a face shows.
 *
 * @param open mouth, 0 to 1
 * @param smile -1 to 1
 * @param lids 1 eyes wide open, 0 closed
 * @param brows height, {@code frown} positive draws them together in anger, negative lifts their inner ends in sorrow
 */
record Mien(double open, double smile, double lids, double brows, double frown, double blush, double tears) {

    static Mien of(Emotion emotion, Action action, double mouth, double t, long key) {
        var mood = switch (emotion) {
            case NEUTRAL -> new Mien(0, .22, 1, 0, 0, .35, 0);
            case HAPPY -> new Mien(.12, .95, .96, .35, 0, .8, 0);
            case SAD -> new Mien(0, -.6, .74, 0, -.9, .2, 0);
            case ANGRY -> new Mien(.08, -.55, .86, -.3, 1, .3, 0);
            case SHY -> new Mien(0, .4, .7, .2, -.35, 1, 0);
            case EXCITED -> new Mien(.3, 1, 1.1, .55, 0, .8, 0);
            case CALM -> new Mien(0, .42, .8, .05, 0, .3, 0);
        };
        double blink = Math.max(
                Curve.bump(.5, .04, Poses.frac(t / 3.1 + Chance.at(key, 3))),
                Curve.bump(.93, .03, Poses.frac(t / 4.7 + Chance.at(key, 4))));
        double open = Math.max(mood.open * (mouth > 0 ? .3 : 1), mouth);
        double lids = mood.lids * (1 - blink);
        double smile = mood.smile;
        double tears = 0;
        double frown = mood.frown;
        switch (action) {
            case SLEEP -> {
                lids = 0;
                open = Math.max(open, .05 + .05 * Math.sin(t * 1.3));
            }
            case LAUGH -> {
                lids = .02;
                smile = 1;
                open = Math.max(open, .5 + .3 * Math.sin(t * 16));
            }
            case CRY -> {
                lids = Math.min(lids, .25);
                smile = -.9;
                frown = -1;
                tears = 1;
                open = Math.max(open, .2 + .1 * Math.sin(t * 9));
            }
            case SHOUT -> open = Math.max(open, .85 - .15 * Math.abs(Math.sin(t * 11)));
            case SING -> {
                open = Math.max(open, .35 + .3 * Math.sin(t * 3.2) * Math.sin(t * 1.3));
                lids *= .55;
            }
            case READ -> lids *= .62;
            case EAT -> open = Math.max(open, .3 * Curve.bump(.5, .14, Poses.frac(t / 1.5)));
            case FALL -> open = Math.max(open, .6);
            case FIGHT, DRAW_SWORD -> frown = Math.max(frown, .7);
            default -> {}
        }
        return new Mien(
                Curve.clamp(open, 0, 1), smile, Curve.clamp(lids, 0, 1.15), mood.brows, frown, mood.blush, tears);
    }
}
