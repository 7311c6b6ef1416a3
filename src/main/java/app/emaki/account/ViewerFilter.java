package app.emaki.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the viewer of each request afresh; whoever left is signed out,
 * whoever is suspended is led to the page that says why, whoever waits for a code to where it is asked for. */
class ViewerFilter extends OncePerRequestFilter {
    static final String VIEWER = "viewer";

    private final Viewers viewers;
    private final OpenPaths open;

    ViewerFilter(Viewers viewers, OpenPaths open) {
        this.viewers = viewers;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = viewer();
        if (viewer == null) {
            chain.doFilter(request, response);
        } else if (viewer.standing() == Standing.CLOSED) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            response.sendRedirect("/sign-in?closed");
        } else if (viewer.standing() == Standing.SUSPENDED && !open.toSuspended(request)) {
            response.sendRedirect("/standing");
        } else if (viewer.standing() == Standing.PENDING && !open.toPending(request)) {
            response.sendRedirect("/join");
        } else {
            request.setAttribute(VIEWER, viewer);
            chain.doFilter(request, response);
        }
    }

    private @Nullable Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? viewers.find(signedIn.id()).orElse(null)
                : null;
    }
}
