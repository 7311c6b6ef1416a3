package app.emaki.video;

/** What a video is to the one that it continues. */
public enum Kin {
    /** The same film with something changed. */
    REMIX,
    /** The story goes on from the last frame. */
    EXTEND
}
