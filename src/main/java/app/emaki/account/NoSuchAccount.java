package app.emaki.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for is not there, or not for whoever asked. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchAccount extends RuntimeException {
    private static final long serialVersionUID = 1;
}
