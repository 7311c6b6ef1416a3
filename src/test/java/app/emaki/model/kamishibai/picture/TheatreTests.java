package app.emaki.model.kamishibai.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.model.kamishibai.plan.StoryPlan;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TheatreTests {

    private static final Canvas SMALL = new Canvas(144, 256, 24);

    private static int[] draw(Theatre theatre, Brush brush, int frame) {
        var rgb = new int[SMALL.width() * SMALL.height()];
        Arrays.fill(rgb, 0xdeadbeef);
        theatre.draw(frame, brush, rgb);
        return rgb;
    }

    @Test
    void aFilmHasAsManyFramesAsItsSecondsSay() {
        var theatre = Theatre.open(Story.of("MOUNTAINS,s=2.5"), SMALL, SpeechTimes.silent());
        assertThat(theatre.frames()).isEqualTo(60);
    }

    @Test
    void everyPixelOfAFrameIsWritten() {
        var theatre = Theatre.open(Story.of("BEACH,WOMAN:WALK"), SMALL, SpeechTimes.silent());
        assertThat(Arrays.stream(draw(theatre, theatre.brush(), 7))).allMatch(c -> c >>> 24 == 0);
    }

    @Test
    void framesAreTheSameInAnyOrderAndWithAnyBrush() {
        var plan = Story.of("NEON_STREET,NIGHT,RAIN,WOMAN:WALK:UMBRELLA,CAT:SIT");
        var first = Theatre.open(plan, SMALL, SpeechTimes.silent());
        var second = Theatre.open(plan, SMALL, SpeechTimes.silent());
        var one = first.brush();
        var other = second.brush();
        var forwards = List.of(draw(first, one, 3), draw(first, one, 40), draw(first, one, 90));
        var backwards = List.of(draw(second, other, 90), draw(second, other, 40), draw(second, other, 3));
        for (int i = 0; i < 3; i++) {
            assertThat(forwards.get(i)).isEqualTo(backwards.get(2 - i));
        }
    }

    @Test
    void framesAreTheSameFromSeveralThreads() throws Exception {
        var theatre = Theatre.open(twoShots(), SMALL, SpeechTimes.silent());
        var alone = theatre.brush();
        var frames = List.of(2, 30, 50, 56, 70, 90);
        var expected = frames.stream().map(f -> draw(theatre, alone, f)).toList();
        try (var workers = Executors.newFixedThreadPool(3)) {
            var jobs = frames.stream()
                    .map(f -> (Callable<int[]>) () -> draw(theatre, theatre.brush(), f))
                    .toList();
            var drawn = workers.invokeAll(jobs);
            for (int i = 0; i < frames.size(); i++) {
                assertThat(drawn.get(i).get()).isEqualTo(expected.get(i));
            }
        }
    }

    @Test
    void aTransitionShowsBothShots() {
        for (var transition :
                List.of(StoryPlan.Transition.FADE, StoryPlan.Transition.MATCH, StoryPlan.Transition.IRIS)) {
            var cut = draw(Theatre.open(twoShots(), SMALL, SpeechTimes.silent()), new Brush(SMALL), 50);
            var mixed = draw(Theatre.open(joined(transition), SMALL, SpeechTimes.silent()), new Brush(SMALL), 50);
            assertThat(mixed).as(transition.name()).isNotEqualTo(cut);
        }
    }

    @Test
    void mouthsFollowSpeech() {
        var plan = Story.of("ROOM,CLOSE,WOMAN:STAND");
        SpeechTimes loud = (role, t) -> "woman-1".equals(role) ? .9 : 0;
        var silent = draw(Theatre.open(plan, SMALL, SpeechTimes.silent()), new Brush(SMALL), 12);
        var speaking = draw(Theatre.open(plan, SMALL, loud), new Brush(SMALL), 12);
        assertThat(Likeness.changed(silent, speaking)).isGreaterThan(60);
    }

    @Test
    void slowMotionHoldsTheWorldBack() {
        var normal =
                draw(Theatre.open(Story.of("BEACH,CHILD:DANCE"), SMALL, SpeechTimes.silent()), new Brush(SMALL), 40);
        var slow = draw(
                Theatre.open(Story.of("BEACH,CHILD:DANCE,slow=0.4"), SMALL, SpeechTimes.silent()),
                new Brush(SMALL),
                40);
        assertThat(Likeness.changed(normal, slow)).isGreaterThan(60);
    }

    @Test
    void aFilmWithoutShotsIsRefused() {
        var plan = Story.of("BEACH");
        var empty =
                new StoryPlan(1, 1, "en", plan.style(), List.of(), List.of(), List.of(), List.of(), plan.mood(), false);
        assertThatThrownBy(() -> Theatre.open(empty, SMALL, SpeechTimes.silent()))
                .hasMessageContaining("at least one shot");
    }

    private static StoryPlan twoShots() {
        return joined(StoryPlan.Transition.CUT);
    }

    private static StoryPlan joined(StoryPlan.Transition transition) {
        var first = Story.of("FOREST,FOX:WALK,s=2");
        var second = Story.of("SPACE,PUSH_IN,FOX:WALK,s=2," + transition);
        return new StoryPlan(
                1,
                7,
                "ja",
                first.style(),
                first.cast(),
                List.of(first.shots().getFirst(), second.shots().getFirst()),
                List.of(),
                List.of(),
                first.mood(),
                false);
    }
}
