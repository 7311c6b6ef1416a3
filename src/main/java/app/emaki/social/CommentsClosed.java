package app.emaki.social;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The author of a video lets nobody write beneath it any more. */
@ResponseStatus(HttpStatus.FORBIDDEN)
class CommentsClosed extends RuntimeException {
    private static final long serialVersionUID = 1;
}
