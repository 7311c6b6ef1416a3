package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Camera;
import app.emaki.model.kamishibai.plan.StoryPlan.Cue;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Effect;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small change to a film: everything stays, shot for shot, but for what the words name. */
final class Remix {
    private static final double WHOLE_STORY_SECONDS = 60;

    private final StoryPlan parent;
    private final Script script;
    private final Refusals refusals;
    private final Refusals kept;
    private final Passage words;

    private Remix(StoryPlan parent, Script script) {
        this.parent = parent;
        this.script = script;
        refusals = new Refusals(script.avoid());
        kept = new Refusals(script.keep());
        String all = Stream.of(
                        script.text(),
                        script.style(),
                        script.scene(),
                        script.cast(),
                        script.action(),
                        script.camera(),
                        script.sound())
                .filter(t -> t != null && !t.isBlank())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        Passage read = Passages.single(all, null, refusals);
        words = read.withHits(refusals.sift(read.hits()).stream()
                .map(h -> h.without(kept::contain))
                .toList());
    }

    /** Whether the words only change something, rather than tell a film of their own. */
    static boolean isPatch(Script script) {
        if (!script.shots().isEmpty()) {
            return false;
        }
        List<Passage> told = Passages.of(script.text(), WHOLE_STORY_SECONDS, new Refusals(null))
                .list();
        boolean story =
                told.stream().filter(p -> p.hasSubject() && p.has(Kind.ACTION)).count() > 0
                        && told.stream().anyMatch(p -> p.has(Kind.SETTING))
                        && told.stream().noneMatch(p -> p.has(Kind.CHANGE));
        return !story && told.size() < 2;
    }

    static StoryPlan patch(StoryPlan parent, Script script, double seconds) {
        return new Remix(parent, script).plan(seconds);
    }

    private StoryPlan plan(double seconds) {
        Troupe troupe = Troupe.of(parent.cast());
        Actor lead = troupe.all().stream().filter(a -> !a.crowd).findFirst().orElse(null);
        replace(lead);
        Scene scene = Casting.of(
                lead != null && words.has(Kind.CHANGE, "INSTEAD") ? withoutFigures() : words,
                troupe,
                refusals,
                parent.seed());
        List<ShotPlan> shots = shots(scene, seconds);
        Set<String> used = new LinkedHashSet<>();
        shots.forEach(s -> s.beats().forEach(b -> used.add(b.role())));
        List<Role> cast = troupe.all().stream()
                .filter(a -> used.contains(a.id) && !refusals.contain(a.figure))
                .map(a -> a.role(parent.seed()))
                .toList();
        List<ShotPlan> manned = shots.stream()
                .map(s -> withBeats(
                        s,
                        s.beats().stream()
                                .filter(b -> cast.stream().anyMatch(r -> r.id().equals(b.role())))
                                .toList()))
                .toList();
        double scale = length(manned) / parent.seconds();
        boolean sounding = parent.sounding() && !refusals.topic("SOUND") && !words.has(Kind.TOPIC, "SILENT");
        return new StoryPlan(
                StoryPlan.VERSION,
                parent.seed(),
                parent.language(),
                words.first(Kind.STYLE, Style.class).orElse(parent.style()),
                cast,
                manned,
                lines(scene, scale, length(manned)),
                cues(scale),
                sounding ? mood() : Mood.NONE,
                sounding);
    }

    /** "Make it a robot": whoever leads becomes something else and stays who they are. */
    private void replace(@Nullable Actor lead) {
        if (lead != null && words.has(Kind.CHANGE, "INSTEAD")) {
            words.first(Kind.FIGURE, Figure.class).ifPresent(f -> lead.figure = f);
        }
    }

    private Passage withoutFigures() {
        var nothing = List.of(new Concept(Kind.IGNORE, "WORD"));
        return words.withHits(words.hits().stream()
                .map(h -> h.has(Kind.FIGURE) ? new Hit(h.start(), h.end(), h.words(), nothing, false) : h)
                .toList());
    }

    private List<ShotPlan> shots(Scene scene, double seconds) {
        var takes = new ArrayList<Take>();
        for (ShotPlan shot : parent.shots()) {
            var take = new Take();
            take.asked = shot.seconds();
            takes.add(take);
        }
        int[] frames = Timing.frames(takes, seconds);
        var shots = new ArrayList<ShotPlan>();
        for (int i = 0; i < frames.length; i++) {
            shots.add(shot(parent.shots().get(i), frames[i] / (double) Timing.FPS, scene, i == 0));
        }
        return shots;
    }

    private ShotPlan shot(ShotPlan old, double seconds, Scene scene, boolean opening) {
        Setting place = Places.settingOf(words);
        Weather air = words.first(Kind.WEATHER, Weather.class)
                .orElse(refusals.contain(old.weather()) ? Weather.CLEAR : old.weather());
        Hour hour = words.first(Kind.HOUR, Hour.class).orElse(old.hour());
        var camera = new Camera(
                opening || script.camera() != null
                        ? words.first(Kind.FRAMING, Framing.class)
                                .orElse(old.camera().framing())
                        : old.camera().framing(),
                words.first(Kind.ANGLE, Angle.class).orElse(old.camera().angle()),
                words.first(Kind.MOVE, Move.class)
                        .orElse(
                                refusals.contain(old.camera().move())
                                        ? Move.STILL
                                        : old.camera().move()),
                words.has(Kind.SPEED) ? 0.4 : old.camera().slow());
        return new ShotPlan(
                seconds,
                place == null ? old.setting() : place,
                hour,
                air,
                drifts(old),
                beats(old, scene, seconds / old.seconds()),
                camera,
                words.first(Kind.TRANSITION, Transition.class).orElse(old.transition()),
                refusals.topic("TEXT")
                        ? List.of()
                        : Stream.concat(scene.signs.stream(), old.signs().stream())
                                .distinct()
                                .limit(3)
                                .toList());
    }

    private List<Drift> drifts(ShotPlan old) {
        var drifts = new LinkedHashSet<Drift>();
        words.all(Kind.DRIFT).forEach(c -> drifts.add(c.as(Drift.class)));
        if (words.has(Kind.SEASON, "SPRING")) {
            drifts.add(Drift.PETALS);
        }
        if (words.has(Kind.SEASON, "AUTUMN")) {
            drifts.add(Drift.LEAVES);
        }
        drifts.addAll(old.drifts());
        return drifts.stream().filter(d -> !refusals.contain(d)).limit(3).toList();
    }

    private List<Beat> beats(ShotPlan old, Scene scene, double scale) {
        var beats = new ArrayList<Beat>();
        for (Beat beat : old.beats()) {
            List<Scene.Deed> deeds = scene.deeds.stream()
                    .filter(d -> d.actor().id.equals(beat.role()))
                    .toList();
            Emotion feeling = scene.feelings.entrySet().stream()
                    .filter(f -> f.getKey().id.equals(beat.role()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse(beat.emotion());
            Action action = deeds.isEmpty()
                    ? refusals.contain(beat.action()) ? Action.STAND : beat.action()
                    : deeds.getFirst().action();
            beats.add(new Beat(
                    beat.role(), action, Math.round(beat.at() * scale * Timing.FPS) / (double) Timing.FPS, feeling));
        }
        for (Actor actor : scene.present) {
            if (beats.stream().noneMatch(b -> b.role().equals(actor.id))
                    && parent.cast().stream().noneMatch(r -> r.id().equals(actor.id))) {
                Action action = scene.deeds.stream()
                        .filter(d -> d.actor().equals(actor))
                        .findFirst()
                        .map(Scene.Deed::action)
                        .orElse(Action.STAND);
                beats.add(new Beat(actor.id, action, 0, scene.feelings.get(actor)));
            }
        }
        return beats;
    }

    private static ShotPlan withBeats(ShotPlan shot, List<Beat> beats) {
        return new ShotPlan(
                shot.seconds(),
                shot.setting(),
                shot.hour(),
                shot.weather(),
                shot.drifts(),
                beats,
                shot.camera(),
                shot.transition(),
                shot.signs());
    }

    private List<Line> lines(Scene scene, double scale, double seconds) {
        if (refusals.topic("SPEECH")) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        int count = scene.lines.size() + script.dialogue().size();
        double at = Math.max(0.2, seconds - count * 2.2);
        for (Scene.Say say : scene.lines) {
            lines.add(new Line(
                    say.speaker() == null ? null : say.speaker().id,
                    say.text(),
                    Quote.languageOf(say.text()),
                    say.emotion(),
                    at));
            at += Take.speech(say.text()) + 0.25;
        }
        for (Script.Spoken spoken : script.dialogue()) {
            String speaker = spoken.speaker() == null
                    ? null
                    : parent.cast().stream()
                            .map(Role::id)
                            .filter(id -> id.startsWith(String.valueOf(spoken.speaker())))
                            .findFirst()
                            .orElse(
                                    parent.cast().isEmpty()
                                            ? null
                                            : parent.cast().getFirst().id());
            Double moment = spoken.moment();
            lines.add(new Line(
                    speaker,
                    spoken.text(),
                    Quote.languageOf(spoken.text()),
                    Feelings.ofWords(spoken.text()),
                    moment == null ? at : moment));
            at += Take.speech(spoken.text()) + 0.25;
        }
        if (lines.isEmpty()) {
            parent.lines()
                    .forEach(
                            l -> lines.add(new Line(l.speaker(), l.text(), l.language(), l.emotion(), l.at() * scale)));
        }
        return List.copyOf(lines);
    }

    private List<Cue> cues(double scale) {
        var cues = new ArrayList<Cue>();
        parent.cues().stream()
                .filter(c -> !refusals.contain(c.effect()))
                .forEach(c -> cues.add(new Cue(c.effect(), c.at() * scale, c.gain())));
        words.all(Kind.EFFECT).forEach(c -> cues.add(new Cue(c.as(Effect.class), 0.5 + cues.size() * 0.7, 1)));
        return List.copyOf(cues);
    }

    private Mood mood() {
        if (refusals.topic("MUSIC")) {
            return Mood.NONE;
        }
        return words.first(Kind.MOOD, Mood.class).orElse(parent.mood());
    }

    private static double length(List<ShotPlan> shots) {
        return shots.stream().mapToDouble(ShotPlan::seconds).sum();
    }
}
