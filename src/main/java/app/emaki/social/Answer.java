package app.emaki.social;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What follows a press of a button: nothing for a script that has drawn it already, the page it was pressed on for a form. */
public final class Answer {
    private Answer() {}

    /** No content for a script, else the way back to where it was pressed. */
    public static ResponseEntity<Void> done(HttpServletRequest request, String otherwise) {
        if (request.getHeader("X-Fragment") != null) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(back(request, otherwise)))
                .build();
    }

    /** The path in the form's field {@code back}, as long as it leads nowhere else. */
    static String back(HttpServletRequest request, String otherwise) {
        var back = request.getParameter("back");
        return back != null && back.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? back : otherwise;
    }
}
