package app.emaki.cameo;

/** What an owner keeps away from a likeness, beside words of their own; its terms are rows of {@code cameo_word}. */
public enum Restriction {
    VIOLENCE,
    /** Work-safe only. */
    ADULT,
    POLITICS,
    ADVERTISING
}
