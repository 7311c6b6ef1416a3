package app.emaki.account;

import java.util.UUID;

/** The signed-in person as of this request, read fresh from the database so that a suspension holds at once. */
public record Viewer(UUID id, String handle, String displayName, Role role, Standing standing, Plan plan) {

    public boolean active() {
        return standing == Standing.ACTIVE;
    }

    public boolean moderates() {
        return active() && role.moderates();
    }

    public boolean administers() {
        return active() && role.administers();
    }
}
