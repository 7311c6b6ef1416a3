package app.emaki.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads everybody to a page that asks for patience until somebody runs this instance. */
class SetupFilter extends OncePerRequestFilter {
    private final Accounts accounts;
    private final OpenPaths open;
    private volatile boolean done;

    SetupFilter(Accounts accounts, OpenPaths open) {
        this.accounts = accounts;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return done || open.beforeSetup(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        done = accounts.hasAdmin();
        if (done) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/setup");
        }
    }
}
