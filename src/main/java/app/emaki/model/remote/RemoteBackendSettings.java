package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.Input;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Backends for those who deploy by file or environment, for instance {@code EMAKI_REMOTE_BACKENDS_0_URL}.
 *
 * @param backends shown on the admin's page and changed in the file alone
 * @param falKeys where fal publishes the keys by which it signs its calls
 */
@ConfigurationProperties("emaki.remote")
record RemoteBackendSettings(
        @DefaultValue List<Backend> backends,

        @DefaultValue("https://rest.alpha.fal.ai/.well-known/jwks.json")
        URI falKeys) {

    record Backend(
            String id,
            Dialect dialect,
            @Nullable String name,
            @Nullable URI url,
            @Nullable String key,
            @Nullable String hookSecret,
            @DefaultValue("2") int concurrent,
            @DefaultValue("60s") Duration patience,
            @DefaultValue List<Model> models) {

        RemoteBackend backend() {
            return new RemoteBackend(
                    id,
                    dialect,
                    name == null ? id : name,
                    url == null ? URI.create(dialect.address()) : url,
                    key == null || key.isBlank() ? null : key,
                    hookSecret == null || hookSecret.isBlank() ? null : hookSecret,
                    concurrent,
                    patience,
                    models.stream().map(it -> it.model(dialect)).toList());
        }
    }

    record Model(
            String id,
            @Nullable String remote,
            @Nullable String name,
            @DefaultValue("4,8,12") List<Integer> lengths,
            @DefaultValue({"PORTRAIT", "LANDSCAPE"}) Set<Aspect> aspects,
            @DefaultValue("720") List<Integer> lines,
            @DefaultValue("true") boolean sound,
            @DefaultValue("false") boolean seed,
            @DefaultValue("false") boolean negativePrompt,
            @DefaultValue Set<Input> inputs,
            @DefaultValue("5") int credits,
            @DefaultValue("10") double pace,
            @Nullable String input) {

        RemoteModel model(Dialect dialect) {
            return new RemoteModel(
                    id,
                    remote == null ? id : remote,
                    name == null ? id : name,
                    lengths.stream().sorted().toList(),
                    aspects,
                    lines.stream().sorted().toList(),
                    sound,
                    seed,
                    negativePrompt,
                    inputs,
                    credits,
                    pace,
                    input == null ? dialect.input() : input);
        }
    }
}
