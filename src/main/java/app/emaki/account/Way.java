package app.emaki.account;

/** How somebody came in; REFUSED is who did not. */
enum Way {
    SIGN_UP,
    PASSWORD,
    /** Password, then a code of the app. */
    CODE,
    /** Password, then a recovery code. */
    RECOVERY,
    PASSKEY,
    /** An account kept elsewhere. */
    OIDC,
    /** A link that was sent to the address or made by an admin. */
    LINK,
    REFUSED
}
