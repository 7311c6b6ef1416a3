package app.emaki.feed;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody of that handle is here, or not for this viewer. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotHere extends RuntimeException {
    private static final long serialVersionUID = 1;
}
