package app.emaki.model.kamishibai.picture;

import app.emaki.model.kamishibai.picture.stage.Scratch;

/** The scratch buffers of one worker; never share one between threads. */
public final class Brush {

    final Scratch scratch;

    Brush(Canvas canvas) {
        scratch = new Scratch(canvas.width(), canvas.height());
    }
}
