package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The signed-in person as of this request, read fresh from the database so that a suspension holds at once. */
public record Viewer(UUID id, String handle, String displayName, Role role, Standing standing, Plan plan) {

    public boolean active() {
        return standing == Standing.ACTIVE;
    }

    /** Shut out by the moderators, for a time or for good. */
    public boolean suspended() {
        return standing == Standing.SUSPENDED;
    }

    public boolean moderates() {
        return active() && role.moderates();
    }

    public boolean administers() {
        return active() && role.administers();
    }

    /** Makes this the viewer of a request that was recognised by something else than a session, such as a key. */
    public void views(HttpServletRequest request) {
        request.setAttribute(ViewerFilter.VIEWER, this);
    }
}
