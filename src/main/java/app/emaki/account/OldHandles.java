package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handles that somebody gave up for another: kept for them alone, and leading on to where they are now. */
@Component
class OldHandles implements HandlerInterceptor, WebMvcConfigurer {
    private final JdbcClient jdbc;

    OldHandles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/@*", "/@*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return true;
        }
        var path = request.getRequestURI();
        int end = path.indexOf('/', 2);
        var handle = end < 0 ? path.substring(2) : path.substring(2, end);
        var moved = now(handle.toLowerCase(Locale.ROOT));
        moved.ifPresent(to -> {
            var query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    HttpHeaders.LOCATION,
                    "/@" + to + (end < 0 ? "" : path.substring(end)) + (query == null ? "" : "?" + query));
        });
        return moved.isEmpty();
    }

    /** Keeps a handle that was given up; one that is taken up again leads nowhere else. */
    void keep(UUID account, String old, String fresh, Instant now) {
        jdbc.sql("delete from old_handle where handle = ?").param(fresh).update();
        jdbc.sql("insert into old_handle (handle, skeleton, account_id, left_at) values (?, ?, ?, ?)")
                .params(old, HandleRule.skeleton(old), account, Timestamp.from(now))
                .update();
    }

    /** Whether a handle, or one that looks like it, is kept for somebody else. */
    boolean keptFromOthers(String handle, UUID account) {
        return jdbc.sql("select exists (select from old_handle where skeleton = ? and account_id <> ?)")
                .params(HandleRule.skeleton(handle), account)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> now(String old) {
        return jdbc.sql("select a.handle from old_handle o join account a on a.id = o.account_id where o.handle = ?")
                .param(old)
                .query(String.class)
                .optional();
    }
}
