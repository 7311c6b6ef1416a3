package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.speech.Speech;
import app.emaki.model.kamishibai.speech.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The spoken lines of a film, laid out so that nobody talks over themselves. */
final class Dialogue {
    /** Seconds between two lines of one speaker. */
    private static final double BREATH = .18;

    private static final double LEVEL = Wave.decibels(-21);

    private final List<Spoken> lines;

    private Dialogue(List<Spoken> lines) {
        this.lines = lines;
    }

    /** A line as it is heard: from {@code at} on, cut off at {@code end} of the film. */
    private record Spoken(Line line, Utterance utterance, double at, double end, double gain, double pan) {}

    static Dialogue of(StoryPlan plan) {
        var free = new HashMap<String, Double>();
        var lines = new ArrayList<Spoken>();
        var ordered = plan.lines().stream()
                .sorted(Comparator.comparingDouble(Line::at))
                .toList();
        for (var line : ordered) {
            var speaker = Objects.requireNonNullElse(line.speaker(), "");
            var at = Math.max(Math.max(0, line.at()), free.getOrDefault(speaker, 0.0));
            if (at >= plan.seconds() - .1) continue;
            var voices = voices(plan, line);
            var utterance = Speech.say(line.text(), line.language(), voices.japanese(), voices.english());
            var end = Math.min(plan.seconds(), at + utterance.seconds());
            free.put(speaker, end + BREATH);
            lines.add(new Spoken(line, utterance, at, end, voices.gain() * level(utterance), pan(plan, speaker)));
        }
        return new Dialogue(lines);
    }

    List<Caption> captions() {
        return lines.stream()
                .map(spoken -> new Caption(
                        spoken.at, Math.max(spoken.end, spoken.at + .1), spoken.line.speaker(), spoken.line.text()))
                .toList();
    }

    /** Roles stand in the room of the scene, a narrator stands in none. */
    void speak(Bus roles, Bus narrator) {
        for (var spoken : lines) {
            var sound = spoken.utterance.samples().clone();
            fade(sound, Wave.samples(spoken.end - spoken.at));
            var told = spoken.line.speaker() == null;
            (told ? narrator : roles).place(sound, spoken.at, spoken.gain, spoken.pan, told ? 0 : .32);
        }
    }

    double mouth(@Nullable String role, double t) {
        for (var spoken : lines) {
            if (Objects.equals(role, spoken.line.speaker()) && t >= spoken.at - .05 && t < spoken.end) {
                return spoken.utterance.mouth(t - spoken.at);
            }
        }
        return 0;
    }

    private static Voices voices(StoryPlan plan, Line line) {
        var role = plan.cast().stream()
                .filter(one -> one.id().equals(line.speaker()))
                .findFirst()
                .orElse(null);
        var figure = role == null ? null : role.figure();
        return Voices.of(figure, line.emotion(), Voices.shouts(action(plan, line), line.text()), variant(plan, role));
    }

    /** How many of the same kind come before this one in the cast. */
    private static int variant(StoryPlan plan, @Nullable Role role) {
        if (role == null) return 0;
        Figure kind = role.figure();
        return (int) plan.cast().stream()
                .takeWhile(one -> !one.id().equals(role.id()))
                .filter(one -> one.figure() == kind)
                .count();
    }

    private static @Nullable Action action(StoryPlan plan, Line line) {
        var start = 0.0;
        Action action = null;
        for (var shot : plan.shots()) {
            for (var beat : shot.beats()) {
                var at = start + beat.at();
                if (beat.role().equals(line.speaker()) && at <= line.at() + .3 && line.at() < start + shot.seconds())
                    action = beat.action();
            }
            start += shot.seconds();
        }
        return action;
    }

    private static double pan(StoryPlan plan, String speaker) {
        var ids = plan.cast().stream().map(Role::id).toList();
        var place = ids.indexOf(speaker);
        return place < 0 || ids.size() < 2 ? 0 : -.2 + .4 * place / (ids.size() - 1);
    }

    /** What brings the voiced parts of an utterance to the level of speech. */
    private static double level(Utterance utterance) {
        var samples = utterance.samples();
        var sum = 0.0;
        var count = 0;
        for (var from = 0; from + 480 <= samples.length; from += 480) {
            var block = 0.0;
            for (var i = from; i < from + 480; i++) block += samples[i] * samples[i];
            if (block / 480 < 1e-5) continue;
            sum += block;
            count += 480;
        }
        return count == 0 ? 0 : LEVEL / Math.sqrt(sum / count);
    }

    /** Nothing sounds past a length; what is cut fades over its last 150 ms. */
    private static void fade(float[] sound, int length) {
        if (length >= sound.length) return;
        var slope = Math.min(length, Wave.samples(.15));
        for (var i = 0; i < sound.length; i++) {
            if (i >= length) sound[i] = 0;
            else if (i > length - slope) sound[i] *= (length - i) / (float) slope;
        }
    }
}
