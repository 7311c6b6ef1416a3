package app.emaki.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what nobody types: a field with the character zero in it, which no database keeps. */
@Component
@Order(-9000)
class NothingHidden extends OncePerRequestFilter {

    /** Programs send pictures as parts without a file name, which look like words here; what is words among them is checked there. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hidden = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value != null && value.indexOf('\0') >= 0);
        if (hidden) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
