package app.emaki.generation;

import app.emaki.account.Viewer;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.ImageRefused.Reason;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which films begin with a face that nobody lent as a cameo, and who spoke for it. A film that goes on from such a one
 * carries the same face on, and the same word.
 */
@Repository
public class FaceDeclarations {
    private final JdbcClient jdbc;
    private final Clock clock;

    FaceDeclarations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was said of the faces in a film, earliest first; empty for a film without any. */
    public List<FaceDeclaration> of(UUID video) {
        return jdbc.sql("""
                        select account, source, said, agreed_at, origin from face_declaration where video = ?
                        order by agreed_at, account, source""").param(video).query(FaceDeclaration.class).list();
    }

    /** Writes down what the owner of a film that came from elsewhere said of the faces in it. */
    public void ofFilm(UUID account, UUID video, Said said) {
        jdbc.sql("""
                        insert into face_declaration (video, account, source, said, agreed_at) values (?, ?, 'FILM', ?, ?)
                        on conflict do nothing""")
                .params(video, account, said.name(), Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Writes down, with the order, which faces its films begin with.
     *
     * @throws ImageRefused when there is one in a picture that its sender has not spoken for
     */
    void ofOrder(Viewer viewer, Collection<Reference> pictures, @Nullable UUID parent, Collection<UUID> videos) {
        var keys = pictures.stream().map(it -> it.key().value()).toArray(String[]::new);
        if (keys.length > 0 && unspoken(keys)) {
            throw new ImageRefused(Reason.FACE);
        }
        for (var video : videos) {
            jdbc.sql("""
                            insert into face_declaration (video, account, source, said, agreed_at, origin)
                            select cast(:video as uuid), :account, 'PICTURE', r.said, r.agreed_at, null from reference_image r
                            where r.key = any(:keys) and r.account_id = :account and r.face and r.agreed_at is not null
                            union all
                            select :video, d.account, d.source, d.said, d.agreed_at, coalesce(d.origin, d.video) from face_declaration d
                            where d.video = cast(:parent as uuid)
                            on conflict do nothing""")
                    .param("video", video)
                    .param("account", viewer.id())
                    .param("keys", keys)
                    .param("parent", parent)
                    .update();
        }
    }

    private boolean unspoken(String[] keys) {
        return jdbc.sql(
                        "select exists (select 1 from reference_image where key = any(?) and face and agreed_at is null)")
                .param(keys)
                .query(Boolean.class)
                .single();
    }
}
