package app.emaki.generation;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is none, or it is another's; the difference is nobody's business. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchGeneration extends RuntimeException {
    public NoSuchGeneration(UUID id) {
        super("No generation " + id);
    }
}
