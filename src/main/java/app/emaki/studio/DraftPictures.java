package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.PictureHolder;
import app.emaki.generation.ReferenceImages;
import app.emaki.media.MediaKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One picture for each sheet, seen by its owner alone; kept as long as the sheet is. */
@Repository
class DraftPictures implements PictureHolder {
    private record Laid(String key, boolean keeps) {}

    private final JdbcClient jdbc;
    private final ReferenceImages images;

    DraftPictures(JdbcClient jdbc, ReferenceImages images) {
        this.jdbc = jdbc;
        this.images = images;
    }

    Optional<DraftPicture> of(Viewer viewer, Draft draft) {
        return jdbc.sql("select key, keeps from draft_picture where draft_id = ?")
                .param(draft.id())
                .query(Laid.class)
                .optional()
                .flatMap(it -> {
                    var key = new MediaKey(it.key());
                    return images.seen(viewer, key).map(seen -> new DraftPicture(key, seen, it.keeps()));
                });
    }

    /**
     * Lays a picture on a sheet that is kept already, in place of the one before.
     *
     * @throws ImageRefused when it is no picture that we take
     */
    void lay(Viewer viewer, Draft draft, byte[] bytes) {
        lay(viewer, draft, images.take(viewer, bytes, null));
    }

    /** Lays a picture that is here already on a sheet that is kept already. */
    void lay(Viewer viewer, Draft draft, MediaKey picture) {
        var before = key(draft);
        jdbc.sql("""
                        insert into draft_picture (draft_id, key) values (?, ?)
                        on conflict (draft_id) do update set key = excluded.key""").params(draft.id(), picture.value()).update();
        images.hold(viewer, picture);
        before.filter(it -> !it.equals(picture)).ifPresent(it -> images.letGo(viewer, it));
    }

    /** Notes that its sender agreed, or that they do no more, when it is still this picture that lies there. */
    void agree(Viewer viewer, Draft draft, String key, boolean agreed) {
        key(draft).filter(it -> it.value().equals(key)).ifPresent(it -> images.agree(viewer, it, agreed, Said.PAGE));
    }

    /** Notes what the picture is for, when it is still this one that lies there. */
    void keep(Draft draft, String key, boolean keeps) {
        jdbc.sql("update draft_picture set keeps = ? where draft_id = ? and key = ?")
                .params(keeps, draft.id(), key)
                .update();
    }

    void remove(Viewer viewer, Draft draft) {
        var before = key(draft);
        jdbc.sql("delete from draft_picture where draft_id = ?")
                .param(draft.id())
                .update();
        before.ifPresent(it -> images.letGo(viewer, it));
    }

    /** The files of the pictures on these sheets, the first ones first, until they come to so many bytes. */
    Map<UUID, byte[]> files(Viewer viewer, List<Draft> sheets, int most) {
        var keys = keys(sheets);
        var files = new HashMap<UUID, byte[]>();
        long size = 0;
        for (var sheet : sheets) {
            var bytes = Optional.ofNullable(keys.get(sheet.id()))
                    .flatMap(key -> images.read(viewer, key))
                    .orElse(null);
            if (bytes != null && size + bytes.length <= most) {
                files.put(sheet.id(), bytes);
                size += bytes.length;
            }
        }
        return files;
    }

    private Map<UUID, MediaKey> keys(List<Draft> sheets) {
        var keys = new HashMap<UUID, MediaKey>();
        jdbc.sql("select draft_id, key from draft_picture where draft_id = any(?)")
                .param(sheets.stream().map(Draft::id).toArray(UUID[]::new))
                .query((row, number) ->
                        keys.put(row.getObject("draft_id", UUID.class), new MediaKey(row.getString("key"))))
                .list();
        return keys;
    }

    @Override
    public Set<String> held(Collection<String> keys) {
        return jdbc.sql("select key from draft_picture where key = any(?)")
                .param(keys.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private Optional<MediaKey> key(Draft draft) {
        return jdbc.sql("select key from draft_picture where draft_id = ?")
                .param(draft.id())
                .query(String.class)
                .optional()
                .map(MediaKey::new);
    }
}
