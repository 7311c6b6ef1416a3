package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.film.FilmPress;
import app.emaki.model.kamishibai.film.Frames;
import app.emaki.model.kamishibai.film.Progress;
import app.emaki.model.kamishibai.picture.SpeechTimes;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryWriter;
import app.emaki.model.kamishibai.sound.Soundtrack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Makes films from words: plan, sound, frames, file. Deterministic: the same order gives the same bytes. */
public final class Kamishibai {
    /** Frames per second of every film. */
    public static final int FPS = 24;

    private Kamishibai() {}

    /** The plan an order leads to, without drawing anything. */
    public static StoryPlan plan(RenderOrder order) {
        StoryPlan plan = order.plan();
        if (plan == null) {
            StoryPlan parent = order.parent();
            plan = parent == null
                    ? StoryWriter.write(order.script(), order.seconds(), order.seed(), order.model())
                    : switch (order.kin()) {
                        case REMIX -> StoryWriter.remix(parent, order.script(), order.seconds(), order.model());
                        case SEQUEL -> StoryWriter.extend(parent, order.script(), order.seconds(), order.model());
                    };
        }
        return order.sound() || !plan.sounding() ? plan : plan.silent();
    }

    /** What would be said in a film of these words, as WebVTT, by the plan that it would have; null when nothing is said. */
    public static @Nullable String captions(Script script, double seconds) {
        return Captions.read(StoryWriter.write(script, seconds, 1, Model.KAMISHIBAI_2));
    }

    /**
     * Makes the film in this process, with as many threads as the order allows.
     *
     * @throws CancellationException when the progress says so; nothing is left behind
     * @throws FilmException when the film cannot be drawn, encoded or written
     */
    public static Film make(RenderOrder order, Progress progress) {
        StoryPlan plan = plan(order);
        Soundtrack sound = plan.sounding() ? Soundtrack.of(plan) : null;
        if (progress.cancelled()) {
            throw new CancellationException("The film was given up before its first frame");
        }
        var card = order.card();
        var reference = Reference.of(card, order.script(), plan, order.width(), order.height());
        var stage = new StageFrames(
                plan,
                order.width(),
                order.height(),
                sound == null ? SpeechTimes.silent() : sound::mouth,
                Faces.of(plan, reference.faces(order.portraits())),
                reference.place());
        Frames frames = card == null ? stage : new FirstCard(stage, card);
        int hands = order.hands() > 0 ? order.hands() : Runtime.getRuntime().availableProcessors();
        long bytes = new FilmPress(hands)
                .print(frames, FPS, sound == null ? null : sound.samples(), tags(order), order.out(), progress);
        String captions = sound == null ? Captions.of(plan) : Captions.of(sound.captions());
        return new Film(order.out(), bytes, frames.count(), Plans.json(plan), captions);
    }

    private static Map<String, String> tags(RenderOrder order) {
        var tags = new LinkedHashMap<String, String>();
        String title = order.title();
        String comment = order.comment();
        if (title != null) {
            tags.put("title", title);
        }
        tags.put(
                "comment",
                comment == null ? "AI-generated with Emaki " + order.model().label() : comment);
        return tags;
    }
}
