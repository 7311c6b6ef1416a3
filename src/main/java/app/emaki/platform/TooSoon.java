package app.emaki.platform;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A limit on how often something may be done was reached. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public class TooSoon extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    public TooSoon(Duration wait) {
        super("Try again in " + wait.toSeconds() + " s");
        this.wait = wait;
    }

    /** How long to wait for the next try. */
    public Duration patience() {
        return wait;
    }
}
