package app.emaki.api;

import app.emaki.account.Viewer;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/** Who calls with which key. */
record Caller(UUID key, Viewer viewer, Set<Scope> scopes) implements Principal {
    @Override
    public String getName() {
        return viewer.id().toString();
    }

    boolean may(Scope scope) {
        return scopes.contains(scope) && (scope != Scope.ADMIN || viewer.administers());
    }
}
