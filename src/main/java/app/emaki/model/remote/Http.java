package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.BackendException.Unreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls to backends. Nothing is followed, repeated or waited for beyond the time of the call, body and all; what went wrong is told
 * apart by whether the call may have arrived.
 */
final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Sends and reads a short answer. */
    Answer send(HttpRequest request, Duration patience) throws BackendException {
        var body = new ByteArrayOutputStream();
        var response = exchange(request, patience, info -> new CappedBody(body, MOST_ANSWER));
        return new Answer(response.statusCode(), response.headers(), body.toString(StandardCharsets.UTF_8));
    }

    /**
     * Sends and, where the answer is a success, streams it into a file; other answers are read as text.
     *
     * @throws NotWritten when the file takes no more
     */
    Answer download(HttpRequest request, Path target, long limit, Duration patience) throws BackendException {
        var words = new ByteArrayOutputStream();
        try (OutputStream file = Files.newOutputStream(target)) {
            var response = exchange(
                    request,
                    patience,
                    info -> info.statusCode() / 100 == 2
                            ? new CappedBody(file, limit)
                            : new CappedBody(words, MOST_ANSWER));
            return new Answer(response.statusCode(), response.headers(), words.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, Duration patience, HttpResponse.BodyHandler<T> handler)
            throws BackendException {
        var call = client.sendAsync(request, handler);
        try {
            // the timeout of a request ends with its headers; this one covers the body
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new Unclear("No answer from " + request.uri().getHost() + " within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unclear("Interrupted while waiting for " + request.uri().getHost());
        } catch (ExecutionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof NotWritten here) {
                    throw here;
                }
            }
            throw failure(request, e.getCause() == null ? e : e.getCause());
        }
    }

    private static BackendException failure(HttpRequest request, Throwable cause) {
        var words = request.method() + " " + request.uri().getHost() + ": " + cause;
        return switch (cause) {
            case HttpConnectTimeoutException _, ConnectException _, SSLHandshakeException _ -> new Unreachable(words);
            default -> new Unclear(words);
        };
    }
}
