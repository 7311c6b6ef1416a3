package app.emaki.model.kamishibai.picture.stage;

/** Something on a set that moves: drawn anew for each frame, a pure function of time in seconds. */
@FunctionalInterface
public interface Live {
    void draw(Ink ink, double t);
}
