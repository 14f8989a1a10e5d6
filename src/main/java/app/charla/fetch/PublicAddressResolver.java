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
 * DNS resolver that returns public addresses only; also for literal addresses. A name with any other address is not
 * resolved at all.
 */
class PublicAddressResolver implements DnsResolver {

    /**
     * Addresses that are not in the registry of special-purpose addresses; Spring Security's matcher excludes loopback,
     * private and link-local ones by itself.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4</a>
     */
    private static final InetAddressMatcher PUBLIC_IPV4 = InetAddressMatchers.matchExternal()
            .excludeAddresses(List.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10", // carrier-grade NAT
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"))
            .build();

    /**
     * Global unicast addresses without those that embed an IPv4 address; those of NAT64 are outside the range.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6</a>
     */
    private static final InetAddressMatcher PUBLIC_IPV6 = InetAddressMatchers.matchExternal()
            .includeAddresses(List.of("2000::/3"))
            .excludeAddresses(List.of(
                    "2001::/23", // Teredo and other protocol assignments
                    "2001:db8::/32",
                    "2002::/16", // 6to4
                    "3fff::/20"))
            .build();

    /** Matches public addresses. Each family has its own matcher, which would misread the bits of the other. */
    static final InetAddressMatcher PUBLIC =
            address -> (address instanceof Inet4Address ? PUBLIC_IPV4 : PUBLIC_IPV6).matches(address);

    private final DnsResolver delegate;
    private final InetAddressMatcher allowed;

    PublicAddressResolver(DnsResolver delegate, InetAddressMatcher allowed) {
        this.delegate = delegate;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = delegate.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowed.matches(address)) {
                throw new UnknownHostException(host + " has a non-public address");
            }
        }
        return addresses;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }
}
