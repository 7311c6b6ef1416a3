package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Camera;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts directed takes together as a plan: frames, beats, lines and cues at their moments. */
final class Assembly {
    private static final double FPS = Timing.FPS;

    private final long seed;
    private final Refusals refusals;
    private final Troupe troupe;
    private final List<Line> lines = new ArrayList<>();

    Assembly(long seed, Refusals refusals, Troupe troupe) {
        this.seed = seed;
        this.refusals = refusals;
        this.troupe = troupe;
    }

    StoryPlan plan(List<Take> takes, double seconds, Style style, Stream<Hit> hits, String language, boolean sounding) {
        int[] frames = Timing.frames(takes, seconds);
        var shots = new ArrayList<ShotPlan>();
        int start = 0;
        for (int i = 0; i < frames.length; i++) {
            shots.add(shot(takes.get(i), frames[i], start));
            start += frames[i];
        }
        var score = new Score(refusals);
        List<Role> cast = troupe.all().stream()
                .filter(a -> takes.stream().anyMatch(t -> t.present.contains(a)))
                .map(a -> a.role(seed))
                .toList();
        lines.sort(Comparator.comparingDouble(Line::at));
        return new StoryPlan(
                StoryPlan.VERSION,
                seed,
                language,
                style,
                cast,
                shots,
                List.copyOf(lines),
                score.cues(takes, shots),
                sounding ? score.mood(hits, takes, style) : Mood.NONE,
                sounding);
    }

    private ShotPlan shot(Take take, int frames, int start) {
        double seconds = frames / FPS;
        List<Beat> beats = beats(take, seconds);
        speak(take, seconds, start / FPS, beats);
        List<String> order = take.present.stream().map(a -> a.id).toList();
        beats.sort(Comparator.comparingDouble(Beat::at).thenComparingInt(b -> order.indexOf(b.role())));
        boolean signs = !refusals.topic("TEXT");
        return new ShotPlan(
                seconds,
                take.setting,
                take.hour,
                take.weather,
                take.drifts.stream().limit(3).toList(),
                List.copyOf(beats),
                new Camera(
                        Objects.requireNonNullElse(take.framing, Framing.WIDE),
                        Objects.requireNonNullElse(take.angle, Angle.EYE),
                        Objects.requireNonNullElse(take.move, Move.STILL),
                        take.slow),
                Objects.requireNonNullElse(take.transition, Transition.CUT),
                signs ? take.signs.stream().distinct().limit(3).toList() : List.of());
    }

    private static List<Beat> beats(Take take, double seconds) {
        var beats = new ArrayList<Beat>();
        for (Actor actor : take.present) {
            List<Action> deeds = take.deeds.getOrDefault(actor, List.of(Action.STAND));
            Emotion feeling = take.feelings.get(actor);
            boolean lead = Direction.once(deeds.getFirst()) && seconds > 1.2;
            if (lead) {
                beats.add(new Beat(actor.id, Action.STAND, 0, feeling));
            }
            double from = lead ? Math.min(0.6, seconds * 0.22) : 0;
            for (int i = 0; i < deeds.size(); i++) {
                beats.add(new Beat(actor.id, deeds.get(i), frame(from + (seconds - from) * i / deeds.size()), feeling));
            }
        }
        return beats;
    }

    private void speak(Take take, double seconds, double start, List<Beat> beats) {
        double slack = Math.max(0, seconds - take.speech() - 0.2);
        boolean acted = !take.deeds.isEmpty() && take.lines.size() == 1;
        double at = 0.15 + slack * (acted ? 0.45 : 0.25);
        for (Scene.Say say : take.lines) {
            Double asked = say.moment();
            double moment = asked == null ? start + at : asked;
            double from = frame(Math.max(0, moment));
            Actor speaker = say.speaker();
            lines.add(new Line(
                    speaker == null ? null : speaker.id,
                    say.text(),
                    Quote.languageOf(say.text()),
                    say.emotion(),
                    from));
            double within = from - start;
            if (speaker != null && within >= 0 && within < seconds && !speaks(speaker, take)) {
                beats.add(new Beat(speaker.id, Action.SPEAK, within, say.emotion()));
            } else if (speaker != null) {
                move(beats, speaker, within);
            }
            at += Take.speech(say.text()) + 0.25;
        }
    }

    private static boolean speaks(Actor speaker, Take take) {
        return take.deeds.getOrDefault(speaker, List.of()).stream().anyMatch(Assembly::vocal);
    }

    private static boolean vocal(Action action) {
        return switch (action) {
            case SPEAK, SHOUT, SING, LAUGH, CRY -> true;
            default -> false;
        };
    }

    /** The shout of the deed happens when the line is heard. */
    private static void move(List<Beat> beats, Actor speaker, double at) {
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            if (beat.role().equals(speaker.id) && vocal(beat.action()) && at > 0.05) {
                beats.set(i, new Beat(beat.role(), beat.action(), frame(Math.max(0, at - 0.1)), beat.emotion()));
                if (beats.stream().noneMatch(b -> b.role().equals(speaker.id) && b.at() == 0)) {
                    beats.add(new Beat(beat.role(), Action.STAND, 0, beat.emotion()));
                }
                return;
            }
        }
    }

    private static double frame(double seconds) {
        return Math.round(seconds * FPS) / FPS;
    }
}
