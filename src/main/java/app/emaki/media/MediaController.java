package app.emaki.media;

import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_PARTIAL_CONTENT;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE;

import app.emaki.media.ByteRange.Unsatisfiable;
import app.emaki.media.MediaGuard.Ruling;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Serves stored files to whom the guards allow, whole or in ranges. Behind nginx it may say which file instead
 * ({@code emaki.media.accel}): then nginx sends it, and answers ranges and conditions from the file.
 */
@Controller
class MediaController {
    private static final String ACCEL = "X-Accel-Redirect";
    private static final String SENDFILE = "org.apache.tomcat.sendfile.";

    private final MediaStore store;
    private final List<MediaGuard> guards;
    /** The nginx location of the folder {@code media}, with a slash at its end; empty without one. */
    private final String accel;

    MediaController(MediaStore store, ObjectProvider<MediaGuard> guards, @Value("${emaki.media.accel}") String accel) {
        this.store = store;
        this.accel = accel;
        this.guards = guards.orderedStream().toList();
    }

    @GetMapping("/media/{name}")
    void serve(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var key =
                MediaKey.parse(name).filter(it -> allowed(it, viewer(request))).orElse(null);
        if (key == null || !store.exists(key)) {
            response.sendError(SC_NOT_FOUND);
            return;
        }
        var kind = MediaKind.of(key);
        var lighter = kind == MediaKind.JPEG && takesWebp(request) ? store.lighter(key) : Optional.<Path>empty();
        var file = lighter.orElseGet(() -> store.path(key));
        long modified = Files.getLastModifiedTime(file).toMillis() / 1000 * 1000;
        var tag = '"' + key.value().substring(0, key.value().indexOf('.')) + (lighter.isPresent() ? "-webp\"" : "\"");
        // asked anew each time, so that what was taken down is gone at once; unchanged files cost one 304
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (kind == MediaKind.JPEG) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        var contentType = (lighter.isPresent() ? MediaKind.WEBP : kind).contentType();
        if (!accel.isEmpty()) {
            response.setContentType(contentType);
            response.setHeader(
                    ACCEL, accel + Objects.requireNonNull(file.getParent()).getFileName() + "/" + file.getFileName());
        } else if (!new ServletWebRequest(request, response).checkNotModified(tag, modified)) {
            response.setContentType(contentType);
            answer(file, rangeHeader(request, tag, modified), request, response);
        }
    }

    private boolean allowed(MediaKey key, @Nullable UUID viewer) {
        return guards.stream()
                        .map(guard -> guard.mayRead(key, viewer))
                        .filter(ruling -> ruling != Ruling.UNKNOWN)
                        .findFirst()
                        .orElse(Ruling.DENY)
                == Ruling.ALLOW;
    }

    /** Only who names the format gets it: crawlers that fetch a preview say they take anything, and then do not. */
    private static boolean takesWebp(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("image/webp");
    }

    private static @Nullable UUID viewer(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? null : UUID.fromString(principal.getName());
    }

    /** The Range header, unless If-Range names another version of the file than this one. */
    private static @Nullable String rangeHeader(HttpServletRequest request, String tag, long modified) {
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        var unchanged = condition == null
                || condition.equals(tag)
                || !condition.contains("\"") && request.getDateHeader(HttpHeaders.IF_RANGE) == modified;
        return unchanged ? request.getHeader(HttpHeaders.RANGE) : null;
    }

    private static void answer(
            Path file, @Nullable String rangeHeader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long size = Files.size(file);
        var range = ByteRange.whole(size);
        try {
            var asked = rangeHeader == null
                    ? null
                    : ByteRange.parse(rangeHeader, size).orElse(null);
            if (asked != null) {
                range = asked;
                response.setStatus(SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(size));
            }
        } catch (Unsatisfiable e) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.sendError(SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setContentLengthLong(range.length());
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            send(file, range, request, response);
        }
    }

    private static void send(Path file, ByteRange range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support")) && range.length() > 0) {
            request.setAttribute(SENDFILE + "filename", file.toString());
            request.setAttribute(SENDFILE + "start", range.first());
            request.setAttribute(SENDFILE + "end", range.last() + 1);
            return;
        }
        try (var channel = FileChannel.open(file);
                var out = Channels.newChannel(response.getOutputStream())) {
            for (long at = range.first(); at <= range.last(); ) {
                at += channel.transferTo(at, range.last() - at + 1, out);
            }
        }
    }
}
