package app.emaki.model.remote;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A backend as its admin writes it; an empty key leaves the one that is kept. */
record BackendForm(
        @Nullable Dialect dialect,
        @Nullable String id,
        @Nullable String name,
        @Nullable String url,
        @Nullable String key,
        @Nullable String hookSecret,
        @Nullable Integer concurrent,
        @Nullable Integer patience) {
    static final int MOST_JOBS = 100;
    static final int MOST_PATIENCE = 600;
    private static final int LONGEST_NAME = 60;

    static BackendForm fresh(Dialect dialect) {
        return new BackendForm(dialect, dialect.key(), "", dialect.address(), "", "", 2, 60);
    }

    static BackendForm of(RemoteBackend backend) {
        return new BackendForm(
                backend.dialect(),
                backend.id(),
                backend.name(),
                backend.url().toString(),
                "",
                "",
                backend.concurrent(),
                (int) backend.patience().toSeconds());
    }

    /** Notes what is wrong; {@code model.form.…} are the messages. */
    void check(boolean fresh, BindingResult errors) {
        if (fresh && dialect == null) {
            errors.rejectValue("dialect", "model.form.dialect");
        }
        if (fresh && !text(id).matches("[a-z0-9][a-z0-9-]{1,39}")) {
            errors.rejectValue("id", "model.form.id");
        }
        if (text(name).isEmpty() || text(name).length() > LONGEST_NAME) {
            errors.rejectValue("name", "model.form.name", new Object[] {LONGEST_NAME}, "");
        }
        if (address() == null) {
            errors.rejectValue("url", "model.form.url");
        }
        if (fresh && dialect != null && dialect.keyed() && text(key).isEmpty()) {
            errors.rejectValue("key", "model.form.key");
        }
        if (concurrent == null || concurrent < 1 || concurrent > MOST_JOBS) {
            errors.rejectValue("concurrent", "model.form.range", new Object[] {1, MOST_JOBS}, "");
        }
        if (patience == null || patience < 1 || patience > MOST_PATIENCE) {
            errors.rejectValue("patience", "model.form.range", new Object[] {1, MOST_PATIENCE}, "");
        }
    }

    /** The backend of a form that has passed its check; without models. */
    RemoteBackend backend(String id, Dialect dialect) {
        var address = address();
        if (address == null || concurrent == null || patience == null) {
            throw new IllegalStateException("Not checked");
        }
        return new RemoteBackend(
                id,
                dialect,
                text(name),
                address,
                text(key).isEmpty() ? null : text(key),
                text(hookSecret).isEmpty() ? null : text(hookSecret),
                concurrent,
                Duration.ofSeconds(patience),
                List.of());
    }

    /**
     * The admin's own choice, and so not checked against private networks: a graphics card stands in the next room more often than
     * not. What the backend itself points at is checked, see {@link Destinations}.
     */
    private @Nullable URI address() {
        try {
            var address = URI.create(text(url).replaceAll("/+$", ""));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean plain =
                    address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
            return web && plain && address.getHost() != null ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
