package app.charla.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** DNS resolver that answers all requests alike, or, if {@link #inTurn}, each with the next address. */
class FakeDns implements DnsResolver {

    private final List<String> addresses;
    private final List<String> requested = new ArrayList<>();
    private boolean inTurn;

    FakeDns(String... addresses) {
        this.addresses = List.of(addresses);
    }

    /** Answers with the first address, then the second, and so on, as in DNS rebinding. */
    FakeDns inTurn() {
        inTurn = true;
        return this;
    }

    /** Returns the requested hosts, in order. */
    List<String> requestedHosts() {
        return requested;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        requested.add(host);
        List<String> answer = inTurn ? List.of(addresses.get(requested.size() - 1)) : addresses;
        var resolved = new InetAddress[answer.size()];
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = InetAddress.getByName(answer.get(i));
        }
        return resolved;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
