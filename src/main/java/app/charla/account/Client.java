package app.charla.account;

import app.charla.crypto.SecretToken;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The client of a request: its network address and, for a browser, its device.
 *
 * @param address the network address; blank if unknown
 * @param deviceToken the token of its device cookie; null for an app, and for a browser in which nobody signed in yet
 * @see <a href="../../../../../docs/decisions/045-known-devices-and-failed-sign-ins.md">decision 045</a>
 */
public record Client(String address, @Nullable String deviceToken) {

    private static final int NETWORK_BYTES = 8;

    /** A client of which nothing but the address is known. */
    public static Client at(String address) {
        return new Client(address, null);
    }

    /**
     * Returns the network that one party has for itself: an IPv4 address, or the first 64 bits of an IPv6 address, of which
     * everybody has as many as they like.
     */
    String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six ? network(six) : address;
        } catch (IllegalArgumentException malformed) {
            return address;
        }
    }

    private static String network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the key of its device; null if it has no device cookie. */
    @Nullable
    String device() {
        return deviceToken == null ? null : digest("device " + deviceToken);
    }

    /** Returns the key of an app that has no cookies: the same name in the same network is taken for the same device. */
    String app(String label) {
        return digest("app " + network() + " " + label);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(SecretToken.digest(text));
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Client[" + address + "]";
    }
}
