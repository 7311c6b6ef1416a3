package app.emaki.account;

/** This Emaki as its members know it. */
public record Instance(String name, String language, Kind kind) {

    /** Whom the instance is for; chosen at set-up. */
    public enum Kind {
        FRIENDS,
        CLASSROOM,
        STUDIO
    }
}
