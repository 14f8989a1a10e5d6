package app.charla.ui.oauth;

import app.charla.account.IdentityService;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.ui.security.BrowserSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers, in a sealed cookie, whom a provider vouched for until they choose a username, or prove that they have an
 * account: whichever way they then sign in, the identity is linked if that account gave the same verified e-mail.
 */
@Component
public class PendingIdentities {

    private static final Logger log = LoggerFactory.getLogger(PendingIdentities.class);
    private static final String COOKIE = "charla_newcomer";
    private static final String PATH = "/";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SealedCookies cookies;
    private final IdentityService identities;

    PendingIdentities(SealedCookies cookies, IdentityService identities) {
        this.cookies = cookies;
        this.identities = identities;
    }

    void remember(PendingIdentity identity, HttpServletRequest request, HttpServletResponse response) {
        cookies.write(COOKIE, PATH, identity, LIFETIME, request, response);
    }

    /** Who sits at this browser, if a provider vouched for them within the last quarter of an hour. */
    public Optional<PendingIdentity> at(HttpServletRequest request) {
        return cookies.read(request, COOKIE, PATH, PendingIdentity.class);
    }

    /** They have an account now, or want none. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        cookies.forget(COOKIE, PATH, request, response);
    }

    @EventListener
    void proved(BrowserSignedIn event) {
        at(event.request()).ifPresent(identity -> {
            try {
                identities.linkNamesake(
                        event.session().account(),
                        identity.identity(),
                        event.request().getRemoteAddr());
            } catch (ConflictException | ForbiddenException refused) {
                log.info("An identity of {} was not linked: {}", identity.provider(), refused.getMessage());
            }
            forget(event.request(), event.response());
        });
    }
}
