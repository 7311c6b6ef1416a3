package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import app.emaki.model.Input;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Backends of other machines, for tests of what lies above them. */
@Component
public class TestBackends {
    private final RemoteBackendRepository rows;
    private final RemoteBackends remote;

    TestBackends(RemoteBackendRepository rows, RemoteBackends remote) {
        this.rows = rows;
        this.remote = remote;
    }

    /** Another Emaki that lends one of its models. */
    public void addEmaki(String id, URI url, String key, String model, String theirs) {
        var lent = new RemoteModel(
                model,
                theirs,
                "Lent",
                Capabilities.between(1, 20),
                Set.of(Aspect.values()),
                List.of(160, 480, 720),
                true,
                true,
                true,
                EnumSet.of(Input.REMIX, Input.EXTEND, Input.FIRST_FRAME, Input.CHARACTER),
                1,
                1,
                Dialect.EMAKI.input());
        var backend =
                new RemoteBackend(id, Dialect.EMAKI, "Far", url, key, null, 4, Duration.ofSeconds(30), List.of(lent));
        rows.save(backend);
        rows.save(id, lent);
        remote.changed(id);
    }

    public void remove(String id) {
        rows.delete(id);
        remote.changed(id);
    }
}
