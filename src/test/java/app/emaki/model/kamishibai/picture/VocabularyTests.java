package app.emaki.model.kamishibai.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Garment;
import app.emaki.model.kamishibai.plan.StoryPlan.Hair;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every word of a plan must be seen in the picture. */
class VocabularyTests {

    private static int[] frame(String words) {
        return ContactSheet.frame(Story.of(words), 144, 256, 1.3);
    }

    /** Draws a picture for each value and demands that no two of them look alike. */
    private static <E extends Enum<E>> void allDiffer(E[] values, long pixels, Function<E, String> words) {
        Map<E, int[]> frames = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> frames.put(v, frame(words.apply(v))));
        var names = new ArrayList<>(frames.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                assertThat(Likeness.changed(frames.get(names.get(i)), frames.get(names.get(k))))
                        .as("%s and %s", names.get(i), names.get(k))
                        .isGreaterThan(pixels);
            }
        }
    }

    @Test
    void everySettingLooksLikeItself() {
        allDiffer(Setting.values(), 6000, s -> s.name());
    }

    @Test
    void everyHourHasALightOfItsOwn() {
        allDiffer(Hour.values(), 8000, h -> "MOUNTAINS," + h);
    }

    @Test
    void everyWeatherShows() {
        allDiffer(Weather.values(), 200, w -> "MOUNTAINS," + w);
    }

    @Test
    void everyDriftShows() {
        allDiffer(Drift.values(), 40, d -> "MOUNTAINS,NIGHT," + d);
    }

    @Test
    void everyFigureHasAShapeOfItsOwn() {
        allDiffer(Figure.values(), 250, f -> "MOUNTAINS,MEDIUM," + f + ":STAND");
    }

    @Test
    void everyActionMovesTheBody() {
        allDiffer(Action.values(), 60, a -> "MOUNTAINS,MEDIUM,WOMAN:" + a);
    }

    @Test
    void everyActionMovesAnimalsToo() {
        var still = ContactSheet.frame(Story.of("MOUNTAINS,MEDIUM,DOG:STAND"), 144, 256, .7);
        for (var action : new Action[] {
            Action.WALK,
            Action.RUN,
            Action.JUMP,
            Action.SIT,
            Action.WAVE,
            Action.EAT,
            Action.SLEEP,
            Action.FLY,
            Action.SHOUT
        }) {
            assertThat(Likeness.changed(
                            still, ContactSheet.frame(Story.of("MOUNTAINS,MEDIUM,DOG:" + action), 144, 256, .7)))
                    .as(action.name())
                    .isGreaterThan(30);
        }
    }

    @Test
    void everyGarmentIsCutDifferently() {
        allDiffer(Garment.values(), 200, g -> "MOUNTAINS,MEDIUM,WOMAN:STAND:" + g);
    }

    @Test
    void everyHairIsWornDifferently() {
        allDiffer(Hair.values(), 60, h -> "MOUNTAINS,MEDIUM,WOMAN:STAND:DRESS:" + h);
    }

    @Test
    void everyPropIsHeld() {
        allDiffer(Prop.values(), 12, p -> "MOUNTAINS,WOMAN:STAND:DRESS:" + p);
    }

    @Test
    void everyThingCanStandForItself() {
        allDiffer(Prop.values(), 150, p -> "STUDIO,MEDIUM,PROP:STAND:" + p);
    }

    @Test
    void everySettingHasAGroundOfItsOwnFromAbove() {
        allDiffer(Setting.values(), 5000, s -> s + ",OVERHEAD");
    }

    @Test
    void everyFigureHasAShapeOfItsOwnFromAbove() {
        allDiffer(Figure.values(), 60, f -> "MOUNTAINS,OVERHEAD," + f + ":WALK");
    }

    @Test
    void whoeverRidesIsCarried() {
        var rides = frame("FIELD,CHILD:RIDE,HORSE:RIDE");
        var alone = frame("FIELD,CHILD:RIDE");
        var horse = frame("FIELD,HORSE:RIDE");
        assertThat(Likeness.changed(rides, alone)).isGreaterThan(400);
        assertThat(Likeness.changed(rides, horse)).isGreaterThan(200);
    }

    @Test
    void everyEmotionShowsInTheFace() {
        allDiffer(Emotion.values(), 20, e -> "MOUNTAINS,CLOSE,WOMAN:STAND:" + e);
    }

    @Test
    void everyStyleChangesThePicture() {
        allDiffer(Style.values(), 2500, s -> "SHRINE,GOLDEN,WOMAN:STAND:KIMONO," + s);
    }

    @Test
    void everyFramingAndAngleIsAnotherPicture() {
        allDiffer(Framing.values(), 6000, f -> "BEACH,WOMAN:STAND," + f);
        allDiffer(Angle.values(), 4000, a -> "BEACH,WOMAN:STAND," + a);
    }

    @Test
    void everyMoveOfTheCameraIsSeen() {
        Map<Move, int[]> frames = new LinkedHashMap<>();
        for (var move : Move.values()) {
            frames.put(move, ContactSheet.frame(Story.of("LANE,WOMAN:STAND," + move), 144, 256, .3));
        }
        var still = frames.remove(Move.STILL);
        frames.forEach((move, picture) ->
                assertThat(Likeness.changed(still, picture)).as(move.name()).isGreaterThan(150));
    }

    @Test
    void noPictureIsEmpty() {
        for (var setting : Setting.values()) {
            for (var hour : Hour.values()) {
                var frame = ContactSheet.frame(Story.of(setting + "," + hour), 72, 128, .5);
                assertThat(Likeness.contrast(frame))
                        .as("%s at %s", setting, hour)
                        .isGreaterThan(9);
            }
        }
    }

    @Test
    void everySettingHoldsInEveryShapeOfPicture() {
        for (var setting : Setting.values()) {
            for (int[] size : new int[][] {{160, 90}, {96, 96}}) {
                var frame = ContactSheet.frame(Story.of(setting + ",WOMAN:STAND"), size[0], size[1], .5);
                assertThat(Likeness.contrast(frame))
                        .as("%s in %d × %d", setting, size[0], size[1])
                        .isGreaterThan(9);
            }
        }
    }
}
