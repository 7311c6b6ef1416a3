package app.emaki.media;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps files in folders under the data folder; a row in {@code media_object} tells which of them are there to stay. */
@Component
class FileMediaStore implements MediaStore {
    private final Path folder;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileMediaStore(@Value("${emaki.data}") Path data, JdbcClient jdbc, Clock clock) {
        this.folder = data.resolve("media").toAbsolutePath();
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public MediaKey put(Path file, String contentType) throws IOException {
        return put(file, MediaKind.of(contentType), Files.size(file));
    }

    @Override
    public MediaKey put(Path file, String contentType, Path lighter) throws IOException {
        var key = put(file, MediaKind.of(contentType), Files.size(file) + Files.size(lighter));
        write(lighter, twin(key));
        return key;
    }

    private MediaKey put(Path file, MediaKind kind, long bytes) throws IOException {
        var key = MediaKey.random(kind.extension());
        // the row first: a file without a row would never be swept
        jdbc.sql("insert into media_object (key, content_type, bytes, created_at) values (?, ?, ?, ?)")
                .params(key.value(), kind.contentType(), bytes, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        write(file, path(key));
        return key;
    }

    @Override
    public void keep(Collection<MediaKey> keys) {
        jdbc.sql("update media_object set kept_at = :now where key in (:keys)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("keys", keys.stream().map(MediaKey::value).toList())
                .update();
    }

    @Override
    public Path path(MediaKey key) {
        return folder.resolve(key.value().substring(0, 2)).resolve(key.value());
    }

    @Override
    public Optional<Path> lighter(MediaKey key) {
        return Optional.of(twin(key)).filter(Files::isRegularFile);
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private Path twin(MediaKey key) {
        return path(key).resolveSibling(key.value() + ".webp");
    }

    @Override
    public boolean exists(MediaKey key) {
        return Files.isRegularFile(path(key));
    }

    @Override
    public void delete(MediaKey key) {
        try {
            for (var file : List.of(path(key), twin(key))) {
                Files.deleteIfExists(file);
                // half written when its process ended
                Files.deleteIfExists(part(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("delete from media_object where key = ?").param(key.value()).update();
    }

    @Override
    public int sweep(Instant before, Collection<MediaKey> needed) {
        var keys = jdbc
                .sql("select key from media_object where kept_at is null and created_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new MediaKey(row.getString("key")))
                .list()
                .stream()
                .filter(key -> !needed.contains(key))
                .toList();
        keys.forEach(this::delete);
        return keys.size();
    }

    /** So that at no moment a half-written file stands under a key, not even after a power cut. */
    private static void write(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var part = part(target);
        try (var from = FileChannel.open(source, READ);
                var to = FileChannel.open(part, CREATE_NEW, WRITE)) {
            for (long at = 0, size = from.size(); at < size; ) {
                at += from.transferTo(at, size - at, to);
            }
            to.force(true);
        }
        Files.move(part, target, ATOMIC_MOVE);
        try (var parent = FileChannel.open(target.getParent(), READ)) {
            parent.force(true);
        }
    }
}
