package app.emaki.model.kamishibai.film;

/** A film could not be drawn, encoded or written; the message says at which step. */
public final class FilmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FilmException(String message) {
        super(message);
    }

    public FilmException(String message, Throwable cause) {
        super(message, cause);
    }
}
