package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads a stranger to the sign-in page and remembers the page they wanted; a script gets a plain 401. */
record SignInFirst(WantedPage wanted) implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader("X-Fragment") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getMethod().equals("GET")) {
            var query = request.getQueryString();
            wanted.keep(request.getRequestURI() + (query == null ? "" : "?" + query), request, response);
        }
        response.sendRedirect("/sign-in");
    }
}
