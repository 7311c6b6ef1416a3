package app.emaki.video;

/** Whether somebody may continue a video, and why not. */
public enum Remixing {
    ALLOWED,
    /** It is gone, taken down, or not theirs to see. */
    GONE,
    /** Its author lets followers continue it. */
    FOLLOWERS_ONLY,
    /** Its author wants it left as it is. */
    NOBODY
}
