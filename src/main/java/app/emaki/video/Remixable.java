package app.emaki.video;

/** Who may continue a video: remix it, extend it or draw it in another style. Its author always may. */
public enum Remixable {
    EVERYONE,
    FOLLOWERS,
    NOBODY
}
