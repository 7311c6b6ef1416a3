package app.emaki.moderation;

import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.video.FilmLooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What films look like, made once and kept for as long as their rows, also when their files are gone. */
@Repository
class FilmPrints implements FilmLooks {
    private static final Logger log = LoggerFactory.getLogger(FilmPrints.class);
    private static final int MOST_AT_ONCE = 500;

    /** The clean file is what an upload or a rendering leaves; the shown one carries its author's handle. */
    private static final String FILES = "select clean, strip, strip_tiles from video where id = ?";

    private final JdbcClient jdbc;
    private final MediaStore store;

    FilmPrints(JdbcClient jdbc, MediaStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public void remember(UUID video) {
        of(video);
    }

    @Override
    public Collection<UUID> likeOneWithCameo(UUID video) {
        var print = of(video);
        if (print.isEmpty()) {
            return List.of();
        }
        unremembered().forEach(this::of);
        return jdbc
                .sql("""
                        select p.video_id, p.digest, p.hashes from film_print p join video v on v.id = p.video_id
                        where v.with_cameo and v.id <> ?""")
                .param(video)
                .query((row, n) -> new Known(row.getObject("video_id", UUID.class), print(row)))
                .list()
                .stream()
                .filter(known -> known.print().shows(print.get()))
                .map(Known::video)
                .toList();
    }

    /** Films of the days before each was remembered as it came. */
    private List<UUID> unremembered() {
        return jdbc.sql("""
                        select v.id from video v where v.with_cameo and v.erased_at is null
                          and not exists (select 1 from film_print p where p.video_id = v.id) limit ?""").param(MOST_AT_ONCE).query(UUID.class).list();
    }

    /** The print of a film, made once and kept. */
    Optional<Print> of(UUID video) {
        var known = jdbc.sql("select digest, hashes from film_print where video_id = ?")
                .param(video)
                .query((row, n) -> print(row))
                .optional();
        return known.isPresent() ? known : take(video);
    }

    private Optional<Print> take(UUID video) {
        var files = jdbc.sql(FILES)
                .param(video)
                .query((row, n) -> new Kept(row.getString("clean"), row.getString("strip"), row.getInt("strip_tiles")))
                .optional();
        if (files.isEmpty() || !store.exists(new MediaKey(files.get().clean()))) {
            return Optional.empty();
        }
        try {
            var print = new Print(digest(path(files.get().clean())), look(files.get()));
            jdbc.sql("insert into film_print (video_id, digest, hashes) values (?, ?, ?) on conflict do nothing")
                    .params(video, print.digest(), array(print.hashes()))
                    .update();
            return Optional.of(print);
        } catch (IOException e) {
            log.warn("The film {} cannot be looked at: {}", video, e.toString());
            return Optional.empty();
        }
    }

    /** From the small pictures to seek by; a film without them has too few to be told by its looks. */
    private List<Long> look(Kept files) throws IOException {
        if (files.strip() == null || !store.exists(new MediaKey(files.strip()))) {
            return List.of();
        }
        var row = ImageIO.read(path(files.strip()).toFile());
        return row == null || files.tiles() < 1 || row.getWidth() < files.tiles()
                ? List.of()
                : FilmPrint.of(row, files.tiles());
    }

    private Path path(String key) {
        return store.path(new MediaKey(key));
    }

    private static byte[] digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    private static Print print(ResultSet row) throws SQLException {
        return new Print(row.getBytes("digest"), hashes(row.getArray("hashes")));
    }

    static List<Long> hashes(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    static Long[] array(List<Long> hashes) {
        return hashes.toArray(Long[]::new);
    }

    /** The digest of a film's file, and the hashes of pictures spread over it. */
    record Print(byte[] digest, List<Long> hashes) {
        /** Whether the two are of one film, or one is of a part of the other. */
        boolean shows(Print other) {
            return Arrays.equals(digest, other.digest)
                    || FilmPrint.twins(hashes, other.hashes)
                    || FilmPrint.twins(other.hashes, hashes);
        }
    }

    private record Known(UUID video, Print print) {}

    private record Kept(String clean, @Nullable String strip, int tiles) {}
}
