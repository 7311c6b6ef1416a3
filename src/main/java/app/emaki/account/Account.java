package app.emaki.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Account {
    @Id
    private UUID id;

    private String handle;

    @SuppressWarnings("UnusedVariable") // the database alone reads it, to keep look-alikes apart
    private String skeleton;

    private String email;
    private String displayName;
    private String passwordHash;
    private boolean hasPassword;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    private @Nullable String language;
    private @Nullable String theme;
    private String about;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant activatedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant erasedAt;
    private @Nullable Instant emailVerifiedAt;
    private @Nullable Instant handleChangedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(UUID id, String handle, String email, String passwordHash, Instant now) {
        this.id = id;
        this.handle = handle;
        this.skeleton = HandleRule.skeleton(handle);
        this.email = email;
        this.displayName = handle;
        this.passwordHash = passwordHash;
        this.hasPassword = true;
        this.role = Role.MEMBER;
        this.standing = Standing.PENDING;
        this.plan = Plan.FREE;
        this.about = "";
        this.createdAt = now;
    }

    void activate(Instant now) {
        if (standing != Standing.PENDING) {
            throw new IllegalStateException("Only a pending account can be activated, this one is " + standing);
        }
        standing = Standing.ACTIVE;
        activatedAt = now;
    }

    void suspend() {
        if (standing != Standing.ACTIVE) {
            throw new IllegalStateException("Only an active account can be suspended, this one is " + standing);
        }
        standing = Standing.SUSPENDED;
    }

    void reinstate() {
        if (standing != Standing.SUSPENDED) {
            throw new IllegalStateException("Only a suspended account can be reinstated, this one is " + standing);
        }
        standing = Standing.ACTIVE;
    }

    /** Gives it another plan, and says which one it had. */
    Plan move(Plan plan) {
        var before = this.plan;
        this.plan = plan;
        return before;
    }

    void close(Instant now) {
        if (standing != Standing.ACTIVE) {
            throw new IllegalStateException("Only an active account can be closed, this one is " + standing);
        }
        standing = Standing.CLOSED;
        closedAt = now;
    }

    void reopen() {
        if (!mayReopen()) {
            throw new IllegalStateException("Only a closed account that is not erased can come back");
        }
        standing = Standing.ACTIVE;
        closedAt = null;
    }

    boolean mayReopen() {
        return standing == Standing.CLOSED && closedAt != null && erasedAt == null;
    }

    /** Forgets who it was; the bare row stays, as what others said and did points at it. */
    void erase(String nothing, Instant now) {
        if (standing != Standing.CLOSED) {
            throw new IllegalStateException("Only a closed account can be erased");
        }
        handle = nothing;
        skeleton = nothing;
        email = nothing + "@gone.invalid";
        displayName = nothing;
        // an empty one would be matched by an empty password
        passwordHash = "{noop}" + OneTimeToken.random();
        hasPassword = false;
        role = Role.MEMBER;
        about = "";
        language = null;
        theme = null;
        emailVerifiedAt = null;
        erasedAt = now;
    }

    void rename(String handle, Instant now) {
        this.handle = handle;
        this.skeleton = HandleRule.skeleton(handle);
        this.handleChangedAt = now;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    Instant handleChangedAt() {
        return handleChangedAt;
    }

    /** Gives it another role; answers the one before. */
    Role become(Role role) {
        var before = this.role;
        this.role = role;
        return before;
    }

    void describe(String displayName, String about) {
        this.displayName = displayName;
        this.about = about;
    }

    void prefer(@Nullable String language, @Nullable String theme) {
        this.language = language == null ? this.language : language;
        this.theme = theme == null ? this.theme : theme.isEmpty() ? null : theme;
    }

    void changePassword(String passwordHash) {
        this.passwordHash = passwordHash;
        this.hasPassword = true;
    }

    /** Nobody knows its password; its owner comes in on another way. */
    void hasNoPassword() {
        hasPassword = false;
    }

    boolean hasPassword() {
        return hasPassword;
    }

    Viewer viewer() {
        return new Viewer(id, handle, displayName, role, standing, plan);
    }

    UUID id() {
        return id;
    }

    String handle() {
        return handle;
    }

    String email() {
        return email;
    }

    /** Another address, or the proof of this one; no moment where nothing proves it. */
    void hasEmail(String email, @Nullable Instant verified) {
        this.email = email;
        this.emailVerifiedAt = verified;
    }

    @Nullable
    Instant emailVerifiedAt() {
        return emailVerifiedAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    Standing standing() {
        return standing;
    }

    String displayName() {
        return displayName;
    }

    String about() {
        return about;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    String theme() {
        return theme;
    }

    @Nullable
    Instant activatedAt() {
        return activatedAt;
    }
}
