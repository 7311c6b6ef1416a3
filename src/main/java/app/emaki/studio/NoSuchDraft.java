package app.emaki.studio;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No such sheet or preset, or it is another's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
