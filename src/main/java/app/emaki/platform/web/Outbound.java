package app.emaki.platform.web;

import app.emaki.platform.web.OutboundException.Reason;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls to addresses that users name. A name is looked up once, every address behind it is looked at, and the connection goes to
 * one of these very addresses, so that a name cannot change its mind in between. No redirects, no cookies, no second try; the
 * answer is cut off at a size and a time.
 */
@Component
public class Outbound {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final int BLOCK = 16 * 1024;

    private final CloseableHttpClient open = client(false);
    private final CloseableHttpClient anywhere = client(true);

    /** Fetches something from the open internet. */
    public Answer get(URI address, int maxBytes, Duration time) throws OutboundException {
        return call(open, new HttpGet(checked(address, false)), maxBytes, time);
    }

    /**
     * Sends JSON.
     *
     * @param privateToo whether the address may be in a private network, and then without TLS; the admin's own choice
     */
    public Answer post(
            URI address, Map<String, String> headers, byte[] json, boolean privateToo, int maxBytes, Duration time)
            throws OutboundException {
        var request = new HttpPost(checked(address, privateToo));
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json, org.apache.hc.core5.http.ContentType.APPLICATION_JSON));
        return call(privateToo ? anywhere : open, request, maxBytes, time);
    }

    /**
     * Looks at an address without calling it, for forms that take one.
     *
     * @throws OutboundException when a call would be refused as things stand now
     */
    public void check(URI address, boolean privateToo) throws OutboundException {
        var host = checked(address, privateToo).getHost();
        try {
            new Looked(privateToo).resolve(host);
        } catch (UnknownHostException e) {
            throw told(e, host, false);
        }
    }

    @PreDestroy
    void close() throws IOException {
        open.close();
        anywhere.close();
    }

    private static URI checked(URI address, boolean privateToo) throws OutboundException {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean fits = scheme.equals("https") || privateToo && scheme.equals("http");
        if (!fits || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new OutboundException(Reason.NOT_HTTPS, "Not an https address");
        }
        return address;
    }

    private static Answer call(CloseableHttpClient client, HttpUriRequestBase request, int maxBytes, Duration time)
            throws OutboundException {
        var late = new AtomicBoolean();
        // timeouts of sockets hold for each read alone; this one holds for all of them together
        var alarm = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    request.abort();
                },
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return client.execute(request, response -> answer(response, maxBytes));
        } catch (OutboundException e) {
            throw e;
        } catch (IOException e) {
            throw told(e, request.getAuthority().getHostName(), late.get());
        } finally {
            alarm.cancel(false);
        }
    }

    private static Answer answer(ClassicHttpResponse response, int maxBytes) throws IOException {
        var type = response.getFirstHeader("Content-Type");
        var retry = response.getFirstHeader("Retry-After");
        return new Answer(response.getCode(), value(type), value(retry), body(response.getEntity(), maxBytes));
    }

    private static @Nullable String value(@Nullable Header header) {
        return header == null ? null : header.getValue();
    }

    private static byte[] body(@Nullable HttpEntity entity, int maxBytes) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try (InputStream in = entity.getContent()) {
            var bytes = new byte[BLOCK];
            int length = 0;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes, length, bytes.length - length)) {
                length += read;
                if (length > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, length * 2);
                }
            }
            return Arrays.copyOf(bytes, length);
        }
    }

    private static OutboundException tooLarge(int maxBytes) {
        return new OutboundException(Reason.TOO_LARGE, "More than " + maxBytes + " bytes");
    }

    private static OutboundException told(IOException cause, String host, boolean late) {
        if (cause instanceof NotPublic) {
            return new OutboundException(Reason.PRIVATE_ADDRESS, host + " is not on the open internet");
        }
        if (cause instanceof UnknownHostException) {
            return new OutboundException(Reason.UNKNOWN_HOST, "No address for " + host);
        }
        if (late || cause instanceof java.io.InterruptedIOException) {
            return new OutboundException(Reason.TIMED_OUT, host + " took too long");
        }
        return new OutboundException(
                Reason.UNREACHABLE,
                host + " did not answer: " + cause.getClass().getSimpleName());
    }

    private static CloseableHttpClient client(boolean privateToo) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Looked(privateToo))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(8)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                // each call looks its name up anew
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(SILENCE)
                        .setResponseTimeout(SILENCE)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // a small answer stays small
                .disableContentCompression()
                .setUserAgent("Emaki")
                .build();
    }

    /**
     * What came back.
     *
     * @param type the content type as the server calls it, null when it says none; not to be believed
     * @param retryAfter what the server says about the next try, as it says it
     */
    public record Answer(
            int status, @Nullable String type, @Nullable String retryAfter, byte[] body) {}

    private record Looked(boolean privateToo) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
            var all = InetAddress.getAllByName(bare);
            if (!privateToo && !List.of(all).stream().allMatch(PublicAddress::is)) {
                throw new NotPublic(host);
            }
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host);
        }
    }
}
