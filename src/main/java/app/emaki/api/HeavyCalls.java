package app.emaki.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets few calls with pictures or films in them in at a time, since each is held in memory while it is looked at; and fewer of one
 * account, so that nobody takes all the room.
 */
class HeavyCalls extends OncePerRequestFilter {
    private static final long LIGHT = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Semaphore room;
    private final int each;
    /** One for each account that ever came, which are few and small. */
    private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();

    private final ApiAnswers answers;

    HeavyCalls(int many, int each, ApiAnswers answers) {
        this.room = new Semaphore(many, true);
        this.each = each;
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
        var own = rooms.computeIfAbsent(String.valueOf(request.getRemoteUser()), account -> new Semaphore(each, true));
        within(own, response, () -> within(room, response, () -> chain.doFilter(request, response)));
    }

    private void within(Semaphore space, HttpServletResponse response, Call call) throws ServletException, IOException {
        if (!entered(space)) {
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
            call.proceed();
        } finally {
            space.release();
        }
    }

    private static boolean entered(Semaphore space) {
        try {
            return space.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Call {
        void proceed() throws ServletException, IOException;
    }
}
