package app.emaki.cameo;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such cameo, or not for this viewer; which of the two is not told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchCameo extends RuntimeException {
    private static final long serialVersionUID = 1;
}
