package app.emaki.model.kamishibai.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Cue;
import app.emaki.model.kamishibai.plan.StoryPlan.Effect;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundtrackTests {
    @Test
    void theSamePlanSoundsTheSame() {
        var film = Films.LANE.with(Mood.EPIC).with(new Cue(Effect.BELL, .5, 1));

        assertThat(film.sound().samples()).isDeepEqualTo(film.sound().samples());
    }

    @Test
    void anotherSeedPlaysAnotherScore() {
        var film = Films.LANE.with(Mood.CALM);

        assertThat(film.sound().samples()[0]).isNotEqualTo(film.seed(8).sound().samples()[0]);
    }

    @Test
    void aSilentFilmIsSilentForItsWholeLength() {
        var samples = Films.LANE.lasting(2.5).with(Mood.EPIC).silent().sound().samples();

        assertThat(samples[0]).hasSize(120_000).containsOnly(0f);
        assertThat(samples[1]).hasSize(120_000).containsOnly(0f);
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsAsLoudAsABroadcastAndNeverClips(Setting setting) {
        assertMastered(Films.LANE.in(setting).sound());
    }

    @Test
    void everySettingSoundsLikeItself() {
        var heard = new HashSet<Integer>();
        for (var setting : Setting.values())
            heard.add(print(Films.LANE.in(setting).lasting(1)));

        assertThat(heard).hasSameSizeAs(Setting.values());
    }

    @Test
    void everyHourAndWeatherChangesTheSound() {
        var heard = new HashSet<Integer>();
        for (var hour : Hour.values()) heard.add(print(Films.LANE.lasting(1.5).under(hour, Weather.CLEAR)));
        for (var weather : Weather.values())
            heard.add(print(Films.LANE.lasting(1.5).under(Hour.DAY, weather)));

        assertThat(heard).hasSize(Hour.values().length + Weather.values().length - 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyMoodHasAScoreOfItsOwnThatEndsCleanly(Mood mood) {
        var sound = Films.LANE.lasting(4).with(mood).sound();

        assertMastered(sound);
        assertThat(level(sound.samples()[0], 3.995, 4)).isLessThan(.005);
        if (mood != Mood.NONE) {
            assertThat(sound.samples()[0])
                    .isNotEqualTo(Films.LANE.lasting(4).sound().samples()[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEffectIsHeardWhereItWasAskedFor(Effect effect) {
        var plain = Films.LANE.lasting(2).sound().samples()[0];
        var sound = Films.LANE.lasting(2).with(new Cue(effect, .5, 1)).sound();

        assertMastered(sound);
        var ratio = level(sound.samples()[0], .5, 1.95) / level(sound.samples()[0], .1, .48);
        assertThat(ratio).isGreaterThan(1.5 * level(plain, .5, 1.95) / level(plain, .1, .48));
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {
                "WALK",
                "RUN",
                "JUMP",
                "DANCE",
                "FIGHT",
                "DRAW_SWORD",
                "READ",
                "EAT",
                "LAUGH",
                "CRY",
                "FALL",
                "FLY",
                "SWIM",
                "RIDE",
                "PLAY"
            })
    void whatAFigureDoesIsHeard(Action action) {
        assertThat(print(Films.LANE.doing(action))).isNotEqualTo(print(Films.LANE));
    }

    @Test
    void stepsFallInTimeWithWalking() {
        var steps = Films.LANE.in(Setting.ROOM).doing(Action.WALK).sound().samples()[0];

        for (var step = .1 + Foley.WALKING / 2; step < 1.2; step += Foley.WALKING) {
            assertThat(level(steps, step, step + .06)).isGreaterThan(3 * level(steps, step - .12, step - .02));
        }
    }

    @Test
    void aFilmOfOneFrameStillHasASound() {
        assertThat(Films.LANE.lasting(1 / 24.0).sound().samples()[0]).hasSize(2000);
    }

    private static void assertMastered(Soundtrack sound) {
        assertThat(Meter.loudness(sound.samples())).isCloseTo(-16, within(1.0));
        assertThat(20 * Math.log10(Meter.truePeak(sound.samples()))).isLessThan(-1);
    }

    private static int print(Films film) {
        return Arrays.hashCode(film.sound().samples()[0]);
    }

    private static double level(float[] samples, double from, double to) {
        var sum = 1e-12;
        for (var i = Wave.samples(from); i < Math.min(samples.length, Wave.samples(to)); i++)
            sum += samples[i] * samples[i];
        return Math.sqrt(sum / (Wave.samples(to) - Wave.samples(from)));
    }
}
