package app.emaki.account;

/** What an account may use; the limits are rows of {@code plan_limits}. */
public enum Plan {
    FREE,
    PLUS,
    PRO
}
