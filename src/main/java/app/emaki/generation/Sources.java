package app.emaki.generation;

import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.model.Source;
import app.emaki.video.Audience;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The films that others start from, as their backend wants to see them. */
@Repository
class Sources {
    private final JdbcClient jdbc;
    private final MediaStore store;

    Sources(JdbcClient jdbc, MediaStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * What a generation starts from; null for one that starts from words, or whose parent was erased, taken down, or refused by
     * somebody in it since it was ordered: of such a film nothing goes anywhere any more.
     */
    @Nullable
    Source of(Generation generation) {
        var parent = generation.commission().remixOf();
        return parent == null ? null : source(generation, parent);
    }

    /** What stands before a film that goes on in the same film, its author's own; empty when it is gone, or somebody in it said no. */
    Optional<Lead> lead(Generation generation) {
        return jdbc.sql("""
                        select v.clean, v.captions from video v
                        where v.id = :id and v.author = :author and v.deleted_at is null and v.taken_down_at is null
                          and not (%s)""".formatted(Audience.barred("v")))
                .param("author", generation.accountId())
                .param("id", generation.commission().remixOf())
                .query((row, n) -> new Lead(
                        new MediaKey(row.getString("clean")),
                        Optional.ofNullable(row.getString("captions"))
                                .map(MediaKey::new)
                                .orElse(null)))
                .optional()
                .filter(it -> store.exists(it.film()));
    }

    /** A film without its mark, and what is said in it. */
    record Lead(MediaKey film, @Nullable MediaKey captions) {}

    private @Nullable Source source(Generation generation, UUID parent) {
        return jdbc.sql("""
                        select v.plan, v.clean, case when g.lead = 0 then g.remote_id end as remote_id from video v
                        left join generation g on g.video_id = v.id and g.backend = :backend and g.configuration = :configuration
                        where v.id = :video and v.taken_down_at is null and not (%s)""".formatted(Audience.barred("v")))
                .param("backend", generation.backend())
                .param("configuration", generation.configuration())
                .param("video", parent)
                .query((row, n) -> {
                    var film = new MediaKey(row.getString("clean"));
                    return new Source(
                            generation.commission().way(),
                            parent,
                            row.getString("plan"),
                            store.exists(film) ? store.path(film) : null,
                            row.getString("remote_id"));
                })
                .optional()
                .orElse(null);
    }
}
