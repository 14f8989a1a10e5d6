package app.charla.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Names and literal addresses, resolved for whoever connects to exactly the answer. A name of which any address is not
 * out in the open is not resolved at all.
 */
class PublicAddressResolver implements DnsResolver {

    /**
     * What is not in the registry of special addresses; the matcher of Spring Security knows loopback, private and
     * link-local ones by itself.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4</a>
     */
    private static final InetAddressMatcher PUBLIC_IPV4 = InetAddressMatchers.matchExternal()
            .excludeAddresses(List.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10", // a provider's own network
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // many at once
                    "240.0.0.0/4"))
            .build();

    /**
     * The part of the space that is in use for the open net, and in it none that hold an IPv4 address; those of NAT64 lie
     * outside it.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6</a>
     */
    private static final InetAddressMatcher PUBLIC_IPV6 = InetAddressMatchers.matchExternal()
            .includeAddresses(List.of("2000::/3"))
            .excludeAddresses(List.of(
                    "2001::/23", // Teredo and its like
                    "2001:db8::/32",
                    "2002::/16", // 6to4
                    "3fff::/20"))
            .build();

    /** Out in the open. Each family by its own rules: those of the other would be taken for bits of its own. */
    static final InetAddressMatcher PUBLIC =
            address -> (address instanceof Inet4Address ? PUBLIC_IPV4 : PUBLIC_IPV6).matches(address);

    private final DnsResolver names;
    private final InetAddressMatcher allowed;

    PublicAddressResolver(DnsResolver names, InetAddressMatcher allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowed.matches(address)) {
                throw new UnknownHostException(host + " is not out in the open");
            }
        }
        return addresses;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }
}
