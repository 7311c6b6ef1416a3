package app.emaki.policy;

/** What a text is for. */
public enum Use {
    PROMPT,
    CAPTION,
    COMMENT,
    HANDLE,
    NAME,
    PORTRAIT
}
