package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.CancelKind;
import app.emaki.model.Fetched;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's Videos protocol, with the deviations of the servers that outlived it. */
final class OpenAiVideosClient extends RemoteClient {
    private static final Pattern CLOUD = Pattern.compile("https?://[^\\s\"'<>]+");

    private final Dialect dialect;
    private final VideosOrders orders;

    OpenAiVideosClient(RemoteBackend backend, Http http) {
        super(backend, http);
        this.dialect = backend.dialect();
        this.orders = new VideosOrders(this);
    }

    @Override
    @Nullable
    Header credential() {
        return backend.key() == null ? null : new Header("Authorization", "Bearer " + backend.key());
    }

    @Override
    List<String> models() throws BackendException {
        var names = new ArrayList<String>();
        for (var model : ask(backend.at("/models")).object().path("data")) {
            names.add(model.path("id").asString(""));
        }
        return names;
    }

    /** Another Emaki knows the key of a job that it has already. */
    @Override
    public boolean idempotent() {
        return dialect == Dialect.EMAKI;
    }

    /** People are nobody's characters where those were invented, and could never be erased there again. */
    @Override
    public boolean showsPeople() {
        return dialect != Dialect.OPENAI;
    }

    @Override
    public boolean showsByFilm() {
        return dialect == Dialect.OPENAI;
    }

    /** A film that is told otherwise or goes on is sent its words alone. */
    @Override
    boolean takesAvoided(RenderRequest request) throws BackendException {
        return super.takesAvoided(request) && !orders.fromFilm(request);
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        return orders.submit(request);
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        var answer = get(video(remoteId));
        if (answer.status() == 404 || answer.status() == 410) {
            return new RenderStatus.Lost();
        }
        if (!answer.successful()) {
            throw answer.unanswered();
        }
        var job = answer.object();
        var poll = answer.pollAfter(poll());
        return switch (job.path("status").asString("").toLowerCase(Locale.ROOT)) {
            case "completed", "succeeded" -> new RenderStatus.Done();
            case "failed", "expired" -> failed(job.path("error"));
            case "deleted", "cancelled", "canceled" -> new RenderStatus.Lost();
            case "queued", "pending" -> queued(job, poll);
            default -> new RenderStatus.Working(progress(job), poll);
        };
    }

    /** SGLang says "queued" until the end; whatever moves is at work. */
    private static RenderStatus queued(JsonNode job, Duration poll) {
        var progress = progress(job);
        return progress.orElse(0) > 0 ? new RenderStatus.Working(progress, poll) : new RenderStatus.Waiting(poll);
    }

    private static RenderStatus failed(JsonNode error) {
        var cause = Answer.policy(error) ? RenderStatus.Cause.POLICY : RenderStatus.Cause.ERROR;
        return new RenderStatus.Failed(cause, error.isMissingNode() ? "failed without a word" : error.toString());
    }

    /** Whole percents, or a share of one, or nothing. */
    private static OptionalInt progress(JsonNode job) {
        var progress = job.path("progress");
        if (!progress.isNumber()) {
            return OptionalInt.empty();
        }
        double told = progress.doubleValue();
        boolean share = told > 0 && told < 1;
        return OptionalInt.of((int) Math.clamp(share ? told * 100 : told, 0, 100));
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        try {
            var content = URI.create(video(remoteId) + "/content");
            return dialect == Dialect.EMAKI ? unmarked(content, target, limit) : download(content, target, limit);
        } catch (Unclear e) {
            var elsewhere = CLOUD.matcher(e.getMessage());
            // a server that keeps its films in a cloud says so in an error, and wants us to go there ourselves
            if (dialect == Dialect.SGLANG && e.getMessage().startsWith("400") && elsewhere.find()) {
                return elsewhere(URI.create(elsewhere.group()), target, limit);
            }
            throw e;
        }
    }

    /** Another Emaki marks its films, too: without its mark where its plan for us allows, and else we say that there is one. */
    private Fetched unmarked(URI content, Path target, long limit) throws BackendException {
        try {
            return download(URI.create(content + "?watermark=false"), target, limit);
        } catch (BackendException.Refused e) {
            if (!e.getMessage().contains("plan_lacks_clean_copies")) {
                throw e;
            }
            var fetched = download(content, target, limit);
            return new Fetched(fetched.bytes(), fetched.plan(), fetched.captionsVtt(), true);
        }
    }

    private Fetched elsewhere(URI place, Path target, long limit) throws BackendException {
        try {
            Destinations.check(backend.url(), place);
        } catch (IllegalArgumentException e) {
            throw new BackendException.Refused(BackendException.Ground.SETUP, e.getMessage() + ": " + place);
        }
        return download(place, target, limit);
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        if (dialect.cancel() == CancelKind.NONE) {
            return;
        }
        var answer = http.send(call(video(remoteId)).DELETE().build(), callTimeout());
        if (!answer.successful() && answer.status() != 404 && answer.status() != 409) {
            throw answer.unanswered();
        }
    }

    /** Erasing a job erases what it was made of. */
    @Override
    public void forget(UUID generation, String remoteId) throws BackendException {
        erased(http.send(call(video(remoteId)).DELETE().build(), callTimeout()));
    }

    private URI video(String remoteId) {
        return backend.at("/videos/" + encoded(remoteId));
    }
}
