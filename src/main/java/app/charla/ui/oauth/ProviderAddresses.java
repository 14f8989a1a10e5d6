package app.charla.ui.oauth;

import app.charla.account.IdentityProvider;
import app.charla.ui.security.Destination;
import app.charla.ui.security.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a way to a provider begins. */
@Component
public class ProviderAddresses {

    static final String LINK = "link";
    static final String PROGRAM = "program";

    private final LinkTickets tickets;

    ProviderAddresses(LinkTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * Where signing in begins.
     *
     * @param to where the person is going; home if it is no path of ours
     */
    public String signIn(IdentityProvider provider, @Nullable String to) {
        return start(provider.name()) + Destination.query(to);
    }

    /** Where linking one more identity to one's account begins, for the next minutes and in this session only. */
    public String link(IdentityProvider provider, SignedIn person, String to) {
        return start(provider.name())
                + Destination.query(to)
                + (Destination.query(to).isEmpty() ? "?" : "&")
                + LINK + "=" + tickets.issue(person);
    }

    /** Where a program's sign-in goes on. */
    static String program(String provider, String begun) {
        return start(provider) + "?" + PROGRAM + "=" + URLEncoder.encode(begun, StandardCharsets.UTF_8);
    }

    private static String start(String provider) {
        return PendingSignIns.START + "/" + provider;
    }
}
