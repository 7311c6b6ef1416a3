package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** A form that should carry a file and does not, or carries too large a one, is the sender's mistake and not ours. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class BrokenForms {

    @ExceptionHandler
    void broken(MultipartException failure, HttpServletResponse response) throws IOException {
        response.sendError(
                failure instanceof ErrorResponse error
                        ? error.getStatusCode().value()
                        : HttpStatus.BAD_REQUEST.value());
    }
}
