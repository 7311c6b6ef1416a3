package app.emaki.model.remote;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backend on another machine, as its admin set it up.
 *
 * @param id its name in rows and addresses
 * @param url where its interface begins, without a slash at the end
 * @param key its secret; null for none
 * @param hookSecret by what it signs its calls to us; null when it makes none
 * @param concurrent jobs at a time
 * @param patience longest time for one call
 * @param callback where it may tell us that something happened; null while nobody knows our address
 */
record RemoteBackend(
        String id,
        Dialect dialect,
        String name,
        URI url,
        @Nullable String key,
        @Nullable String hookSecret,
        int concurrent,
        Duration patience,
        List<RemoteModel> models,
        @Nullable String callback) {

    RemoteBackend(
            String id,
            Dialect dialect,
            String name,
            URI url,
            @Nullable String key,
            @Nullable String hookSecret,
            int concurrent,
            Duration patience,
            List<RemoteModel> models) {
        this(id, dialect, name, url, key, hookSecret, concurrent, patience, models, null);
    }

    /** The same, knowing the address of this instance; an empty one is none. */
    RemoteBackend calling(String instance) {
        return instance.isEmpty()
                ? this
                : new RemoteBackend(
                        id,
                        dialect,
                        name,
                        url,
                        key,
                        hookSecret,
                        concurrent,
                        patience,
                        models,
                        instance + "/hooks/backends/" + id);
    }

    /** Changes with whatever makes a job there unreachable: other host, other secret, other language. */
    String configuration() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var digest = sha.digest((dialect + "\n" + url + "\n" + key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** An address below the backend's own. */
    URI at(String path) {
        return URI.create(url + path);
    }

    /** The path at which it may call us. */
    public String hook() {
        return "/hooks/backends/" + id;
    }

    /** The secret never gets into a log. */
    @Override
    public String toString() {
        return id + " (" + dialect + " at " + url + ")";
    }
}
