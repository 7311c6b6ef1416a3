package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.ReferenceImages;
import app.emaki.media.MediaKey;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One picture for each sheet, seen by its owner alone; its file is kept for a day. */
@Repository
class DraftPictures {
    private final JdbcClient jdbc;
    private final ReferenceImages images;

    DraftPictures(JdbcClient jdbc, ReferenceImages images) {
        this.jdbc = jdbc;
        this.images = images;
    }

    Optional<DraftPicture> of(Viewer viewer, Draft draft) {
        return key(draft).flatMap(key -> images.seen(viewer, key).map(seen -> new DraftPicture(key, seen)));
    }

    /**
     * Lays a picture on a sheet that is kept already, in place of the one before.
     *
     * @throws ImageRefused when it is no picture that we take
     */
    void lay(Viewer viewer, Draft draft, byte[] bytes) {
        jdbc.sql("""
                        insert into draft_picture (draft_id, key) values (?, ?)
                        on conflict (draft_id) do update set key = excluded.key""")
                .params(draft.id(), images.take(viewer, bytes, null).value())
                .update();
    }

    /** Notes that its sender agreed, or that they do no more, when it is still this picture that lies there. */
    void agree(Viewer viewer, Draft draft, String key, boolean agreed) {
        key(draft).filter(it -> it.value().equals(key)).ifPresent(it -> images.agree(viewer, it, agreed, Said.PAGE));
    }

    void remove(Draft draft) {
        jdbc.sql("delete from draft_picture where draft_id = ?")
                .param(draft.id())
                .update();
    }

    private Optional<MediaKey> key(Draft draft) {
        return jdbc.sql("select key from draft_picture where draft_id = ?")
                .param(draft.id())
                .query(String.class)
                .optional()
                .map(MediaKey::new);
    }
}
