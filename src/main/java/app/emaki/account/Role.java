package app.emaki.account;

/** What an account may do beyond its own things; each role may do all that the ones before it may. */
public enum Role {
    MEMBER,
    MODERATOR,
    ADMIN;

    public boolean moderates() {
        return this != MEMBER;
    }

    public boolean administers() {
        return this == ADMIN;
    }
}
