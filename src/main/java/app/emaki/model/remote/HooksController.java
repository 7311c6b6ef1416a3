package app.emaki.model.remote;

import app.emaki.model.BackendSpoke;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where backends call to tell of their jobs. Whoever cannot sign learns nothing, not even which backends there are. */
@RestController
class HooksController {
    private static final int MOST_BYTES = 1024 * 1024;

    private final RemoteBackends backends;
    private final Hooks hooks;
    private final ApplicationEventPublisher events;

    HooksController(RemoteBackends backends, Hooks hooks, ApplicationEventPublisher events) {
        this.backends = backends;
        this.hooks = hooks;
        this.events = events;
    }

    @PostMapping("/hooks/backends/{id}")
    ResponseEntity<Void> hear(@PathVariable String id, @RequestHeader HttpHeaders headers, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var job = backends.find(id).flatMap(backend -> hooks.job(backend, headers, body));
        job.ifPresent(it -> events.publishEvent(new BackendSpoke(id, it)));
        return job.isPresent() ? ResponseEntity.noContent().build() : ResponseEntity.of(Optional.empty());
    }
}
