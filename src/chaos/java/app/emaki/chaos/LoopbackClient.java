package app.emaki.chaos;

import app.emaki.model.Aspect;
import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Busy;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.BackendException.Unreachable;
import app.emaki.model.CancelKind;
import app.emaki.model.Capabilities;
import app.emaki.model.Fetched;
import app.emaki.model.ModelOffer;
import app.emaki.model.ProgressKind;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import app.emaki.model.VideoModelClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Speaks to {@link MoodyBackend} over loopback, and takes nothing it says for more than it is. */
@Component
@ConditionalOnProperty("emaki.chaos.backend")
public class LoopbackClient implements VideoModelClient {
    static final String NAME = "moody";
    static final String MODEL = "moody-1";
    private static final int CONCURRENT = 12;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    LoopbackClient(@Value("${emaki.chaos.backend}") URI base) {
        this.base = base;
    }

    @Override
    public String backend() {
        return NAME;
    }

    @Override
    public List<ModelOffer> offers() {
        var can = new Capabilities(
                Set.of(Aspect.values()),
                Capabilities.between(1, 60),
                List.of(160, 720),
                true,
                true,
                false,
                Set.of(),
                ProgressKind.PERCENT,
                CancelKind.BEST_EFFORT);
        return List.of(new ModelOffer(MODEL, "Moody", NAME, can, 1, 1));
    }

    @Override
    public int concurrent() {
        return CONCURRENT;
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        var answer = send(HttpRequest.newBuilder(base.resolve("/jobs"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        request.generation().toString())));
        return switch (answer.statusCode()) {
            case 202 -> new Submission(answer.body(), POLL);
            case 400 -> throw new Refused(Ground.POLICY, answer.body());
            case 429 -> throw new Busy(answer.body(), Duration.ofSeconds(1));
            default -> throw new Unclear("Answered " + answer.statusCode());
        };
    }

    @Override
    public Optional<Submission> find(RenderRequest request) throws BackendException {
        var answer = send(HttpRequest.newBuilder(base.resolve("/jobs?of=" + request.generation())));
        return answer.statusCode() == 200 ? Optional.of(new Submission(answer.body(), POLL)) : Optional.empty();
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var answer = send(HttpRequest.newBuilder(base.resolve("/jobs/" + remoteId)));
        if (answer.statusCode() == 404) {
            return new RenderStatus.Lost();
        }
        if (answer.statusCode() != 200) {
            throw new Unclear("Answered " + answer.statusCode());
        }
        var words = answer.body().split(" ");
        return switch (words[0]) {
            case "waiting" -> new RenderStatus.Waiting(POLL);
            case "working" -> new RenderStatus.Working(OptionalInt.of(Integer.parseInt(words[1])), POLL);
            case "done" -> new RenderStatus.Done();
            case "refused" -> new RenderStatus.Failed(RenderStatus.Cause.POLICY, answer.body());
            default -> new RenderStatus.Failed(RenderStatus.Cause.ERROR, answer.body());
        };
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        var request = HttpRequest.newBuilder(base.resolve("/jobs/" + remoteId + "/film"))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofFile(target));
            if (answer.statusCode() != 200) {
                throw new Unclear("Answered " + answer.statusCode());
            }
            return new Fetched(Files.size(target), null, null);
        } catch (IOException e) {
            throw new Unclear(e.toString());
        } catch (InterruptedException e) {
            throw cutOff();
        }
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        send(HttpRequest.newBuilder(base.resolve("/jobs/" + remoteId)).DELETE());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws BackendException {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Unreachable(e.toString());
        } catch (IOException e) {
            throw new Unclear(e.toString());
        } catch (InterruptedException e) {
            throw cutOff();
        }
    }

    private static Unclear cutOff() {
        Thread.currentThread().interrupt();
        return new Unclear("cut off");
    }
}
