package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.AdminAct;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nothing that an admin does goes unlogged: whatever was written under {@code /admin}, or by a program of theirs, and told the
 * log nothing of its own stands there by its route, with the reason if the form gave one.
 */
@Component
class AdminTrail implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String TOLD = AdminTrail.class.getName();
    private static final int LONGEST = 300;

    private final AuditLog log;

    AdminTrail(AuditLog log) {
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/admin/**", "/api/v1/admin/**")
                .excludePathPatterns("/admin/moderation/**", "/api/v1/admin/decisions/**");
    }

    @EventListener
    @Order(0)
    void on(AdminAct act) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(TOLD, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (failure != null
                || response.getStatus() >= 400
                || READS.contains(request.getMethod())
                || request.getAttribute(TOLD) != null
                || response.containsHeader(AdminAct.TOLD_BEFORE)
                || !(request.getAttribute("viewer") instanceof Viewer viewer)) {
            return;
        }
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var why = Objects.requireNonNullElse(request.getParameter("why"), "");
        log.record(
                viewer.id(),
                request.getMethod() + " " + Objects.requireNonNullElse(route, ""),
                request.getRequestURI(),
                why.length() > LONGEST ? why.substring(0, LONGEST) : why.strip());
    }
}
