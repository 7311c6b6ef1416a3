package app.emaki.platform.web;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses belong to the open internet; everything that a house, a cloud or a protocol keeps for itself does not. */
public final class PublicAddress {
    private static final int[][] RESERVED = {
        // first address and length of each network that is not the open internet's
        {0x00000000, 8},
        {0x0a000000, 8},
        {0x64400000, 10},
        {0x7f000000, 8},
        {0xa9fe0000, 16},
        {0xac100000, 12},
        {0xc0000000, 24},
        {0xc0000200, 24},
        {0xc0586300, 24},
        {0xc0a80000, 16},
        {0xc6120000, 15},
        {0xc6336400, 24},
        {0xcb007100, 24},
        {0xe0000000, 3}
    };

    private PublicAddress() {}

    /** Whether a call to this address leaves for the open internet. */
    public static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isV4(bytes) : isV6(bytes);
    }

    private static boolean isV4(byte[] bytes) {
        int number = 0;
        for (byte part : bytes) {
            number = number << 8 | part & 0xff;
        }
        for (var network : RESERVED) {
            if ((number ^ network[0]) >>> (32 - network[1]) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Of IPv6 only what is handed out for use, less what carries an IPv4 address inside or is for examples. */
    private static boolean isV6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean handedOut = first >>> 13 == 1;
        boolean special = first == 0x2001 && second >>> 9 == 0;
        boolean examples = first == 0x2001 && second == 0x0db8 || first == 0x3fff && second >>> 12 == 0;
        boolean sixToFour = first == 0x2002;
        return handedOut && !special && !examples && !sixToFour;
    }
}
