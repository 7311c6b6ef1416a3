package app.emaki.model.remote;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What came could not be written down here, of which its backend is innocent: the disk is full, or away. */
final class NotWritten extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    NotWritten(IOException cause) {
        super("What came cannot be written down: " + cause.getMessage(), cause);
    }
}
