package app.emaki.account;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What a session keeps of its owner: no more than who it is, so that nothing in it can go stale. */
record SignedIn(UUID id) implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return id.toString();
    }
}
