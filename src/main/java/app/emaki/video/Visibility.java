package app.emaki.video;

/** Whom a published video is for. */
public enum Visibility {
    PRIVATE,
    /** Whoever has the link, signed in or not; it stands in no list. */
    LINK,
    FOLLOWERS,
    EVERYONE
}
