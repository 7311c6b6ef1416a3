package app.emaki.cameo;

/** Whose likeness a cameo is. */
public enum Kind {
    /** The owner of the account, at most one each; goes by the handle of the account. */
    PERSON,
    /** A pet, a thing or a drawing, with a handle of its own. */
    CHARACTER
}
