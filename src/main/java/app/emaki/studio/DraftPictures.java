package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.ReferenceImages;
import app.emaki.media.MediaKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One picture for each sheet, seen by its owner alone; its file is kept for a day. */
@Repository
class DraftPictures {
    private static final Logger log = LoggerFactory.getLogger(DraftPictures.class);

    private final JdbcClient jdbc;
    private final ReferenceImages images;
    private final Clock clock;

    DraftPictures(JdbcClient jdbc, ReferenceImages images, Clock clock) {
        this.jdbc = jdbc;
        this.images = images;
        this.clock = clock;
    }

    Optional<DraftPicture> of(Viewer viewer, Draft draft) {
        return jdbc.sql("select key, face, agreed_at from draft_picture where draft_id = ?")
                .param(draft.id())
                .query((row, number) -> new DraftPicture(
                        new MediaKey(row.getString("key")),
                        row.getBoolean("face"),
                        row.getTimestamp("agreed_at") != null))
                .optional()
                .filter(it -> images.find(viewer, it.key().value()).isPresent());
    }

    /**
     * Lays a picture on a sheet that is kept already, in place of the one before.
     *
     * @throws ImageRefused when it is no picture that we take
     */
    void lay(Viewer viewer, Draft draft, byte[] bytes) {
        var key = images.take(viewer, bytes, null);
        jdbc.sql("""
                        insert into draft_picture (draft_id, key, face) values (?, ?, ?)
                        on conflict (draft_id) do update set key = excluded.key, face = excluded.face, agreed_at = null""")
                .params(draft.id(), key.value(), images.showsFace(viewer, key))
                .update();
    }

    /** Notes when its sender agreed, or that they do no more. */
    void agree(Viewer viewer, Draft draft, String key, boolean agreed) {
        int changed = jdbc.sql("""
                        update draft_picture set agreed_at = case when :agreed then cast(:now as timestamptz) end
                        where draft_id = :draft and key = :key and face and (agreed_at is null) = :agreed""")
                .param("agreed", agreed)
                .param("now", Timestamp.from(clock.instant()))
                .param("draft", draft.id())
                .param("key", key)
                .update();
        if (changed > 0) {
            log.info(
                    "{} {} that the face in picture {} may be used",
                    viewer.id(),
                    agreed ? "says" : "says no more",
                    key);
        }
    }

    void remove(Draft draft) {
        jdbc.sql("delete from draft_picture where draft_id = ?")
                .param(draft.id())
                .update();
    }
}
