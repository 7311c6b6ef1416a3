package app.emaki.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets few calls with pictures or films in them in at a time, since each is held in memory while it is looked at. */
class HeavyCalls extends OncePerRequestFilter {
    private static final long LIGHT = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Semaphore room;
    private final ApiAnswers answers;

    HeavyCalls(int many, ApiAnswers answers) {
        this.room = new Semaphore(many, true);
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var method = request.getMethod();
        boolean bodyless = method.equals("GET") || method.equals("HEAD") || method.equals("DELETE");
        long length = request.getContentLengthLong();
        // a length that is not told may be any
        return bodyless || length >= 0 && length <= LIGHT;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!entered()) {
            ApiAnswers.comeAgain(response, PATIENCE);
            answers.write(
                    ApiError.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "server_busy",
                            "Other pictures and films are looked at just now. Try again when Retry-After says."),
                    response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }

    private boolean entered() {
        try {
            return room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
