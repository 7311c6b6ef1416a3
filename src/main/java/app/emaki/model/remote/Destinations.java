package app.emaki.model.remote;

import app.emaki.platform.web.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where calls may go. The address of a backend is the admin's own choice and may well be private: a graphics card stands in the next
 * room more often than not. What a backend points at is somebody else's choice, and is not followed into a private network unless
 * the backend itself lives in one.
 */
final class Destinations {
    private Destinations() {}

    /** The same scheme, host and port, so that a secret for the one may be told to the other. */
    static boolean same(URI one, URI other) {
        return Objects.equals(lower(one.getScheme()), lower(other.getScheme()))
                && Objects.equals(lower(one.getHost()), lower(other.getHost()))
                && port(one) == port(other);
    }

    /**
     * Checks a place that a backend points at.
     *
     * @throws IllegalArgumentException naming what is wrong with it
     */
    static void check(URI backend, URI place) {
        var scheme = lower(place.getScheme());
        if (place.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("no web address");
        }
        if ("https".equals(lower(backend.getScheme())) && "http".equals(scheme)) {
            throw new IllegalArgumentException("from https to http");
        }
        if (!same(backend, place) && inside(place) && !inside(backend)) {
            throw new IllegalArgumentException("into a private network");
        }
    }

    private static boolean inside(URI address) {
        try {
            for (var it : InetAddress.getAllByName(address.getHost())) {
                if (!PublicAddress.is(it)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(lower(address.getScheme())) ? 443 : 80;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
