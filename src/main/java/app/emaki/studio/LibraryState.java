package app.emaki.studio;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What part of a library is asked for, and how it is told in SQL. */
enum LibraryState {
    ALL("v.deleted_at is null"),
    POSTED("v.deleted_at is null and v.published_at is not null"),
    DRAFT("v.deleted_at is null and v.published_at is null"),
    STARRED("v.deleted_at is null and exists (select 1 from library_mark m where m.video = v.id and m.starred)"),
    TAKEN_DOWN("v.deleted_at is null and v.taken_down_at is not null"),
    /** Deleted, and still to be brought back. */
    DELETED("v.deleted_at is not null and v.erased_at is null");

    private final String condition;

    LibraryState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LibraryState of(String key) {
        return find(key).orElse(ALL);
    }

    private static Optional<LibraryState> find(String key) {
        return Stream.of(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
