package app.emaki.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Keeps files under keys. A file never changes under its key. */
public interface MediaStore {

    /**
     * Takes a copy of a file, which then survives a crash. It is swept after a while unless somebody {@linkplain #keep keeps} it.
     *
     * @param contentType one of the kinds that Emaki serves, for instance {@code video/mp4}
     */
    MediaKey put(Path file, String contentType) throws IOException;

    /**
     * As {@link #put(Path, String)}, with a lighter copy of a picture for whoever understands that: served under the same key, and
     * kept and deleted with it.
     *
     * @param lighter the same picture as WebP
     */
    MediaKey put(Path file, String contentType, Path lighter) throws IOException;

    /** Says, in the transaction of the row that owns them, that these files are there to stay. */
    void keep(Collection<MediaKey> keys);

    /** Where the file lies on this machine. */
    Path path(MediaKey key);

    /** The lighter copy of a picture, as WebP; empty when there is none. */
    Optional<Path> lighter(MediaKey key);

    boolean exists(MediaKey key);

    /** Removes a file; one that is gone already is no error. */
    void delete(MediaKey key);

    /**
     * Removes what was put before a moment and never kept; tells how many files that were.
     *
     * @param needed what somebody still works with, however old it is
     */
    int sweep(Instant before, Collection<MediaKey> needed);
}
