package app.emaki.moderation;

import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.Ids;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Films that were taken down and must not come back: not as the same file, and not as a file that shows the same. */
@Repository
class BlockedFilms {
    private static final Logger log = LoggerFactory.getLogger(BlockedFilms.class);

    /** The clean file is what an upload or a rendering leaves; the shown one carries its author's handle. */
    private static final String FILES = "select clean, strip, strip_tiles from video where id = ?";

    private final JdbcClient jdbc;
    private final MediaStore store;
    private final Ids ids;
    private final Clock clock;

    BlockedFilms(JdbcClient jdbc, MediaStore store, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Remembers a film; one whose file is gone cannot be known again. */
    void block(UUID video, Rule rule) {
        print(video)
                .ifPresent(print -> jdbc.sql("""
                        insert into blocked_film (id, video_id, digest, hashes, rule, blocked_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (video_id) do nothing""")
                        .params(
                                ids.next(),
                                video,
                                print.digest(),
                                array(print.hashes()),
                                rule.name(),
                                ModerationQuery.at(clock.instant()))
                        .update());
    }

    void unblock(UUID video) {
        jdbc.sql("delete from blocked_film where video_id = ?").param(video).update();
    }

    boolean blocked(UUID video) {
        return jdbc.sql("select exists (select from blocked_film where video_id = ?)")
                .param(video)
                .query(Boolean.class)
                .single();
    }

    /** The rule by which a film like this one was taken down; the film itself does not count. */
    Optional<Match> like(UUID video) {
        var blocked = jdbc.sql("select video_id, digest, hashes, rule from blocked_film where video_id <> ?")
                .param(video)
                .query(BlockedFilms::blocked)
                .list();
        if (blocked.isEmpty()) {
            return Optional.empty();
        }
        return print(video)
                .flatMap(print -> blocked.stream()
                        .filter(it -> Arrays.equals(it.print().digest(), print.digest())
                                || FilmPrint.twins(it.print().hashes(), print.hashes()))
                        .map(it -> new Match(it.rule(), Arrays.equals(it.print().digest(), print.digest())))
                        .findFirst());
    }

    /** The print of a film, made once and kept. */
    private Optional<Print> print(UUID video) {
        var known = jdbc.sql("select digest, hashes from film_print where video_id = ?")
                .param(video)
                .query((row, n) -> new Print(row.getBytes("digest"), hashes(row.getArray("hashes"))))
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
        return row == null ? List.of() : FilmPrint.of(row, files.tiles());
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

    private static Blocked blocked(ResultSet row, int number) throws SQLException {
        return new Blocked(
                new Print(row.getBytes("digest"), hashes(row.getArray("hashes"))), Rule.valueOf(row.getString("rule")));
    }

    private static List<Long> hashes(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private static Long[] array(List<Long> hashes) {
        return hashes.toArray(Long[]::new);
    }

    /** A film that is like one that was taken down; {@code exact} when it is the very same file. */
    record Match(Rule rule, boolean exact) {}

    private record Print(byte[] digest, List<Long> hashes) {}

    private record Blocked(Print print, Rule rule) {}

    private record Kept(String clean, @Nullable String strip, int tiles) {}
}
