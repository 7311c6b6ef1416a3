package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.Fetched;
import app.emaki.model.ModelOffer;
import app.emaki.model.Outages;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import app.emaki.model.VideoModelClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An adapter whose every call says something about the health of its backend. */
final class WatchedClient implements VideoModelClient {
    private final RemoteClient client;
    private final Health health;
    private final Outages outages;

    WatchedClient(RemoteClient client, Health health, Outages outages) {
        this.client = client;
        this.health = health;
        this.outages = outages;
    }

    RemoteClient client() {
        return client;
    }

    @Override
    public String backend() {
        return client.backend();
    }

    @Override
    public String configuration() {
        return client.configuration();
    }

    @Override
    public List<ModelOffer> offers() {
        return client.offers();
    }

    @Override
    public int concurrent() {
        return client.concurrent();
    }

    @Override
    public boolean idempotent() {
        return client.idempotent();
    }

    @Override
    public boolean showsPeople() {
        return client.showsPeople();
    }

    @Override
    public boolean showsByFilm() {
        return client.showsByFilm();
    }

    @Override
    public Duration callTimeout() {
        return client.callTimeout();
    }

    @Override
    public Submission submit(RenderRequest request) throws BackendException {
        return watched(() -> client.submit(Avoided.worded(request, client.takesAvoided(request))));
    }

    @Override
    public Optional<Submission> find(RenderRequest request) throws BackendException {
        return watched(() -> client.find(Avoided.worded(request, client.takesAvoided(request))));
    }

    @Override
    public RenderStatus status(String remoteId) throws BackendException {
        return watched(() -> client.status(remoteId));
    }

    @Override
    public Fetched fetch(String remoteId, Path target, long limit) throws BackendException {
        return watched(() -> client.fetch(remoteId, target, limit));
    }

    @Override
    public void cancel(String remoteId) throws BackendException {
        watched(() -> {
            client.cancel(remoteId);
            return remoteId;
        });
    }

    /** It says nothing of whether films can be made there. */
    @Override
    public void forget(UUID generation, String remoteId) throws BackendException {
        client.forget(generation, remoteId);
    }

    private <T> T watched(Call<T> call) throws BackendException {
        try {
            var answer = call.make();
            health.well(backend());
            outages.up(backend());
            return answer;
        } catch (BackendException e) {
            if (health.ill(backend(), e)) {
                outages.down(backend(), e.getMessage());
            }
            throw e;
        }
    }

    private interface Call<T> {
        T make() throws BackendException;
    }
}
