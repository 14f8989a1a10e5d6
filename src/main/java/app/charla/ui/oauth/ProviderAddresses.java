package app.charla.ui.oauth;

import app.charla.account.IdentityProvider;
import app.charla.ui.security.Destination;
import app.charla.ui.security.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Addresses where the flow with a provider begins. */
@Component
public class ProviderAddresses {

    static final String LINK = "link";
    static final String PROGRAM = "program";

    private final LinkTickets tickets;

    ProviderAddresses(LinkTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * Address that begins a sign-in.
     *
     * @param to the destination; home if it is not a path of this site
     */
    public String signIn(IdentityProvider provider, @Nullable String to) {
        return start(provider.name()) + Destination.query(to);
    }

    /** Address that begins linking an identity, valid for a few minutes and in this session only. */
    public String link(IdentityProvider provider, SignedIn person, String to) {
        return start(provider.name())
                + Destination.query(to)
                + (Destination.query(to).isEmpty() ? "?" : "&")
                + LINK + "=" + tickets.issue(person);
    }

    /** Address where the sign-in of a program continues. */
    static String program(String provider, String begun) {
        return start(provider) + "?" + PROGRAM + "=" + URLEncoder.encode(begun, StandardCharsets.UTF_8);
    }

    private static String start(String provider) {
        return PendingSignIns.START + "/" + provider;
    }
}
