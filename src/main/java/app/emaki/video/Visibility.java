package app.emaki.video;

/** Whom a published video is for. */
public enum Visibility {
    PRIVATE,
    /** Whoever has the link, signed in or not; it stands in no list. */
    LINK,
    FOLLOWERS,
    EVERYONE;

    /** Whether somebody may come upon a film now who could not before; a link and followers reach each other not. */
    boolean widerThan(Visibility before) {
        return this != before && this != PRIVATE && before != EVERYONE;
    }
}
