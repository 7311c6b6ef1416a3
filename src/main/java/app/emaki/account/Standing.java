package app.emaki.account;

/** Whether an account may take part; pending until an invite code is redeemed. */
public enum Standing {
    PENDING,
    ACTIVE,
    SUSPENDED,
    CLOSED
}
