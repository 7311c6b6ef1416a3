package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.Frames;
import app.emaki.model.kamishibai.picture.Canvas;
import app.emaki.model.kamishibai.picture.SpeechTimes;
import app.emaki.model.kamishibai.picture.Theatre;
import app.emaki.model.kamishibai.picture.puppet.CutHead;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames of a plan, as the theatre draws them. */
final class StageFrames implements Frames {
    private final Theatre theatre;
    private final Canvas canvas;

    StageFrames(StoryPlan plan, int width, int height, SpeechTimes speech, Map<String, CutHead> heads) {
        this(plan, width, height, speech, heads, null);
    }

    /** @param backdrop a picture of somebody's own as the place where the film begins */
    StageFrames(
            StoryPlan plan,
            int width,
            int height,
            SpeechTimes speech,
            Map<String, CutHead> heads,
            @Nullable BufferedImage backdrop) {
        canvas = new Canvas(width, height, Kamishibai.FPS);
        theatre = Theatre.open(plan, canvas, speech, heads, backdrop);
    }

    @Override
    public int count() {
        return theatre.frames();
    }

    @Override
    public int width() {
        return canvas.width();
    }

    @Override
    public int height() {
        return canvas.height();
    }

    @Override
    public Painter painter() {
        var brush = theatre.brush();
        return (index, rgb) -> theatre.draw(index, brush, rgb);
    }
}
