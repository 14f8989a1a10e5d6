package app.charla.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** A name server that gives the same answer to everybody, or, once told so, another to each who asks. */
class FakeDns implements DnsResolver {

    private final List<String> addresses;
    private final List<String> asked = new ArrayList<>();
    private boolean inTurn;

    FakeDns(String... addresses) {
        this.addresses = List.of(addresses);
    }

    /** The first address at first, then the second, and so on: what somebody does who wants to get in. */
    FakeDns inTurn() {
        inTurn = true;
        return this;
    }

    /** What was asked for, in order. */
    List<String> requestedHosts() {
        return asked;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        asked.add(host);
        List<String> answer = inTurn ? List.of(addresses.get(asked.size() - 1)) : addresses;
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
