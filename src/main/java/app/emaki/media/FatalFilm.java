package app.emaki.media;

import java.io.IOException;

/** A file ended the process that opened it, or kept it for longer than any film takes. Once that may be chance. */
public final class FatalFilm extends IOException {
    public FatalFilm(String message, Throwable cause) {
        super(message, cause);
    }
}
