package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The smallest network that one caller surely cannot leave: an IPv4 address, or the /64 that an IPv6 host owns whole. */
public final class RemoteNetwork {
    private static final int PREFIX_BYTES = 8;

    private RemoteNetwork() {}

    /** The network that a request comes from, as a key for rate limits. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
