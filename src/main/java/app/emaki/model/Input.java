package app.emaki.model;

/** What a model can start from beside words. */
public enum Input {
    /** A picture that becomes the first frame. */
    FIRST_FRAME,
    /** A picture of something that shall appear. */
    REFERENCE,
    /** A portrait of somebody who shall appear, named by a handle in the prompt. */
    CHARACTER,
    /** A film to be told otherwise; see {@link Way#REMIX}. */
    REMIX,
    /** A film to be continued; see {@link Way#EXTEND}. */
    EXTEND
}
