package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.Frames;
import app.emaki.model.kamishibai.picture.Canvas;
import app.emaki.model.kamishibai.picture.SpeechTimes;
import app.emaki.model.kamishibai.picture.Theatre;
import app.emaki.model.kamishibai.picture.puppet.CutHead;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.util.Map;

/** The frames of a plan, as the theatre draws them. */
final class StageFrames implements Frames {
    private final Theatre theatre;
    private final Canvas canvas;

    StageFrames(StoryPlan plan, int width, int height, SpeechTimes speech, Map<String, CutHead> heads) {
        canvas = new Canvas(width, height, Kamishibai.FPS);
        theatre = Theatre.open(plan, canvas, speech, heads);
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
