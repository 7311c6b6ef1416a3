package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.speech.Manner;
import org.jspecify.annotations.Nullable;

/** Who sounds how: a voice for each kind of figure, bent by what they feel. */
record Voices(Manner japanese, Manner english, double gain) {
    private static final String MEI = "mei_normal";
    private static final String MAN = "nitech_m001";
    private static final String SLT = "cmu_us_slt";

    /** @param variant tells several of the same kind apart, from 0 */
    static Voices of(@Nullable Figure figure, Emotion emotion, boolean shouting, int variant) {
        var body = body(figure);
        var apart = variant % 3 == 0 ? 0 : variant % 3 == 1 ? -2.2 : 1.8;
        var mood = mood(emotion);
        var loud = shouting ? 1.06 : 1;
        var high = body.semitones + apart + mood.semitones + (shouting ? 1.5 : 0);
        var speed = body.speed * mood.speed * loud;
        var throat = body.throat * (1 + apart * -.01);
        var range = body.range * mood.range;
        return new Voices(
                new Manner(body.male ? MAN : mei(emotion), speed, high, throat, range),
                new Manner(SLT, speed, high + (body.male ? -9.5 : 0), throat * (body.male ? 1.22 : 1), range),
                mood.gain * (shouting ? 1.6 : 1));
    }

    static boolean shouts(@Nullable Action action, String text) {
        return action == Action.SHOUT || text.endsWith("！！") || text.endsWith("!!");
    }

    private record Body(boolean male, double semitones, double speed, double throat, double range) {}

    private record Feeling(double semitones, double speed, double range, double gain) {}

    private static Body body(@Nullable Figure figure) {
        if (figure == null) return new Body(false, -1.5, .98, 1.04, .9);
        return switch (figure) {
            case WOMAN, PROP -> new Body(false, 0, 1, 1, 1);
            case SCHOOLGIRL -> new Body(false, 1.4, 1.06, .96, 1.1);
            case MAN -> new Body(true, 0, 1, 1, 1);
            case CHILD -> new Body(false, 3.2, 1.05, .86, 1.2);
            case ELDER -> new Body(true, -1.5, .84, 1.06, .8);
            case SAMURAI -> new Body(true, -2.2, .94, 1.08, .9);
            case ROBOT -> new Body(true, 2, .95, 1.0, 0);
            case GHOST -> new Body(false, -2, .78, 1.12, .5);
            case ASTRONAUT -> new Body(true, .8, 1, .98, 1);
            case DOG, BEAR, DRAGON, WHALE, HORSE, COW, ELEPHANT, LION, TIGER, PANDA, SHARK, TURTLE ->
                new Body(true, -4, .9, 1.2, 1);
            case CAT,
                    FOX,
                    DEER,
                    BIRD,
                    FISH,
                    RABBIT,
                    SHEEP,
                    PIG,
                    MONKEY,
                    MOUSE,
                    PENGUIN,
                    BUTTERFLY,
                    JELLYFISH,
                    OCTOPUS,
                    DOLPHIN -> new Body(false, 4, 1.08, .84, 1.3);
        };
    }

    private static Feeling mood(Emotion emotion) {
        return switch (emotion) {
            case NEUTRAL -> new Feeling(0, 1, 1, 1);
            case HAPPY -> new Feeling(.8, 1.04, 1.15, 1.05);
            case SAD -> new Feeling(-.8, .88, .8, .85);
            case ANGRY -> new Feeling(.3, 1.07, 1.1, 1.25);
            case SHY -> new Feeling(.4, .94, .85, .75);
            case EXCITED -> new Feeling(1.6, 1.12, 1.25, 1.2);
            case CALM -> new Feeling(-.5, .92, .9, .95);
        };
    }

    private static String mei(Emotion emotion) {
        return switch (emotion) {
            case HAPPY, EXCITED -> "mei_happy";
            case SAD -> "mei_sad";
            case ANGRY -> "mei_angry";
            case SHY -> "mei_bashful";
            case NEUTRAL, CALM -> MEI;
        };
    }
}
